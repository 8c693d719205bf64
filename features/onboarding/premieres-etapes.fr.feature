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
        | Profil de base : à faire                           |
        | Équipement : à faire                               |
        | Mon compte : à faire                               |
        | Mode de paiement : à faire                         |
        | Nouveau client ou changement de compteur : à faire |
        | Méthode de connexion : à faire                     |
        | Modèle : à faire                                   |
        | Votre compteur : à faire                           |

    @assumed
    Scénario: À la fin, tout est terminé
      Étant donné un nouveau client dont le compteur est configuré
      Alors les étapes sont
        | Profil de base : terminé                           |
        | Équipement : terminé                               |
        | Mon compte : terminé                               |
        | Mode de paiement : terminé                         |
        | Nouveau client ou changement de compteur : terminé |
        | Méthode de connexion : terminé                     |
        | Modèle : terminé                                   |
        | Votre compteur : terminé                           |

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

    Scénario: Les termes du document, de la première page à la dernière
      Étant donné un nouveau client dont le compteur est configuré
      Alors le client a lu, dans l'ordre
        | Profil de base                                       |
        | Nom d’utilisateur (votre adresse électronique)       |
        | Mot de passe                                         |
        | Mot de passe, encore une fois                        |
        | Question de sécurité                                 |
        | Réponse                                              |
        | Votre nom                                            |
        | Nom de l’entreprise                                  |
        | Numéro de téléphone de l’entreprise                  |
        | Créer le profil                                      |
        | Équipement                                           |
        | Enregistrez votre équipement par                     |
        | Numéro de code de produit et numéro de série         |
        | Numéro de compte client d’installation (11 chiffres) |
        | Mode de paiement                                     |
        | Nouveau client                                       |
        | Passage à un autre compteur                          |
        | Méthode de connexion                                 |
        | Ordinateur connecté à Internet                       |
        | Nœud sur le réseau local relié à Internet            |
        | Un réseau local doté d’un accès Internet             |
        | Sélectionnez votre modèle                            |
        | Lancer la configuration initiale                     |
        | Centre de données                                    |
        | Synchronisation terminée                             |
        | Votre compteur                                       |

    Scénario: Les messages d'un transfert
      Étant donné un client qui est passé à un autre compteur
      Alors le client a lu, dans l'ordre
        | Numéro de série du compteur remplacé   |
        | Compteur 1000789                       |
        | Ouverture de la session                |
        | Retrait de fonds d’affranchissement    |
        | Inspection postale                     |
        | Fin de la session                      |
        | Compteur 2000456                       |
        | Ouverture de la session                |
        | Chargement de fonds d’affranchissement |
        | Inspection postale                     |
        | Fin de la session                      |

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

    Scénario: Un envoi sans réponse
      Étant donné un profil de base rempli
      Et le réseau est débranché
      Quand le client crée le profil
      Alors la page dit "Il n’y a pas eu de réponse. Ce qui a été envoyé est conservé et sera renvoyé tel quel."
      Et la page dit "Renvoyer"
      Et tout ce que le client a lu est en français du Canada
      Et la typographie est celle du Canada français

    Scénario: Un appel qui échoue
      Étant donné un nouveau client prêt pour la configuration initiale
      Et le réseau est débranché
      Quand la configuration initiale arrive à sa dernière page
      Alors la page dit "La communication a échoué"
      Et la page dit "Le Centre de données est injoignable"
      Et la page dit "Ce qui a été commencé se poursuivra au prochain essai."
      Et tout ce que le client a lu est en français du Canada
      Et la typographie est celle du Canada français
