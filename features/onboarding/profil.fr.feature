# language: fr
@onboarding @language:fr-CA
Fonctionnalité: Le profil de base
  Source: document de départ, « Créez un profil de base comportant les éléments suivants ».

  @ONB-FR-PRO-01
  Règle: Le profil comporte un nom d'utilisateur, un mot de passe, une question de sécurité, des noms et un numéro de téléphone
    Source: document de départ, la liste des éléments du profil.

    Scénario: Un profil complet
      Étant donné un profil de base rempli
      Quand le client crée le profil
      Alors le profil est créé

    Plan du Scénario: Il manque <élément>
      Étant donné un profil de base rempli sans <élément>
      Quand le client crée le profil
      Alors la page demande <élément>

      Exemples:
        | élément                                |
        | le nom d'utilisateur                   |
        | le mot de passe                        |
        | la question de sécurité                |
        | la réponse                             |
        | votre nom                              |
        | le nom de l'entreprise                 |
        | le numéro de téléphone de l'entreprise |

    Scénario: La page nomme les éléments dans les mots du document
      Étant donné les pages du profil de base
      Alors la page est en français du Canada
      Et la page dit "Profil de base"
      Et la page dit "Nom d’utilisateur (votre adresse électronique)"
      Et la page dit "Question de sécurité"
      Et la page dit "Numéro de téléphone de l’entreprise"

  @ONB-FR-PRO-02
  Règle: Le nom d'utilisateur est une adresse électronique, et chacun n'en a qu'une
    Source: document de départ, « un nom d'utilisateur (votre adresse électronique) ».

    @requires:data-centre
    Scénario: Un nom d'utilisateur déjà pris
      Étant donné un profil de base rempli avec le nom d'utilisateur "taken@example.ca"
      Quand le client crée le profil
      Alors la page dit "Ce nom d’utilisateur est déjà pris"

  @ONB-FR-PRO-03
  Règle: Le mot de passe et la réponse ne se lisent nulle part
    Source: déduit: un secret reste secret.

    Scénario: Après la création
      Étant donné un profil de base rempli
      Quand le client crée le profil
      Alors aucune page n'a montré le mot de passe ni la réponse

    @assumed
    Scénario: Un mot de passe trop court
      Étant donné les pages du profil de base
      Quand le client entre le mot de passe "ab1"
      Alors la page dit "Un mot de passe comporte de"
