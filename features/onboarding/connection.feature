@onboarding
Feature: The connection to the Data Centre
  Source: seed, "Choisissez et configurez votre méthode de connexion".

  @ONB-CON-01
  Rule: By a computer, a customer needs Windows that meets the requirements, PC Meter Connect and the internet
    Source: seed, "Au moyen d'un ordinateur connecté à Internet - Ce dont vous aurez besoin".

    Scenario: With all of it the connection is made
      Given the pages of the connection by pc
      When all that the connection needs is ticked
      And the connection is made
      Then the section "connection" is done

    Scenario Outline: Without <need> the connection is not made, and it is named
      Given the pages of the connection by pc
      When all that the connection needs is ticked but <need>
      And the connection is made
      Then <need> is said to be needed
      And the section "connection" is not done

      Examples:
        | need           |
        | windows        |
        | requirements   |
        | pcMeterConnect |
        | internet       |

    Scenario: All that is missing is named
      Given the pages of the connection by pc
      When the connection is made
      Then windows, requirements, pcMeterConnect and internet are said to be needed

    Scenario: A tick can be taken away
      Given the pages of the connection by pc
      And all that the connection needs is ticked
      When "internet" is ticked once more
      And the connection is made
      Then internet is said to be needed

  @ONB-CON-02
  Rule: By a node of the network, a customer needs a local network with internet access
    Source: seed, "Nœud sur le réseau local relié à Internet - Ce dont vous aurez besoin".

    Scenario: With it the connection is made
      Given the pages of the connection by lan
      When all that the connection needs is ticked
      And the connection is made
      Then the section "connection" is done

    Scenario: Without it the connection is not made
      Given the pages of the connection by lan
      When the connection is made
      Then lanInternet is said to be needed
      And the section "connection" is not done

  @ONB-CON-03
  Rule: The PC reaches a meter that shows its Home screen only
    Source: mailstation guide, PC Meter Connect (docs/requirements.yaml).

    Scenario: A meter that shows its menu is busy
      Given the pages of the connection by pc
      And all that the connection needs is ticked
      And the Menu key of the meter is pressed
      When the connection is made
      Then the page refuses because the meter is busy

    Scenario: Back at Home it is reached
      Given the pages of the connection by pc
      And all that the connection needs is ticked
      And the Menu key of the meter is pressed
      And the Home key of the meter is pressed
      When the connection is made
      Then the section "connection" is done

    Scenario: By a node of the network a meter is reached whatever it shows
      Given a customer with all but a connection
      And the pages of the connection by pc
      And the Menu key of the meter is pressed
      And the connection is changed to lan
      And the model "Connect+ 1000" is chosen
      When the first set-up is made
      Then the section "ready" is done

    Scenario: A meter that is busy is not set up
      Given a new customer with a pc who is ready for the first set-up
      And the Menu key of the meter is pressed
      When the first set-up is begun
      Then the page refuses because the meter is busy

    Scenario Outline: A meter that is busy does not <errand>
      Given a new customer with a pc whose meter is set up
      And the Menu key of the meter is pressed
      When the meter is asked to <errand>
      Then the page refuses because the meter is busy

      Examples:
        | errand      |
        | refill      |
        | synchronise |
        | getBalance  |

  @ONB-CON-04
  Rule: The system need not be connected at all times, but must often be in touch
    Source: seed, "Il n'est pas nécessaire que le système soit connecté en tout temps".

    Scenario: The page says so
      When the section "connection" is opened
      Then the page says that the connection need not be constant

    Scenario: A meter without a network goes on franking
      Given a new customer whose meter is set up
      And the network is unplugged
      Then a letter is franked
