# language: fr
@onboarding @language:fr-CA @requires:data-centre
Fonctionnalité: Les clients qui passent à un autre compteur
  Source: document de départ, « Clients qui passent à un autre compteur ».

  @ONB-FR-CHA-01
  Règle: Le versement initial peut être un transfert depuis le compteur remplacé
    Source: document de départ, « en transférant des fonds depuis le compteur remplacé ».

    Scénario: La page l'annonce
      Étant donné un client dont l'équipement est enregistré
      Quand le client entre le compteur remplacé "1000789"
      Alors la page dit "Les fonds sont transférés depuis le compteur remplacé 1000789"

    Scénario: Avant la configuration, chaque compteur a ses fonds
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Alors le nouveau compteur contient 5,00 $ et le compteur remplacé 73,50 $

    Scénario: Les fonds sont transférés, et rien n'est pris dans le compte
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors le nouveau compteur contient 78,50 $ et le compteur remplacé 0,00 $
      Et il reste 1 000,00 $ dans le compte d'affranchissement

    Scénario: La page dit ce qui a été transféré
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Quand la configuration initiale arrive à sa dernière page
      Alors la page dit "1. Fonds d’affranchissement : 73,50 $ transférés depuis le compteur remplacé"

    Scénario: Le compteur remplacé est retiré
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors le compteur remplacé est retiré et vide
      Et la page dit "Compteur remplacé 1000789 : 0,00 $, retiré"

    Plan du Scénario: <quoi> ne peut pas être remplacé
      Étant donné un client dont l'équipement est enregistré
      Quand le client entre le compteur remplacé "<série>"
      Alors la page dit "<dit>"
      Et l'étape du nouveau client ou du changement de compteur n'est pas terminée

      Exemples:
        | quoi                     | série   | dit                                |
        | Un compteur inconnu      | 9999999 | Ce compteur est inconnu            |
        | Le nouveau compteur même | 2000456 | C’est le nouveau compteur lui-même |

    @requires:power
    Plan du Scénario: Le courant est coupé à l'étape <étape>
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Et le transfert est arrivé à l'étape <étape>
      Quand le courant est coupé puis revient
      Et la configuration initiale est menée à terme
      Alors le nouveau compteur contient 78,50 $ et le compteur remplacé 0,00 $

      Exemples:
        | étape                                             |
        | de l'ouverture de la session du compteur remplacé |
        | du retrait                                        |
        | de l'inspection du compteur remplacé              |
        | de la fin de la session du compteur remplacé      |
        | de l'ouverture de la session                      |
        | du chargement                                     |
        | de l'inspection                                   |
        | de la fin de la session                           |

  @ONB-FR-CHA-02
  Règle: Ensuite, des fonds s'ajoutent par la méthode déjà configurée
    Source: document de départ, « Ensuite, vous pouvez ajouter des fonds à l’aide des méthodes que vous avez déjà configurées ».

    Scénario: Une recharge
      Étant donné un client qui est passé à un autre compteur
      Quand le compteur est rechargé de 50,00 $
      Alors la page dit "1. Fonds d’affranchissement : 50,00 $ ajoutés"
      Et il reste 950,00 $ dans le compte d'affranchissement

  @ONB-FR-CHA-03
  Règle: Le client peut aussi changer sa source de fonds d'affranchissement
    Source: document de départ, « ou vous pouvez changer votre source de fonds d’affranchissement ».

    Scénario: La nouvelle source
      Étant donné un client qui est passé à un autre compteur
      Quand le client choisit de payer par compte prépayé
      Alors le client paie par compte prépayé

    Scénario: Une recharge après le changement
      Étant donné un client qui est passé à un autre compteur
      Et le client a choisi de payer par Purchase Power
      Quand le client recharge le compteur de 50,00 $
      Alors le compteur est prêt avec 128,50 $
