@onboarding @requires:data-centre
Feature: What a synchronisation has brought stays
  Source: seed, "Les tâches suivantes peuvent être effectuées pendant une synchronisation".

  @ONB-PKG-01
  Rule: New features and graphics are added to those that are there
    Source: seed, "ajout de nouvelles fonctions" and "réception de nouveaux graphiques et de nouvelles publicités".

    Scenario Outline: A second one of the <task>
      Given a new customer whose meter is set up
      And the Data Centre offers <first>
      And the meter has synchronised and its page was taken away
      And the Data Centre offers <second>
      When the meter has synchronised and its page was taken away
      Then the meter of the customer has <task> "<both>"

      Examples:
        | task     | first                  | second                | both              |
        | features | the feature "Tracking" | the feature "Returns" | Tracking, Returns |
        | graphics | the graphic "Spring"   | the graphic "Summer"  | Spring, Summer    |

    Scenario: What is installed is not fetched again
      Given a new customer whose meter is set up
      And the Data Centre offers rates "2026-B"
      And the Data Centre offers software "1.1.0"
      And the Data Centre offers the feature "Tracking"
      And the Data Centre offers the graphic "Spring"
      When the meter has synchronised and its page was taken away
      Then a synchronisation takes 3 messages

  @ONB-PKG-02 @assumed
  Rule: A package that is refused changes nothing else
    Source: inferred: a package is verified before it replaces the old one.

    Scenario Outline: The software that was installed stays when the newer one arrives <spoilt>
      Given a new customer whose meter is set up
      And the Data Centre offers software "1.1.0"
      And the meter has synchronised and its page was taken away
      And the Data Centre offers software "1.2.0", and it arrives <spoilt>
      When the meter has synchronised and its page was taken away
      Then the meter of the customer has software "1.1.0"

      Examples:
        | spoilt  |
        | longer  |
        | shorter |
        | changed |

    Scenario: What comes behind it is installed
      Given a new customer whose meter is set up
      And the Data Centre offers software "1.1.0", and it arrives changed
      And the Data Centre offers the graphic "Spring"
      When the meter has synchronised and its page was taken away
      Then the meter of the customer has graphics "Spring"

  @ONB-PKG-03 @requires:power @assumed
  Rule: A download that is cut goes on with the next synchronisation, and is installed when it is whole
    Source: inferred: each task resumes at the next call and is never half done.

    Scenario Outline: Nothing is installed by <piece> of 5 pieces
      Given a new customer whose meter is set up
      And the Data Centre offers software "1.1.0" in 5 pieces
      And a synchronisation of the customer has come to its piece <piece>
      When the power is cut and comes back
      Then the meter of the customer has software "1.0.0"

      Examples:
        | piece |
        | 2     |
        | 3     |
        | 5     |

    Scenario Outline: After a cut at piece <piece> of 5 those from there on are fetched
      Given a new customer whose meter is set up
      And the Data Centre offers software "1.1.0" in 5 pieces
      And a synchronisation of the customer has come to its piece <piece>
      When the power is cut and comes back
      Then a synchronisation takes <messages> messages
      And the meter of the customer has software "1.1.0"

      Examples:
        | piece | messages |
        | 1     | 8        |
        | 3     | 6        |
        | 5     | 4        |
