# language: fr
@onboarding @language:fr-CA
Fonctionnalité: L'outil Mon compte
  Source: document de départ, « L’enregistrement vous permet ».

  @ONB-FR-MON-01
  Règle: C'est l'enregistrement qui ouvre l'outil Mon compte
    Source: document de départ, « L’enregistrement vous permet ».

    Scénario: Sans équipement enregistré
      Étant donné un client qui a un profil de base
      Quand le client ouvre la page de Mon compte
      Alors la page dit "Effectuez d’abord cette étape : Équipement"

    Scénario: Avec un équipement enregistré
      Étant donné un client dont l'équipement est enregistré
      Quand le client ouvre la page de Mon compte
      Alors la page dit "Demande de service"
      Et la page dit "Situation d’une demande de service"
      Et la page dit "Changer l’adresse"
      Et la page dit "Tarifs"

  @ONB-FR-MON-02
  Règle: Le client fait une demande de service et vérifie sa situation
    Source: document de départ, « de faire une demande de service ou de vérifier la situation relative à une demande de service ».

    Scénario: Une demande de service
      Étant donné un client dont l'équipement est enregistré
      Quand le client fait une demande de service pour "Bourrage"
      Alors la page dit "SR-000001 : reçue"

    Scénario: Les travaux avancent
      Étant donné un client dont l'équipement est enregistré
      Et le client a fait une demande de service pour "Bourrage"
      Quand le client vérifie la situation de la demande "SR-000001"
      Alors la page dit "SR-000001 : en cours"

    Scénario: Les travaux sont terminés
      Étant donné un client dont l'équipement est enregistré
      Et le client a fait une demande de service pour "Bourrage"
      Et le client a vérifié la situation de la demande "SR-000001"
      Quand le client vérifie la situation de la demande "SR-000001"
      Alors la page dit "SR-000001 : terminée"

  @ONB-FR-MON-03
  Règle: Le client change son adresse
    Source: document de départ, « de changer votre adresse ».

    Scénario: La nouvelle adresse remplace l'ancienne
      Étant donné un client dont l'équipement est enregistré
      Quand le client change l'adresse pour "12 rue du Marché, Québec QC"
      Alors l'adresse dans Mon compte est "12 rue du Marché, Québec QC"
      Et la page dit "Adresse : 12 rue du Marché, Québec QC"

  @ONB-FR-MON-04
  Règle: Le client consulte de l'information sur les tarifs
    Source: document de départ, « de consulter de l’information sur les tarifs ».

    Scénario: Les tarifs en vigueur, en argent canadien
      Étant donné un client dont l'équipement est enregistré
      Quand le client consulte les tarifs
      Alors la page dit "1st Class : 1,65 $, 2,30 $, 3,50 $, 4,00 $"
