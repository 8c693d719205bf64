# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Les premières étapes
  Source: document de départ, « Lisez ces premières étapes afin de configurer votre compte et votre système postal ».

  @ONB-FR-ETA-01
  Règle: Les étapes initiales se suivent, et le processus propre au modèle vient ensuite
    Source: document de départ, « Une fois que vous aurez effectué ces étapes, suivez le processus de configuration propre à votre modèle ».

    Scénario: Au début, tout est à faire
      Étant donné un client qui commence
      Alors les étapes sont
        | Profil de base : à faire                            |
        | Équipement : à faire                                |
        | Mon compte : à faire                                |
        | Mode de paiement : à faire                          |
        | Nouveau client ou changement de compteur : à faire  |
        | Méthode de connexion : à faire                      |
        | Modèle : à faire                                    |
        | Votre compteur : à faire                            |

    @assumed
    Scénario: À la fin, tout est terminé
      Étant donné un nouveau client dont le compteur est configuré
      Alors les étapes sont
        | Profil de base : terminé                            |
        | Équipement : terminé                                |
        | Mon compte : terminé                                |
        | Mode de paiement : terminé                          |
        | Nouveau client ou changement de compteur : terminé  |
        | Méthode de connexion : terminé                      |
        | Modèle : terminé                                    |
        | Votre compteur : terminé                            |

    Plan du Scénario: La page <rubrique> attend l'étape « <étape> »
      Étant donné un client <stade>
      Quand le client ouvre la page <rubrique>
      Alors la page dit "Effectuez d’abord cette étape : <étape>"

      Exemples:
        | stade                               | rubrique                                       | étape                                    |
        | qui commence                        | de l'équipement                                | Profil de base                           |
        | qui a un profil de base             | du nouveau client ou du changement de compteur | Équipement                               |
        | dont l'équipement est enregistré    | du modèle                                      | Mode de paiement                         |
        | qui a un mode de paiement           | du modèle                                      | Nouveau client ou changement de compteur |
        | à qui il ne manque que la connexion | du modèle                                      | Méthode de connexion                     |
        | à qui il ne manque que la connexion | du compteur                                    | Modèle                                   |

  @ONB-FR-ETA-02 @assumed
  Règle: Le client lit tout en français du Canada
    Source: document de départ, écrit en français du Canada; la typographie est celle de l'Office québécois de la langue française.

    Scénario: Un nouveau client sur un réseau local
      Étant donné un nouveau client dont le compteur est configuré
      Quand le compteur est rechargé de 40,00 $
      Alors tout ce que le client a lu est en français du Canada
      Et la typographie est celle du Canada français

    Scénario: Un nouveau client au moyen d'un ordinateur
      Étant donné un nouveau client au moyen d'un ordinateur, prêt pour la configuration initiale
      Quand le client effectue la configuration initiale
      Alors tout ce que le client a lu est en français du Canada
      Et la typographie est celle du Canada français

    Scénario: Un client qui passe à un autre compteur
      Étant donné un client qui est passé à un autre compteur
      Quand le client ouvre les détails du compteur
      Alors tout ce que le client a lu est en français du Canada
      Et la typographie est celle du Canada français

    @requires:data-centre
    Scénario: Un appel qui échoue
      Étant donné un nouveau client prêt pour la configuration initiale
      Et le réseau est débranché
      Quand la configuration initiale arrive à sa dernière page
      Alors la page dit "Le Centre de données est injoignable"
      Et tout ce que le client a lu est en français du Canada
      Et la typographie est celle du Canada français
