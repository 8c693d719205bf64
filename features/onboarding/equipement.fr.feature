# language: fr
@onboarding @language:fr-CA
Fonctionnalité: L'enregistrement de l'équipement
  Source: document de départ, « Enregistrez votre équipement dans l’outil Mon compte ».

  @ONB-FR-EQU-01
  Règle: Il faut le numéro de code de produit et le numéro de série du produit
    Source: document de départ, « vous aurez besoin de ce qui suit : numéro de code de produit; numéro de série du produit ».

    Scénario: L'équipement du client
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de code de produit "1P00" et le numéro de série "2000456"
      Et le client confirme l'adresse
      Alors l'équipement "2000456" est enregistré
      Et la page dit "Votre équipement est enregistré"

    Plan du Scénario: <quoi> ne convient pas
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de code de produit "<code>" et le numéro de série "<série>"
      Alors la page dit "Cet équipement est inconnu"
      Et aucun équipement n'est enregistré

      Exemples:
        | quoi                        | code | série   |
        | Un autre code de produit    | 2P00 | 2000456 |
        | Un autre numéro de série    | 1P00 | 2000457 |

  @ONB-FR-EQU-02
  Règle: Ou il faut le numéro de compte client d'installation, qui comporte 11 chiffres
    Source: document de départ, « OU numéro de compte client d’installation de 11 chiffres indiquant l’emplacement de l’équipement ».

    Scénario: L'équipement du client
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "12345678901"
      Et le client confirme l'adresse
      Alors l'équipement "2000456" est enregistré

    Scénario: Le numéro indique l'emplacement de l'équipement
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "10987654321"
      Alors la page dit "Adresse : 5 Elm Street, Ottawa ON"
      Et la page dit "Est-ce bien l’adresse de l’équipement?"

    Scénario: Dix chiffres
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "1234567890"
      Alors la page dit "Un numéro de compte client d’installation comporte exactement 11 chiffres"
      Et aucun équipement n'est enregistré

    Scénario: Un numéro que personne n'a
      Étant donné un client qui a un profil de base
      Quand le client entre le numéro de compte client d'installation "99999999999"
      Alors la page dit "Cet équipement est inconnu"

  @ONB-FR-EQU-03
  Règle: Le client dit si l'adresse est la bonne
    Source: page d'aide sur l'ajout d'un emplacement (« Oui » ou « Non »; « Non » ramène aux numéros).

    Scénario: Une adresse refusée n'enregistre rien
      Étant donné un client qui a un profil de base
      Et le client a entré le numéro de compte client d'installation "10987654321"
      Quand le client refuse l'adresse
      Alors aucun équipement n'est enregistré
      Et l'étape de l'équipement n'est pas terminée

    Scénario: Après un refus, les numéros sont entrés de nouveau
      Étant donné un client qui a un profil de base
      Et le client a entré le numéro de compte client d'installation "10987654321"
      Et le client refuse l'adresse
      Quand le client entre le numéro de compte client d'installation "12345678901"
      Alors la page demande si l'adresse est "100 Main Street, Toronto ON"

    Scénario: Le même équipement une deuxième fois
      Étant donné un client dont l'équipement est enregistré
      Quand le client entre le numéro de compte client d'installation "12345678901"
      Alors la page dit "Cet équipement est déjà enregistré"
