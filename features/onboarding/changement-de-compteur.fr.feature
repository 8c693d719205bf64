# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Les clients qui passent à un autre compteur
  Source: document de départ, « Clients qui passent à un autre compteur ».

  @ONB-FR-CHA-01 @requires:data-centre
  Règle: Le versement initial peut être un transfert depuis le compteur remplacé
    Source: document de départ, « en transférant des fonds depuis le compteur remplacé ».

    Scénario: Les fonds sont transférés, et rien n'est pris dans le compte
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors le nouveau compteur contient 78,50 $ et le compteur remplacé 0,00 $
      Et il reste 1000,00 $ dans le compte PitneyWorks

    Scénario: L'ancien compteur finit à zéro, retiré
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors le compteur remplacé est retiré et vide

    @requires:power
    Plan du Scénario: Le courant est coupé à l'étape <étape>
      Étant donné un client qui remplace le compteur "1000789", prêt pour la configuration initiale
      Et le transfert est arrivé à l'étape <étape>
      Quand le courant est coupé puis revient
      Et la configuration initiale est menée à terme
      Alors le nouveau compteur contient 78,50 $ et le compteur remplacé 0,00 $

      Exemples:
        | étape                                              |
        | de l'ouverture de la session du compteur remplacé |
        | du retrait                                         |
        | de l'inspection du compteur remplacé               |
        | de la fin de la session du compteur remplacé       |
        | de l'ouverture de la session                       |
        | du chargement                                      |
        | de l'inspection                                    |
        | de la fin de la session                            |

  @ONB-FR-CHA-02 @requires:data-centre
  Règle: Ensuite, des fonds s'ajoutent par les méthodes déjà configurées
    Source: document de départ, « vous pouvez ajouter des fonds à l'aide des méthodes que vous avez déjà configurées ».

    @assumed
    Scénario: Une recharge
      Étant donné un nouveau client dont le compteur est configuré
      Quand le compteur est rechargé de 40,00 $
      Alors la page dit "40,00 $ ajoutés"
