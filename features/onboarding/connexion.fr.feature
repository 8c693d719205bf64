# language: fr
@onboarding @language:fr-CA
Fonctionnalité: La méthode de connexion
  Source: document de départ, « Choisissez et configurez votre méthode de connexion ».

  @ONB-FR-CON-01
  Règle: Au moyen d'un ordinateur, il faut Windows, les exigences système, PC Meter Connect et Internet
    Source: document de départ, « Au moyen d'un ordinateur connecté à Internet ».

    Plan du Scénario: Il manque <besoin>
      Étant donné un client qui se connecte au moyen d'un ordinateur
      Quand il a tout sauf <besoin>
      Et l'ordinateur se connecte au compteur
      Alors la page dit "Il manque : <dit>"

      Exemples:
        | besoin                 | dit                                           |
        | Windows                | Un ordinateur doté de Windows                 |
        | les exigences système  | Il répond aux exigences système minimales     |
        | PC Meter Connect       | L’application bureautique PC Meter Connect    |
        | la connexion Internet  | Une connexion Internet                        |

    Scénario: Rien ne manque
      Étant donné un client qui se connecte au moyen d'un ordinateur
      Quand il a tout ce que la connexion exige
      Et l'ordinateur se connecte au compteur
      Alors les modèles offerts sont
        | DM125       |
        | mailstation |

    Scénario: Le compteur doit être à sa page d'accueil
      Étant donné un client qui se connecte au moyen d'un ordinateur
      Et le compteur n'est pas à sa page d'accueil
      Quand il a tout ce que la connexion exige
      Et l'ordinateur se connecte au compteur
      Alors la page dit "Le compteur est occupé"

  @ONB-FR-CON-02
  Règle: Un nœud du réseau local exige un réseau doté d'un accès Internet
    Source: document de départ, « Nœud sur le réseau local relié à Internet ».

    Scénario: Sans accès Internet
      Étant donné un client qui se connecte par un nœud du réseau local
      Quand l'ordinateur se connecte au compteur
      Alors la page dit "Un réseau local doté d’un accès Internet"

  @ONB-FR-CON-03
  Règle: Il n'est pas nécessaire que le système soit connecté en tout temps
    Source: document de départ, « Il n'est pas nécessaire que le système soit connecté en tout temps ».

    Scénario: La page le dit
      Étant donné un client qui a un profil de base
      Quand le client ouvre la page de la connexion
      Alors la page dit "Le système n’a pas à être connecté en tout temps"

    @requires:data-centre @requires:clock
    Plan du Scénario: Après <jours> jours sans communication, une lettre <effet>
      Étant donné un nouveau client dont le compteur est configuré
      Et <jours> jours ont passé
      Quand une lettre est insérée
      Alors la lettre <effet>

      Exemples:
        | jours | effet              |
        | 27    | est affranchie     |
        | 28    | n'est pas affranchie |

    @requires:data-centre @requires:clock
    Scénario: Une synchronisation déverrouille le compteur
      Étant donné un nouveau client dont le compteur est configuré
      Et 28 jours ont passé
      Et le compteur est synchronisé
      Quand une lettre est insérée
      Alors la lettre est affranchie

    @requires:data-centre @requires:clock
    Scénario: La page avertit
      Étant donné un nouveau client dont le compteur est configuré
      Et 21 jours ont passé
      Quand le client ouvre la page du compteur
      Alors la page dit "Inspection postale requise d’ici 7 jours"
