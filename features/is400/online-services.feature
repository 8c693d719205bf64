@is400 @requires:data-centre
Feature: Online services and rate management on the IS-420 and IS-440
  What a synchronisation must do on every machine stands in features/funds; here is what this one shows of it.

  @IS4-OLS-01
  Rule: The generic call is made from both menus
    Source: E-Services / Online Services > generic call, IN-360 guide p. 130, listed for both menus. Its numbers are assumed.

    @assumed
    Scenario: 8 in the user menu
      Given a meter in "No Account" mode
      And a user session
      When the keys MENU 8 are pressed
      Then the screen "Online Services" is shown
      And after OK the screen "Connecting to the server" is shown
      And the call ends with "Call Complete"

    @assumed
    Scenario: 7 in the supervisor menu
      Given a meter in "No Account" mode
      And the supervisor menu
      When the key 7 is pressed
      Then the screen "Online Services" is shown
      And after OK the screen "Connecting to the server" is shown
      And the call ends with "Call Complete"

    Scenario: A user's call ends in the user menu
      Given a user calls the online services
      When the key OK is pressed
      Then the screen "Main Menu" is shown

    Scenario: The supervisor's call ends in the supervisor menu
      Given the supervisor calls the online services
      When the key OK is pressed
      Then the screen "Supervisor Menu" is shown

    Scenario: C calls nobody
      Given the screen "User Menu > Online Services" is open
      When the key C is pressed
      Then the screen "Main Menu" is shown
      And the server had no message

  @IS4-OLS-02 @assumed
  Rule: The machine lists what a call has done
    Source: what the machine shows then was not found.

    Scenario: All that there was to do
      Given the Data Centre offers rates "2026-B"
      And the Data Centre offers software "1.1.0"
      And the Data Centre offers the feature "Tracking"
      And the Data Centre offers the graphic "Spring"
      And the Data Centre wants diagnostics
      When a user calls the online services
      Then the screen "Call Complete" is shown
      And the display shows these rows
        | Postal inspection done.    |
        | Rates 2026-B installed     |
        | Software 1.1.0 installed   |
        | Feature Tracking installed |
        | Graphic Spring installed   |
        | Diagnostics sent           |

    Scenario: Nothing but the inspection
      When a user calls the online services
      Then the display shows these rows
        | Postal inspection done. |

    Scenario Outline: A package that arrives <spoilt> is refused and the reason is named
      Given the Data Centre offers software "1.1.0", and it arrives <spoilt>
      When a user calls the online services
      Then the screen "Call Complete" is shown
      And the display shows "Software 1.1.0 refused: <reason>"

      Examples:
        | spoilt  | reason     |
        | longer  | wrong size |
        | shorter | wrong size |
        | changed | damaged    |

    Scenario: Rates without prices
      Given the Data Centre offers rates "2026-B" without prices
      When a user calls the online services
      Then the display shows "Rates 2026-B refused: wrong content"

    Scenario: A package that is too large
      Given the Data Centre offers software "1.1.0", a byte larger than the machine takes
      When a user calls the online services
      Then the display shows "Software 1.1.0 refused: too large"

    Scenario: What was done before the call broke off is listed behind the reason
      Given the screen "User Menu > Online Services" is open
      And the key OK is pressed
      And the Data Centre wants diagnostics
      And the server fails with "out of order" after 2 more messages
      When the call ends
      Then the screen "Call Failed" is shown
      And the meter beeps
      And the display shows these rows
        | The server is out of order. |
        | Postal inspection done.     |

    Scenario: Credit that was asked for before comes with it
      Given a call for £120.00 of credit was lost
      When a user calls the online services
      Then the display shows these rows
        | Credit added: £120.00   |
        | Postal inspection done. |

    Scenario: Credit that was asked for before may be refused then
      Given a call for £120.00 of credit never arrived
      And the postal account holds £50.00 and £0.00 on credit
      When a user calls the online services
      Then the screen "Call Complete" is shown
      And the display shows these rows
        | Not enough in the postal account. |
        | Postal inspection done.           |

    Scenario: The message under way is named
      Given the screen "User Menu > Online Services" is open
      When the key OK is pressed
      Then the display shows "Identifying the machine"

  @IS4-OLS-03
  Rule: The supervisor sees what is installed at 8.4
    Source: Options and Updates > Rate Management, IS-5000 guide p. 242. Its lines are assumed.

    Scenario: 8.4 is its number
      Given a meter in "No Account" mode
      And the supervisor menu
      When the keys 8 4 are pressed
      Then the screen "Rate Management" is shown

    @assumed
    Scenario: A machine as it was made
      Given a meter in "No Account" mode
      When the supervisor opens the rate management
      Then the display shows these rows
        | Rates in force: factory  |
        | Rates installed: factory |
        | Software: 1.0.0          |

    @assumed
    Scenario: A machine that was updated
      Given the Data Centre offers rates "2026-B"
      And the Data Centre offers software "1.1.0"
      And the Data Centre offers the feature "Tracking"
      And the Data Centre offers the graphic "Spring"
      And a user calls the online services
      When the supervisor opens the rate management
      Then the display shows these rows
        | Rates in force: 2026-B  |
        | Rates installed: 2026-B |
        | Software: 1.1.0         |
        | Feature: Tracking       |
        | Graphic: Spring         |

    @assumed
    Scenario: Rates that hold from a later day are installed and not in force
      Given the server offers rates "2026-B" that hold from "2026-02-01"
      And a user calls the online services
      When the supervisor opens the rate management
      Then the display shows "Rates in force: factory"
      And the display shows "Rates installed: 2026-B"

    @requires:clock @assumed
    Scenario: From that day on they are in force
      Given the server offers rates "2026-B" that hold from "2026-02-01"
      And a user calls the online services
      And the meter's clock stands at "2026-01-31 23:59"
      And the supervisor opens the rate management
      And the display shows "Rates in force: factory"
      When 1 minute later the key UP is pressed
      Then the display shows "Rates in force: 2026-B"

    @assumed
    Scenario: More than fits the display is scrolled to
      Given the Data Centre offers the feature "One"
      And the Data Centre offers the feature "Two"
      And the Data Centre offers the feature "Three"
      And the Data Centre offers the graphic "Spring"
      And a user calls the online services
      And the supervisor opens the rate management
      When the key DOWN is pressed
      Then the display shows "Graphic: Spring"
      And the list goes on "above"
