# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Le mode de paiement pour les fonds d'affranchissement
  Source: document de départ, « Déterminez votre mode de paiement pour les fonds d’affranchissement ».

  @ONB-FR-PAI-01
  Règle: Le système postal ne contient pas de fonds autres que le dépôt initial
    Source: document de départ, « ne contiennent pas de fonds d’affranchissement autres que votre dépôt initial ».

    Scénario: La page le dit
      Étant donné un client dont l'équipement est enregistré
      Quand le client ouvre la page du mode de paiement
      Alors la page dit "Un système postal ne contient pas de fonds d’affranchissement autres que votre dépôt initial."

    Scénario: Le compteur contient le dépôt initial
      Étant donné un nouveau client prêt pour la configuration initiale
      Alors le nouveau compteur contient 5,00 $
      Et la page dit "Compteur 2000456 : 5,00 $"

  @ONB-FR-PAI-02
  Règle: Des fonds sont chargés dans le compteur avant que le client l'utilise
    Source: document de départ, « Vous devrez charger des fonds dans le compteur avant de l’utiliser ».

    Scénario: La page le dit
      Étant donné un client dont l'équipement est enregistré
      Quand le client ouvre la page du mode de paiement
      Alors la page dit "Il faut charger des fonds dans le compteur avant de l’utiliser, à partir d’un compte d’affranchissement."

    @assumed
    Scénario: Sans fonds, rien n'est affranchi
      Étant donné un nouveau client qui paie par compte prépayé, prêt pour la configuration initiale
      Et la configuration initiale est menée à terme
      Et 4 lettres ont été affranchies
      Quand une lettre est insérée
      Alors la lettre n'est pas affranchie
      Et la page dit "Il n’y a pas assez de fonds dans le compteur"

  @ONB-FR-PAI-03 @requires:data-centre
  Règle: L'ajout de fonds nécessite un compte d'affranchissement, dans lequel le client verse des fonds de diverses façons
    Source: document de départ, « L’ajout de fonds d’affranchissement nécessite un compte d’affranchissement ».

    Scénario: Les fonds viennent du compte
      Étant donné un nouveau client dont le compteur est configuré
      Quand le compteur est rechargé de 40,00 $
      Alors il reste 860,00 $ dans le compte d'affranchissement

    @assumed
    Scénario: Un compte qui contient trop peu
      Étant donné un nouveau client dont le compteur est configuré
      Et le compte d'affranchissement contient 20,00 $
      Quand le compteur est rechargé de 40,00 $
      Alors la page dit "1. Fonds d’affranchissement : refusé : fonds insuffisants dans le compte; au plus 20,00 $"
      Et il reste 20,00 $ dans le compte d'affranchissement

    @assumed
    Scénario: Un montant hors des limites
      Étant donné un nouveau client dont le compteur est configuré
      Quand le client recharge le compteur de 15,00 $
      Alors la page dit "De 10,00 $ à 5 000,00 $, par tranches de 10,00 $"

    Plan du Scénario: Le client paie par <mode>
      Étant donné un client dont l'équipement est enregistré
      Quand le client choisit de payer par <mode>
      Alors le client paie par <mode>
      Et l'étape du mode de paiement est terminée

      Exemples:
        | mode           |
        | PitneyWorks    |
        | compte prépayé |
        | Purchase Power |

  @ONB-FR-PAI-04
  Règle: L'option de paiement par défaut est PitneyWorks
    Source: document de départ, « L’option de paiement par défaut est PitneyWorks ».

    Scénario: Les modes offerts, PitneyWorks en premier
      Étant donné un client dont l'équipement est enregistré
      Alors les modes de paiement offerts sont
        | PitneyWorks (par défaut) |
        | Compte prépayé           |
        | Purchase Power           |

    Scénario: Avant tout choix
      Étant donné un client dont l'équipement est enregistré
      Alors le client paie par PitneyWorks
