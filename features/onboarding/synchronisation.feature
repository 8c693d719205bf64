@onboarding @requires:data-centre
Feature: The meter synchronises with the Data Centre
  Source: seed, "Les tâches suivantes peuvent être effectuées pendant une synchronisation".

  @ONB-SYN-01
  Rule: A synchronisation has seven tasks, and the page says what came of each
    Source: seed, the seven entries of the list.

    Scenario: Nothing to do but the inspection
      Given a new customer whose meter is set up
      When the meter has called to synchronise
      Then the page shows the seven tasks
      And the postal inspection has passed
      And there was nothing to do of all other tasks but the inspection

    Scenario: Postage is refilled
      Given a new customer whose meter is set up
      When the meter has called to refill $40.00
      Then the page says that $40.00 were added

    Scenario Outline: The task "<task>" brings <what>
      Given a new customer whose meter is set up
      And the Data Centre offers <what>
      When the meter has called to synchronise
      Then the task "<task>" has brought "<id>"

      Examples:
        | task     | what                   | id       |
        | rates    | rates "2026-B"         | 2026-B   |
        | software | software "1.1.0"       | 1.1.0    |
        | features | the feature "Tracking" | Tracking |
        | graphics | the graphic "Spring"   | Spring   |

    Scenario Outline: What was brought as "<task>" is there afterwards
      Given a new customer whose meter is set up
      And the Data Centre offers <what>
      When the meter has synchronised and its page was taken away
      Then the meter of the customer has <task> "<id>"

      Examples:
        | task     | what                   | id       |
        | rates    | rates "2026-B"         | 2026-B   |
        | software | software "1.1.0"       | 1.1.0    |
        | features | the feature "Tracking" | Tracking |
        | graphics | the graphic "Spring"   | Spring   |

    Scenario: Several graphics come at once
      Given a new customer whose meter is set up
      And the Data Centre offers the graphic "Spring"
      And the Data Centre offers the graphic "Summer"
      When the meter has called to synchronise
      Then the task "graphics" has brought "Spring" and "Summer"

    Scenario: Diagnostic information is collected
      Given a new customer whose meter is set up
      And the Data Centre wants diagnostics
      When the meter has called to synchronise
      Then the diagnostic information was sent
      And the Data Centre has received diagnostics 1 time

    Scenario Outline: A package that arrives <spoilt> is refused, and the page says so
      Given a new customer whose meter is set up
      And the Data Centre offers software "1.1.0", and it arrives <spoilt>
      When the meter has called to synchronise
      Then the task "software" was refused because of its <fault>

      Examples:
        | spoilt  | fault  |
        | longer  | size   |
        | shorter | size   |
        | changed | damage |

    Scenario: Packages are installed at the first set-up too
      Given a new customer who is ready for the first set-up
      And the Data Centre offers software "1.1.0"
      When the first set-up is made
      Then the meter of the customer has software "1.1.0"

  @ONB-SYN-02
  Rule: Postage is added within the limits, once
    Source: seed, "recharge de fonds d'affranchissement"; limits assumed.

    Scenario: A refill
      Given a new customer whose meter is set up
      When the new meter is refilled with $40.00
      Then the meter is ready with $145.00
      And $860.00 prepaid are left in the postage account

    @assumed
    Scenario Outline: <amount> is no amount
      Given a new customer whose meter is set up
      When the new meter is refilled with <amount>
      Then the page refuses because of the limits of a refill

      Examples:
        | amount   |
        | $9.99    |
        | $15.00   |
        | $5010.00 |

    Scenario Outline: A refill that meets <trouble> is asked for again as it is
      Given a new customer whose meter is set up
      And a refill of $40.00 by the customer has come to its postage
      And the next message to the Data Centre meets <trouble>
      When the call has broken off
      And the refill is asked for again
      Then the meter is ready with $145.00
      And $860.00 prepaid are left in the postage account

      Examples:
        | trouble                        |
        | "out of order"                 |
        | "connection reset"             |
        | "answer lost"                  |
        | "no answer"                    |
        | "no answer after carrying out" |

    Scenario: The balance of the account
      Given a new customer whose meter is set up
      When the meter has asked for its balance
      Then the page shows a balance of $900.00

    Scenario: A letter takes its postage from the meter
      Given a new customer whose meter is set up
      When a letter is franked
      Then the meter is ready with $103.76

  @ONB-SYN-03
  Rule: The inspection is due from day 21 on, and on day 28 the meter stops
    Source: Connect+ guide for Canada p. 201.

    Scenario Outline: On <day> the inspection is <standing>
      Given a new customer whose meter is set up
      When it becomes <day>
      Then the page of the meter says that it is <standing>

      Examples:
        | day                            | standing |
        | the last day before the warning | in order |
        | the first day of the warning    | due      |
        | the last day before the lock-out | due     |
        | the day of the lock-out         | locked   |

    Scenario: A locked meter franks nothing and says why
      Given a new customer whose meter is set up
      When it becomes the day of the lock-out
      Then a letter is refused because the meter is locked

    Scenario: The day before it still franks
      Given a new customer whose meter is set up
      When it becomes the last day before the lock-out
      Then a letter is franked

    Scenario Outline: It is unlocked when it has called to <errand>
      Given a new customer whose meter is set up
      And it was the day of the lock-out
      When the meter of the customer calls to <errand>
      Then the page of the meter says that it is in order
      And a letter is franked

      Examples:
        | errand      |
        | synchronise |
        | getBalance  |

    Scenario: A refill unlocks it
      Given a new customer whose meter is set up
      And it was the day of the lock-out
      When the new meter is refilled with $40.00
      Then the page of the meter says that it is in order

    Scenario: A call that fails does not
      Given a new customer whose meter is set up
      And it was the day of the lock-out
      And the network is unplugged
      When the meter of the customer calls to synchronise
      Then the page of the meter says that it is locked
