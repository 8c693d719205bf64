# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Le mode de paiement pour les fonds d'affranchissement
  Source: document de départ, « Déterminez votre mode de paiement pour les fonds d’affranchissement ».

  @ONB-FR-PAI-01
  Règle: L'option de paiement par défaut est PitneyWorks
    Source: document de départ, « L'option de paiement par défaut est PitneyWorks ».

    Scénario: L'option offerte en premier
      Étant donné un client dont l'équipement est enregistré
      Quand le client ouvre la page du mode de paiement
      Alors le premier mode de paiement offert est PitneyWorks
      Et la page dit "PitneyWorks (par défaut)"

    Plan du Scénario: Le client choisit <mode>
      Étant donné un client dont l'équipement est enregistré
      Quand le client choisit le mode de paiement <mode>
      Alors le mode de paiement est <mode>

      Exemples:
        | mode           |
        | PitneyWorks    |
        | Prepaid        |
        | Purchase Power |

  @ONB-FR-PAI-02
  Règle: Un système postal ne contient que le dépôt initial, et il faut un compte d'affranchissement
    Source: document de départ, « ne contiennent pas de fonds d'affranchissement autres que votre dépôt initial ».

    Scénario: La page le dit
      Étant donné un client dont l'équipement est enregistré
      Quand le client ouvre la page du mode de paiement
      Alors la page dit "autres que votre dépôt initial"
      Et la page dit "Il faut charger des fonds dans le compteur avant de l’utiliser"
