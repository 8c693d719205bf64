# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Les nouveaux clients
  Source: document de départ, « Nouveaux clients ».

  @ONB-FR-NOU-01 @requires:data-centre
  Règle: À la configuration initiale, des fonds sont ajoutés automatiquement à partir du compte PitneyWorks
    Source: document de départ, « des fonds d’affranchissement sont ajoutés automatiquement au compteur à partir de votre compte PitneyWorks »; le montant est supposé.

    Scénario: La page l'annonce
      Étant donné un client dont l'équipement est enregistré
      Et c'est un nouveau client
      Quand le client ouvre la page du nouveau client ou du changement de compteur
      Alors la page dit "Les fonds sont ajoutés automatiquement à la configuration initiale, à partir de votre compte PitneyWorks"

    @assumed
    Scénario: Le premier chargement
      Étant donné un nouveau client prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors le compteur est prêt avec 105,00 $
      Et il reste 900,00 $ dans le compte d'affranchissement

    @assumed
    Scénario: La page dit ce qui a été ajouté, en argent canadien
      Étant donné un nouveau client prêt pour la configuration initiale
      Quand la configuration initiale arrive à sa dernière page
      Alors la page dit "1. Fonds d’affranchissement : 100,00 $ ajoutés"
      Et la page dit "4. Inspection postale : réussie"

    @assumed
    Scénario: La page du compteur montre les fonds et le solde
      Étant donné un nouveau client dont le compteur est configuré
      Quand le client ouvre la page du compteur
      Alors la page dit "Fonds dans le compteur : 105,00 $"
      Et la page dit "Solde du compte : 900,00 $"
      Et la page dit "Recharger"
      Et la page dit "Synchroniser"
      Et la page dit "Consulter le solde"

    @assumed
    Scénario: Sans compte PitneyWorks, rien n'est ajouté automatiquement
      Étant donné un nouveau client qui paie par Purchase Power, prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors le compteur est prêt avec 5,00 $
      Et il reste 1 000,00 $ dans le compte d'affranchissement
