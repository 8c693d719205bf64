# language: fr
@onboarding @language:fr-CA @assumed
Fonctionnalité: Le modèle
  Source: document de départ, « Sélectionnez votre modèle »; la connexion de chaque modèle est supposée.

  @ONB-FR-MOD-01
  Règle: La méthode de connexion dépend du modèle
    Source: document de départ, « La méthode de connexion dépend de votre modèle de système ».

    Scénario: Les modèles d'un réseau local
      Étant donné un client connecté par un nœud du réseau local
      Alors les modèles offerts sont
        | Connect+ 500W |
        | Connect+ 1000 |
        | Connect+ 2000 |
        | Connect+ 3000 |

    Scénario: Les modèles d'un ordinateur
      Étant donné un client connecté au moyen d'un ordinateur
      Alors les modèles offerts sont
        | DM125       |
        | mailstation |

    Scénario: Un modèle qui ne convient plus est choisi de nouveau
      Étant donné un nouveau client prêt pour la configuration initiale
      Quand le client change de connexion et se connecte au moyen d'un ordinateur
      Alors l'étape du modèle n'est pas terminée

  @ONB-FR-MOD-02
  Règle: La configuration continue par celle du modèle sélectionné
    Source: document de départ, « Continuez la configuration de votre système postal en sélectionnant votre modèle ».

    Plan du Scénario: La configuration propre au modèle <modèle>
      Étant donné un client connecté <moyen>
      Quand le client sélectionne le modèle "<modèle>"
      Alors la page dit "Configuration du modèle <modèle>"
      Et la page dit "1. Branchez l’appareil <modèle>"
      Et la page dit "<étape>"
      Et la page dit "3. Lancez la configuration initiale : elle communique avec le Centre de données"

      Exemples:
        | modèle        | moyen                       | étape                                          |
        | Connect+ 2000 | par un nœud du réseau local | 2. Reliez-le au réseau local                   |
        | DM125         | au moyen d'un ordinateur    | 2. Reliez-le à l’ordinateur avec son câble USB |
