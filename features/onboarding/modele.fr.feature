# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Le modèle
  Source: document de départ, « Sélectionnez votre modèle ».

  @ONB-FR-MOD-01 @assumed
  Règle: La méthode de connexion dépend du modèle, et chaque modèle mène à sa propre configuration
    Source: document de départ, « Continuez la configuration de votre système postal en sélectionnant votre modèle ».

    Scénario: Les modèles d'un réseau local
      Étant donné un client connecté par un nœud du réseau local
      Alors les modèles offerts sont
        | Connect+ 500W |
        | Connect+ 1000 |
        | Connect+ 2000 |
        | Connect+ 3000 |

    Plan du Scénario: La configuration propre au modèle <modèle>
      Étant donné un client connecté <moyen>
      Quand le client sélectionne le modèle "<modèle>"
      Alors la page dit "Configuration du modèle <modèle>"
      Et la page dit "<étape>"

      Exemples:
        | modèle        | moyen                       | étape                                          |
        | Connect+ 2000 | par un nœud du réseau local | 2. Reliez-le au réseau local                   |
        | DM125         | au moyen d'un ordinateur    | 2. Reliez-le à l’ordinateur avec son câble USB |
