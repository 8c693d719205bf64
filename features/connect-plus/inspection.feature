@connect-plus @requires:data-centre @requires:clock
Feature: The postal inspection on the Connect+ Series
  The machine asks for a postal inspection from the 21st day after the last one on, for seven days, and then runs no mail.
  The days and what every machine does alike are in features/funds; here is what this one says, and where.

  @CNP-INS-01
  Rule: Home and Run Mail say that an inspection is required
    Source: docs/requirements.yaml, "Inspection Required" appears on Run Mail; "Postal inspection required" from
    about day 21.

    Scenario: Not on the day before
      Given the meter's clock stands at "2026-01-25 23:59:00"
      Then Home and Run Mail say nothing of an inspection

    Scenario Outline: <day>
      Given the meter's clock stands at "<day> 09:00:00"
      Then Home and Run Mail say "<text>"

      Examples:
        | day        | text                                            |
        | 2026-01-26 | Postal inspection required. Days left: 7        |
        | 2026-01-31 | Postal inspection required. Days left: 2        |
        | 2026-02-01 | Postal inspection required. Days left: 1        |
        | 2026-02-02 | Postal inspection required. No mail can be run. |
        | 2026-05-01 | Postal inspection required. No mail can be run. |

    Scenario: At midnight, while nobody touches the machine
      Given the meter's clock stands at "2026-02-01 23:59:00"
      And the screen "Home" is open
      When 1 minute passes
      Then the screen says "Postal inspection required. No mail can be run."

    @assumed
    Scenario: Everything else on Home and Run Mail is there as well
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And the meter's clock stands at "2026-01-26 09:00:00"
      When account "Marketing" is selected for mail
      And 1 piece is run
      Then the batch has 1 piece and £1.65
      And the account in use is "Marketing"

    Scenario: No more once it was carried out
      Given the meter's clock stands at "2026-01-26 09:00:00"
      When a postal inspection was made
      Then Home and Run Mail say nothing of an inspection

  @CNP-INS-02 @requires:power
  Rule: At power-up the machine says so once a day, for seven days
    Source: docs/requirements.yaml: "about day 21 "Postal inspection required", then daily for 7 days at power-up".

    Scenario: Not before
      Given the meter's clock stands at "2026-01-25 12:00:00"
      When the power is cut and comes back
      Then the screen "Home" is shown

    Scenario Outline: <day>
      Given the meter's clock stands at "<day> 09:00:00"
      When the power is cut and comes back
      Then the screen "Postal inspection" is shown
      And the screen says "<text>"
      And the screen says "Refill postage, get the balance or upload postal information."

      Examples:
        | day        | text                                     |
        | 2026-01-26 | Postal inspection required. Days left: 7 |
        | 2026-02-01 | Postal inspection required. Days left: 1 |

    Scenario: OK leads on
      Given the meter's clock stands at "2026-01-26 09:00:00"
      And the power was cut and came back
      When "OK" is touched
      Then the screen "Home" is shown

    Scenario: Once a day
      Given the meter's clock stands at "2026-01-26 09:00:00"
      And the power was cut and came back
      And "OK" is touched
      When the power is cut and comes back
      Then the screen "Home" is shown

    Scenario: The next day again
      Given the meter's clock stands at "2026-01-26 09:00:00"
      And the power was cut and came back
      And "OK" is touched
      And 24 hours pass
      When the power is cut and comes back
      Then the screen "Postal inspection" is shown
      And the screen says "Postal inspection required. Days left: 6"

    @assumed
    Scenario: What was not read is said again
      Given the meter's clock stands at "2026-01-26 09:00:00"
      And the power was cut and came back
      When the power is cut and comes back
      Then the screen "Postal inspection" is shown

    Scenario: Before anybody logs in
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
      And the meter's clock stands at "2026-01-26 09:00:00"
      And the power was cut and came back
      When "OK" is touched
      Then the screen "Log In" is shown

    @assumed
    Scenario: A locked machine says so on Home instead
      Given the meter's clock stands at "2026-02-02 09:00:00"
      When the power is cut and comes back
      Then the screen "Home" is shown
      And the screen says "Postal inspection required. No mail can be run."

    Scenario: No more once it was carried out
      Given the meter's clock stands at "2026-01-26 09:00:00"
      And a balance inquiry was made
      When the power is cut and comes back
      Then the screen "Home" is shown

    @requires:mail
    Scenario: Nothing is franked while it waits to be read
      Given the meter's clock stands at "2026-01-26 09:00:00"
      And the power was cut and came back
      When a piece is put in where the machine stands
      Then the piece comes out unfranked

  @CNP-INS-03 @requires:mail
  Rule: A locked machine runs no mail and says why
    Source: docs/requirements.yaml: locked on day 28; postage printing only, the panel stays usable.

    Scenario: The last minute before
      Given the meter's clock stands at "2026-02-01 23:59:00"
      When a piece of 20 g is run
      Then the last imprint is £1.65

    Scenario: The first minute
      Given the meter's clock stands at "2026-02-02 00:00:00"
      When a piece of 20 g is run
      Then the Connect+ refuses because a postal inspection is required
      And the piece comes out unfranked
      And the meter has used £0.00 for 0 pieces, and £500.00 is left

    Scenario: A machine that stands on Run Mail as the day comes
      Given the meter's clock stands at "2026-02-01 23:59:00"
      And Run Mail is opened
      And 1 minute passes
      When a piece of 20 g is run
      Then the Connect+ refuses because a postal inspection is required

    @assumed
    Scenario: It is said before an account is asked for
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And the meter's clock stands at "2026-02-02 09:00:00"
      When a piece of 20 g is run
      Then the Connect+ refuses because a postal inspection is required

    Scenario: Accounts can still be managed
      Given the meter's clock stands at "2026-02-02 09:00:00"
      When this account is created
        | name      | code |
        | Marketing | M-01 |
      And the screen "Edit Account > Select Account" is open
      Then "M-01 Marketing" can be touched

    Scenario Outline: <button> unlocks it
      Given the meter's clock stands at "2026-02-02 09:00:00"
      And the screen "<screen>" is open
      And "<button>" is touched and answered
      And "OK" is touched
      When a piece of 20 g is run
      Then the last imprint is £1.65

      Examples:
        | screen                    | button                        |
        | Funds > Meter Funds       | Get Balance                   |
        | Funds > Meter Information | Upload postal information now |
        | Funds > Meter Information | Postal inspection             |

    @requires:network
    Scenario: A call that failed does not
      Given the meter's clock stands at "2026-02-02 09:00:00"
      And the network is unplugged
      And a balance inquiry is made
      When a piece of 20 g is run
      Then the Connect+ refuses because a postal inspection is required

  @CNP-INS-04 @assumed
  Rule: Meter Information has the days
    Source: least and most refill, last and next inspection on the Meter Information tab (docs/requirements.yaml).

    Scenario: A new machine
      Then Meter Information says
        | Last postal inspection: 05/01/2026        |
        | Next postal inspection before: 02/02/2026 |

    Scenario: An inspection begins the days anew
      Given the meter's clock stands at "2026-01-20 09:00:00"
      When a postal inspection was made
      Then Meter Information says
        | Last postal inspection: 20/01/2026        |
        | Next postal inspection before: 17/02/2026 |

    Scenario: The message of the inspection
      Given the screen "Funds > Meter Information" is open
      When "Postal inspection" is touched and answered
      Then the screen "Call Result" is shown
      And the screen says "The postal inspection was carried out."
