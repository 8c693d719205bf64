# language: fr
@onboarding @language:fr-CA
Fonctionnalité: La synchronisation avec le Centre de données
  Source: document de départ, « Les tâches suivantes peuvent être effectuées pendant une synchronisation ».

  @ONB-FR-SYN-01 @requires:data-centre
  Règle: Une synchronisation a sept tâches
    Source: document de départ, la liste des sept tâches.

    Scénario: La page montre les sept tâches
      Étant donné un nouveau client dont le compteur est configuré
      Quand le compteur se synchronise
      Alors les sept tâches sont montrées
      Et la page dit "1. Fonds d’affranchissement"
      Et la page dit "4. Inspection postale : réussie"
      Et la page dit "7. Éléments graphiques et publicités : rien à faire"

    Plan du Scénario: La tâche « <tâche> »
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données offre <sorte> "<nom>"
      Quand le compteur se synchronise
      Alors la page dit "<tâche> : <nom> : installé"

      Exemples:
        | sorte               | nom       | tâche                               |
        | les tarifs          | 2026-B    | 2. Tarifs d’affranchissement        |
        | le logiciel         | 1.1.0     | 3. Logiciel                         |
        | la caractéristique  | Suivi     | 6. Nouvelles caractéristiques       |
        | l'élément graphique | Printemps | 7. Éléments graphiques et publicités |

    @assumed
    Scénario: La recharge de fonds d'affranchissement
      Étant donné un nouveau client dont le compteur est configuré
      Quand le compteur est rechargé de 40,00 $
      Alors la page dit "1. Fonds d’affranchissement : 40,00 $ ajoutés"

    Scénario: La collecte de renseignements de diagnostic
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données demande des renseignements de diagnostic
      Quand le compteur se synchronise
      Alors la page dit "5. Renseignements de diagnostic : envoyés"
