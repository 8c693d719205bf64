# language: fr
@onboarding @language:fr-CA
Fonctionnalité: La méthode de connexion
  Source: document de départ, « Choisissez et configurez votre méthode de connexion ».

  @ONB-FR-CON-01
  Règle: Il n'est pas nécessaire que le système soit connecté en tout temps
    Source: document de départ, « Il n’est pas nécessaire que le système soit connecté en tout temps ».

    Scénario: La page le dit
      Étant donné un client qui a un profil de base
      Quand le client ouvre la page de la connexion
      Alors la page dit "Le système n’a pas à être connecté en tout temps, mais doit communiquer souvent avec le Centre de données."

    @requires:data-centre
    Scénario: Sans réseau, le compteur affranchit
      Étant donné un nouveau client dont le compteur est configuré
      Et le réseau est débranché
      Quand une lettre est insérée
      Alors la lettre est affranchie

  @ONB-FR-CON-02 @requires:data-centre @requires:clock
  Règle: Le système doit communiquer souvent avec le Centre de données
    Source: document de départ, « il doit communiquer souvent avec le Centre de données »; 21 et 28 jours: guide du Connect+ pour le Canada, p. 201.

    Plan du Scénario: Après <jours> jours sans communication, la lettre <effet>
      Étant donné un nouveau client dont le compteur est configuré
      Et <jours> jours ont passé
      Quand une lettre est insérée
      Alors la lettre <effet>

      Exemples:
        | jours | effet                |
        | 27    | est affranchie       |
        | 28    | n'est pas affranchie |

    Scénario: La page avertit le client
      Étant donné un nouveau client dont le compteur est configuré
      Et 21 jours ont passé
      Quand le client ouvre la page du compteur
      Alors la page dit "Inspection postale requise d’ici 7 jours : synchronisez"

    Scénario: La page dit pourquoi rien n'est affranchi
      Étant donné un nouveau client dont le compteur est configuré
      Et 28 jours ont passé
      Quand une lettre est insérée
      Alors la page dit "Le compteur est verrouillé : rien n’est affranchi avant sa synchronisation"

    Scénario: Une synchronisation déverrouille le compteur
      Étant donné un nouveau client dont le compteur est configuré
      Et 28 jours ont passé
      Et le compteur s'est synchronisé
      Quand une lettre est insérée
      Alors la lettre est affranchie

  @ONB-FR-CON-03 @requires:data-centre
  Règle: Les renseignements du système sont synchronisés avec ceux du Centre de données
    Source: document de départ, « afin que ses renseignements soient synchronisés avec ceux de ce dernier ».

    Scénario: Les registres après l'affranchissement d'une lettre
      Étant donné un nouveau client dont le compteur est configuré
      Et 1 lettre a été affranchie
      Et le compteur s'est synchronisé
      Alors le Centre de données connaît les registres du compteur

  @ONB-FR-CON-04
  Règle: Au moyen d'un ordinateur, il faut Windows, les exigences minimales, PC Meter Connect et Internet
    Source: document de départ, « Au moyen d’un ordinateur connecté à Internet - Ce dont vous aurez besoin ».

    Scénario: Rien ne manque
      Étant donné un client qui se connecte au moyen d'un ordinateur
      Et le client a tout ce dont la connexion a besoin
      Quand le client connecte le compteur
      Alors l'étape de la connexion est terminée

    Plan du Scénario: Il manque <besoin>
      Étant donné un client qui se connecte au moyen d'un ordinateur
      Et le client a tout sauf <besoin>
      Quand le client connecte le compteur
      Alors la page dit "Il manque : <dit>"
      Et l'étape de la connexion n'est pas terminée

      Exemples:
        | besoin                          | dit                                        |
        | l'ordinateur doté de Windows    | Un ordinateur doté de Windows              |
        | les exigences système minimales | Il répond aux exigences système minimales  |
        | l'application PC Meter Connect  | L’application bureautique PC Meter Connect |
        | la connexion Internet           | Une connexion Internet                     |

    Scénario: La page montre ce que le compteur affiche
      Étant donné un client qui se connecte au moyen d'un ordinateur
      Alors la page dit "Le compteur affiche : Accueil"
      Et la page dit "Compteur : touche Menu"

    Scénario: Un compteur qui n'est pas à sa page d'accueil est occupé
      Étant donné un client qui se connecte au moyen d'un ordinateur
      Et le client a tout ce dont la connexion a besoin
      Et le compteur n'est pas à sa page d'accueil
      Quand le client connecte le compteur
      Alors la page dit "Le compteur est occupé. Appuyez sur sa touche Accueil."

  @ONB-FR-CON-05
  Règle: Un nœud du réseau local exige un réseau doté d'un accès Internet
    Source: document de départ, « un réseau local doté d’un accès Internet ».

    Scénario: Avec un accès Internet
      Étant donné un client qui se connecte par un nœud du réseau local
      Et le client a tout ce dont la connexion a besoin
      Quand le client connecte le compteur
      Alors l'étape de la connexion est terminée

    Scénario: Sans accès Internet
      Étant donné un client qui se connecte par un nœud du réseau local
      Quand le client connecte le compteur
      Alors la page dit "Il manque : Un réseau local doté d’un accès Internet"
