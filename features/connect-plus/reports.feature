@connect-plus
Feature: Running accounting reports on the Connect+ Series
  Source: seed "How do I run an accounting report on the Connect+ Series?"; operator guide, reports of the
  accounting application.

  @CNP-REP-01
  Rule: A report is chosen under View & edit reports, its settings may be changed, and it is viewed
    Source: seed, steps 1 to 5 and the last one.

    @procedure
    Scenario: The guide's own way through the screens
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
      And the screen "Home" is open
      When "Manage Accounts" is touched
      Then the screen "Manage Accounts" is shown
      When "Reports" is touched
      Then the screen "Reports" is shown
      When "View & edit reports" is touched
      Then the screen "View & edit reports" is shown
      When "Account Summary" is touched
      And "Next" is touched
      Then the screen "Report settings" is shown
      And the screen says "Account Summary"
      When the field "From (DDMMYYYY)" is touched
      And "05012026" is typed and confirmed
      And "View report" is touched
      Then the screen "View report" is shown
      And the report reads
        | Account   | Pieces | Postage | Fees | Surcharge | Total |
        | Marketing | 2      | 3.30    | 0.00 | 0.00      | 3.30  |
        | Total     | 2      | 3.30    | 0.00 | 0.00      | 3.30  |
      When "Actions" is touched
      Then "Save report" can be touched
      And "Delete report" can be touched
      And "Export report" can be touched
      And "Print report" can be touched
      When "Cancel" is touched
      Then the screen "View report" is shown
      When "Done" is touched
      Then the screen "View & edit reports" is shown

    Scenario: The eleven standard reports are in the list
      When the settings of the report "Account Detail" are opened
      Then the reports are
        | Account Detail           |
        | Account Detail by Class  |
        | Account List             |
        | Account Summary          |
        | Daily Snapshot           |
        | Quick Profile            |
        | Transaction Log          |
        | Transaction Log Detail   |
        | Weight Break by Account  |
        | Weight Break by Carrier  |
        | Weight Break by Job ID 1 |

    Scenario: A user without work sees a report without rows
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When the report "Transaction Log" is viewed
      Then the report reads
        | Transaction ID | Account | Pieces | Postage | Surcharge | Total |
        | Total          |         | 0      | 0.00    | 0.00      | 0.00  |

    Scenario: Done leads from the list back to Manage Accounts
      Given the screen "Report List" is open
      When "Done" is touched
      Then the screen "Manage Accounts" is shown

  @CNP-REP-02
  Rule: The settings vary by report
    Source: seed, step 4; which report asks for what was not found: assumed.

    @assumed
    Scenario Outline: <report> asks for a period and accounts
      When the settings of the report "<report>" are opened
      Then the report asks for
        | Period          | 01/01/2026 - 31/01/2026 |
        | From (DDMMYYYY) | 01/01/2026              |
        | To (DDMMYYYY)   | 31/01/2026              |
        | Accounts        | all                     |

      Examples:
        | report                  |
        | Account Detail          |
        | Account Detail by Class |
        | Account Summary         |
        | Transaction Log         |
        | Transaction Log Detail  |
        | Weight Break by Account |

    @assumed
    Scenario Outline: <report> asks for a period
      When the settings of the report "<report>" are opened
      Then the report asks for
        | Period          | 01/01/2026 - 31/01/2026 |
        | From (DDMMYYYY) | 01/01/2026              |
        | To (DDMMYYYY)   | 31/01/2026              |

      Examples:
        | report                   |
        | Quick Profile            |
        | Weight Break by Carrier  |
        | Weight Break by Job ID 1 |

    @assumed
    Scenario Outline: <report> asks for nothing
      When the settings of the report "<report>" are opened
      Then the report asks for nothing

      Examples:
        | report         |
        | Account List   |
        | Daily Snapshot |

    @assumed
    Scenario: A day that does not exist is refused
      When the report "Account Summary" is opened with
        | from       |
        | 30/02/2026 |
      Then the Connect+ refuses because there is no such day

    @assumed
    Scenario: A period must not end before it begins
      When the report "Account Summary" is viewed with
        | from       | to         |
        | 10/02/2026 | 09/02/2026 |
      Then the Connect+ refuses because the days are the wrong way round

    @assumed
    Scenario: A report of one account has the work of no other
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
        | Sales     | 3      |
      When the report "Transaction Log" is viewed with
        | accounts |
        | Sales    |
      Then the report reads
        | Transaction ID | Account | Pieces | Postage | Surcharge | Total |
        | 2              | Sales   | 3      | 4.95    | 0.00      | 4.95  |
        | Total          |         | 3      | 4.95    | 0.00      | 4.95  |
      And above its columns the report says
        | Transaction Log         |
        | 01/01/2026 - 31/01/2026 |
        | Sales                   |

    @assumed
    Scenario: An account stands for all accounts below it
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Press     | M-03 | Marketing |
        | Sales     | S-01 |           |
      And this mail was run
        | account | pieces |
        | Events  | 2      |
        | Sales   | 3      |
      When the report "Account Summary" is viewed with
        | accounts  |
        | Marketing |
      Then the report reads
        | Account            | Pieces | Postage | Fees | Surcharge | Total |
        | Marketing > Events | 2      | 3.30    | 0.00 | 0.00      | 3.30  |
        | Marketing > Press  | 0      | 0.00    | 0.00 | 0.00      | 0.00  |
        | Total              | 2      | 3.30    | 0.00 | 0.00      | 3.30  |

    @requires:clock
    Scenario: The first and the last day of a period belong to it
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 1      |
      And the meter's clock stands at "2026-01-06 00:00:00"
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
      And the meter's clock stands at "2026-01-07 23:59:50"
      And this mail was run
        | account   | pieces |
        | Marketing | 4      |
      And the meter's clock stands at "2026-01-08 00:00:00"
      And this mail was run
        | account   | pieces |
        | Marketing | 8      |
      When the report "Account Detail" is viewed with
        | from       | to         |
        | 06/01/2026 | 07/01/2026 |
      Then these columns of the report read
        | Date       | Pieces |
        | 06/01/2026 | 2      |
        | 07/01/2026 | 4      |
        |            | 6      |
