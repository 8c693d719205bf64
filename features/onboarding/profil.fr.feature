# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Le profil de base
  Source: document de départ, « Créez un profil de base comportant les éléments suivants ».

  @ONB-FR-PRO-01
  Règle: Le profil comporte tous ces éléments
    Source: document de départ, la liste des éléments du profil.

    Scénario: Un profil complet
      Étant donné un profil de base rempli
      Quand le client crée le profil
      Alors le profil est créé
      Et la page dit "Le profil de base est créé"

    Plan du Scénario: Il manque <élément>
      Étant donné un profil de base rempli sans <élément>
      Quand le client crée le profil
      Alors la page demande <élément>
      Et la page dit "Il manque : <dit>"

      Exemples:
        | élément                                | dit                                            |
        | le nom d'utilisateur                   | Nom d’utilisateur (votre adresse électronique) |
        | le mot de passe                        | Mot de passe                                   |
        | la question de sécurité                | Question de sécurité                           |
        | la réponse                             | Réponse                                        |
        | votre nom                              | Votre nom                                      |
        | le nom de l'entreprise                 | Nom de l’entreprise                            |
        | le numéro de téléphone de l'entreprise | Numéro de téléphone de l’entreprise            |

    Scénario: La page montre ce que le client a entré
      Étant donné les pages du profil de base
      Quand le client remplit le profil de base
      Alors la page dit "Profil de base"
      Et la page dit "Nom d’utilisateur (votre adresse électronique) * : marie@exemple.ca"
      Et la page dit "Votre nom * : Marie Roy"
      Et la page dit "Nom de l’entreprise * : Fleuve"
      Et la page dit "Numéro de téléphone de l’entreprise * : 4185550123"
      Et tout ce que le client a lu est en français du Canada

  @ONB-FR-PRO-02
  Règle: Le nom d'utilisateur est l'adresse électronique du client
    Source: document de départ, « un nom d’utilisateur (votre adresse électronique) ».

    Plan du Scénario: « <texte> » n'est pas une adresse électronique
      Étant donné les pages du profil de base
      Quand le client entre le nom d'utilisateur "<texte>"
      Alors la page dit "Ce n’est pas une adresse électronique"

      Exemples:
        | texte         |
        | marie         |
        | marie@exemple |

    @requires:data-centre
    Scénario: L'adresse électronique d'un autre client
      Étant donné un profil de base rempli avec le nom d'utilisateur "taken@example.ca"
      Quand le client crée le profil
      Alors la page dit "Ce nom d’utilisateur est déjà pris"
      Et l'étape du profil de base n'est pas terminée

  @ONB-FR-PRO-03
  Règle: Le profil est protégé par un mot de passe et une question de sécurité
    Source: document de départ, « un mot de passe et une question de sécurité ».

    Scénario: Le mot de passe et la réponse ne se lisent nulle part
      Étant donné un profil de base rempli
      Quand le client crée le profil
      Alors aucune page n'a montré le mot de passe ni la réponse

    Scénario: Le mot de passe est entré deux fois
      Étant donné les pages du profil de base
      Quand le client entre le mot de passe "Neige2015", puis le mot de passe "Neige2016"
      Alors la page dit "Les mots de passe ne sont pas identiques"

    @assumed
    Scénario: Un mot de passe trop court
      Étant donné les pages du profil de base
      Quand le client entre le mot de passe "Neige15"
      Alors la page dit "Un mot de passe comporte de 8 à 32 caractères, avec des lettres et des chiffres"

    @assumed
    Scénario: La question de sécurité est choisie dans une liste
      Étant donné les pages du profil de base
      Alors une liste de questions de sécurité est offerte

    @assumed
    Scénario: La page montre la question, et non la réponse
      Étant donné les pages du profil de base
      Quand le client remplit le profil de base
      Alors la page dit "Question de sécurité * : Quelle est votre ville natale?"
      Et la page dit "Réponse * : entré"

  @ONB-FR-PRO-04 @assumed
  Règle: Le numéro de téléphone de l'entreprise en est un
    Source: document de départ, « le numéro de téléphone de l’entreprise »; sa forme n'est dite nulle part.

    Scénario: Neuf chiffres
      Étant donné les pages du profil de base
      Quand le client entre le numéro de téléphone "418555012"
      Alors la page dit "Un numéro de téléphone comporte de 10 à 15 chiffres"
