# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Les nouveaux clients
  Source: document de départ, « Nouveaux clients ».

  @ONB-FR-NOU-01 @requires:data-centre @assumed
  Règle: À la configuration initiale, des fonds sont ajoutés automatiquement à partir du compte PitneyWorks
    Source: document de départ, « des fonds d'affranchissement sont ajoutés automatiquement au compteur »; le montant est supposé.

    Scénario: Le premier chargement
      Étant donné un nouveau client prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors le compteur est prêt avec 105,00 $
      Et il reste 900,00 $ dans le compte PitneyWorks

    Scénario: La page dit ce qui a été ajouté, en argent canadien
      Étant donné un nouveau client prêt pour la configuration initiale
      Quand la configuration initiale arrive à sa dernière page
      Alors la page dit "100,00 $ ajoutés"
      Et la page dit "Inspection postale : réussie"
