# language: fr
@onboarding @language:fr-CA
Fonctionnalité: L'enregistrement de l'équipement dans l'outil Mon compte
  Source: document de départ, « Enregistrez votre équipement dans l’outil Mon compte ».

  @ONB-FR-EQU-01 @requires:data-centre
  Règle: Il faut le numéro de code de produit et le numéro de série, ou le numéro de compte client d'installation
    Source: document de départ, « vous aurez besoin de ce qui suit ».

    Scénario: Par le code de produit et le numéro de série
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de code de produit "1P00" et le numéro de série "2000456"
      Et le client confirme l'adresse
      Alors l'équipement "2000456" est enregistré

    Scénario: Par le numéro de compte client d'installation
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "12345678901"
      Et le client confirme l'adresse
      Alors l'équipement "2000456" est enregistré

    Scénario: Un numéro de dix chiffres
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "1234567890"
      Alors la page dit "Un numéro de compte client d’installation comporte exactement 11 chiffres"

    Scénario: Un équipement inconnu
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "99999999999"
      Alors la page dit "Cet équipement est inconnu"

    Scénario: La page demande si l'adresse est la bonne
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "12345678901"
      Alors la page dit "Est-ce bien l’adresse de l’équipement?"
      Et la page dit "100 Main Street, Toronto ON"

    Scénario: Une adresse refusée n'enregistre rien
      Étant donné un client qui a un profil de base
      Et le numéro de compte client d'installation "12345678901" est entré
      Quand le client refuse l'adresse
      Alors aucun équipement n'est enregistré

  @ONB-FR-EQU-02 @requires:data-centre
  Règle: L'enregistrement permet une demande de service, un changement d'adresse et la consultation des tarifs
    Source: document de départ, « L'enregistrement vous permet ».

    Scénario: Une demande de service
      Étant donné un client dont l'équipement est enregistré
      Quand le client fait une demande de service pour "Ruban"
      Alors la page dit "reçue"

    Scénario: La situation d'une demande de service
      Étant donné un client dont l'équipement est enregistré
      Et une demande de service a été faite pour "Ruban"
      Quand le client vérifie la situation de la demande "SR-000001"
      Alors la page dit "en cours"

    Scénario: Un changement d'adresse
      Étant donné un client dont l'équipement est enregistré
      Quand le client change l'adresse pour "12 rue Principale"
      Alors l'adresse dans Mon compte est "12 rue Principale"

    Scénario: Les tarifs
      Étant donné un client dont l'équipement est enregistré
      Quand le client consulte les tarifs
      Alors la page dit "Tarifs"
      Et la page dit " $"
