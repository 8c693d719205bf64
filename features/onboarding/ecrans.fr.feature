# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Les pages telles qu'on les voit
  Ce que les autres fonctionnalités disent d'une page en mots, celle-ci le dit de l'image entière.
  Source: les écrans de référence dans goldens/onboarding/fr-CA, qu'une personne a vus et acceptés.

  @ONB-FR-SCR-01 @assumed
  Règle: Une page montre ce qui est à faire et ce qui est fait
    Source: document de départ, les étapes; l'aspect des pages est supposé.

    Scénario: La page d'accueil d'un client qui a un mode de paiement
      Étant donné un client qui a un mode de paiement
      Alors l'écran est comme l'écran de référence "Accueil, quatre étapes faites"

    Scénario: Le profil de base rempli
      Étant donné les pages du profil de base
      Quand le client remplit le profil de base
      Alors l'écran est comme l'écran de référence "Profil de base rempli"

    Scénario: La page du modèle
      Étant donné un client à qui il ne manque que la connexion
      Quand le client ouvre la page de la connexion
      Alors l'écran est comme l'écran de référence "Méthode de connexion"
