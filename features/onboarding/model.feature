@onboarding
Feature: The model and its own set-up
  Source: seed, "Sélectionnez votre modèle"; which model has which connection is assumed.

  @ONB-MOD-01 @assumed
  Rule: The connection depends on the model: only those that fit are offered
    Source: seed, "La méthode de connexion dépend de votre modèle de système".

    Scenario: Models on a local network
      Given a customer who is ready to choose a model by lan
      Then these models are offered
        | Connect+ 500W |
        | Connect+ 1000 |
        | Connect+ 2000 |
        | Connect+ 3000 |

    Scenario: Models on a computer
      Given a customer who is ready to choose a model by pc
      Then these models are offered
        | DM125       |
        | mailstation |

    Scenario: A model that no longer fits is chosen anew
      Given a new customer who is ready for the first set-up
      When the connection is changed to pc
      Then these models are offered
        | DM125       |
        | mailstation |
      And the section "model" is not done

    Scenario: A meter that is set up stays with the connection of its model
      Given a new customer whose meter is set up
      When the pages of the connection by pc are opened
      Then the page refuses because "Connect+ 1000" is not connected so

  @ONB-MOD-02 @assumed
  Rule: Each model leads to its own set-up
    Source: seed, "Continuez la configuration de votre système postal en sélectionnant votre modèle".

    Scenario Outline: <model>
      Given a customer who is ready to choose a model by <connection>
      When the model "<model>" is chosen
      Then the set-up of "<model>" by <connection> is shown with its steps

      Examples:
        | model         | connection |
        | Connect+ 500W | lan        |
        | Connect+ 3000 | lan        |
        | DM125         | pc         |
        | mailstation   | pc         |

    Scenario: Another model can be chosen before the set-up
      Given a new customer who is ready for the first set-up
      When the model "Connect+ 2000" is chosen
      Then the set-up of "Connect+ 2000" by lan is shown with its steps

    @requires:power
    Scenario: The set-up of the model that was chosen comes again after a power cut
      Given a new customer who is ready for the first set-up
      When the power is cut and comes back
      And the section "model" is opened
      Then the set-up of "Connect+ 1000" by lan is shown with its steps

  @ONB-MOD-03
  Rule: The sections follow each other
    Source: seed, "Une fois que vous aurez effectué ces étapes, suivez le processus de configuration propre à votre modèle".

    Scenario Outline: <section> waits for <first>
      Given a customer with <done>
      When the section "<section>" is opened
      Then the section "<first>" must be complete first

      Examples:
        | section   | done                 | first      |
        | payment   | nothing              | profile    |
        | account   | nothing              | profile    |
        | customer  | a base profile       | equipment  |
        | model     | registered equipment | payment    |
        | model     | a method of payment  | customer   |
        | model     | all but a connection | connection |
        | ready     | registered equipment | model      |

    Scenario: Equipment that stands elsewhere is not set up here
      Given a customer whose registered equipment is "10987654321" and who is ready for the first set-up
      When the first set-up is begun
      Then the page refuses because the equipment "2000999" is not the meter "2000456"
