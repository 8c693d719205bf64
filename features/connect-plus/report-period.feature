@connect-plus
Feature: The report period of the Connect+ Series
  Source: help page "Report Period": the fiscal year runs from 1 January to 31 December and is divided by calendar
  months unless it is changed; none, annual, twice yearly, quarterly, monthly; the last day is
  derived and not typed; a 4-4-5 calendar is supported.

  @CNP-PER-01
  Rule: As delivered the fiscal year is the calendar year and the period is the calendar month

    @requires:clock
    Scenario Outline: A report made on <day> begins with its month
      Given the meter's clock stands at "<clock>"
      Then a report begins with the period "<period>"

      Examples:
        | day         | clock               | period                  |
        | 5 January   | 2026-01-05 10:00:00 | 01/01/2026 - 31/01/2026 |
        | 31 January  | 2026-01-31 23:59:59 | 01/01/2026 - 31/01/2026 |
        | 1 February  | 2026-02-01 00:00:00 | 01/02/2026 - 28/02/2026 |
        | 31 December | 2026-12-31 23:59:59 | 01/12/2026 - 31/12/2026 |
        | 1 January   | 2027-01-01 00:00:00 | 01/01/2027 - 31/01/2027 |
        | a leap day  | 2028-02-29 12:00:00 | 01/02/2028 - 29/02/2028 |

    Scenario: The screen says first and last day of the year
      When the screen "Report Period" is open
      Then the screen says "First day of the fiscal year (DDMM): 01/01/2026"
      And the screen says "Fiscal year to: 31/12/2026"
      And the screen says "Divided: monthly"

    Scenario: A period of the list sets both days
      When the report "Quick Profile" is viewed for the period "01/04/2026 - 30/04/2026"
      Then above its columns the report says
        | Quick Profile           |
        | 01/04/2026 - 30/04/2026 |

  @CNP-PER-02
  Rule: The first day of the fiscal year is chosen, the last one follows from it

    @procedure
    Scenario: By the screens of Report Period
      Given the screen "Manage Accounts" is open
      When "Reports" is touched
      And "Report Period" is touched
      Then the screen "Report Period" is shown
      When the field "First day of the fiscal year (DDMM)" is touched
      And "0604" is typed and confirmed
      Then the screen says "First day of the fiscal year (DDMM): 06/04/2025"
      And the screen says "Fiscal year to: 05/04/2026"
      When the field "Divided" is touched
      And "quarterly" is touched
      Then the screen says "Divided: quarterly"
      When "Done" is touched
      Then the screen "Reports" is shown

    @requires:clock
    Scenario: A year that begins in April is over on 31 March
      Given the meter's clock stands at "2026-04-01 00:00:00"
      When the fiscal year begins on "01/04"
      Then the screen says "First day of the fiscal year (DDMM): 01/04/2026"
      And the screen says "Fiscal year to: 31/03/2027"

    @requires:clock
    Scenario: The day before it begins is still in the year before
      Given the meter's clock stands at "2026-03-31 23:59:59"
      When the fiscal year begins on "01/04"
      Then the screen says "First day of the fiscal year (DDMM): 01/04/2025"
      And the screen says "Fiscal year to: 31/03/2026"

    @assumed
    Scenario Outline: A day that not every year has is refused: <day>
      When the fiscal year begins on "<day>"
      Then the Connect+ refuses because there is no such day

      Examples:
        | day   |
        | 31/04 |
        | 29/02 |
        | 00/01 |
        | 01/13 |

    @requires:clock
    Scenario: The year to date begins with the fiscal year
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
      And the meter's clock stands at "2026-04-06 10:00:00"
      And a postal inspection was made
      And this mail was run
        | account   | pieces |
        | Marketing | 1      |
      When the fiscal year begins on "06/04"
      And the report "Account Detail by Class" is viewed
      Then these columns of the report read
        | Account   | Pieces | Pieces year to date |
        | Marketing | 1      | 1                   |
        | Total     | 1      | 1                   |

    @requires:power
    Scenario: It is kept without power
      Given the fiscal year begins on "06/04" and is divided "quarterly"
      When the power is cut and comes back
      Then a report begins with the period "06/10/2025 - 05/01/2026"

  @CNP-PER-03
  Rule: The year is divided in one of several ways, and reports offer its periods

    Scenario Outline: Divided <division> there are <count> periods
      When the fiscal year begins on "01/01" and is divided "<division>"
      Then a report begins with the period "<first>"
      And reports offer <count> periods up to "<last>"

      Examples:
        | division     | count | first                   | last                    |
        | none         | 1     | 01/01/2026 - 31/12/2026 | 01/01/2026 - 31/12/2026 |
        | annual       | 1     | 01/01/2026 - 31/12/2026 | 01/01/2026 - 31/12/2026 |
        | twice yearly | 2     | 01/01/2026 - 30/06/2026 | 01/07/2026 - 31/12/2026 |
        | quarterly    | 4     | 01/01/2026 - 31/03/2026 | 01/10/2026 - 31/12/2026 |
        | monthly      | 12    | 01/01/2026 - 31/01/2026 | 01/12/2026 - 31/12/2026 |
        | 4-4-5        | 12    | 01/01/2026 - 28/01/2026 | 26/11/2026 - 31/12/2026 |

    @assumed
    Scenario: The weeks of a 4-4-5 calendar, the days beyond 52 weeks in its last period
      When the fiscal year begins on "01/01" and is divided "4-4-5"
      Then reports offer the periods
        | 01/01/2026 - 28/01/2026 |
        | 29/01/2026 - 25/02/2026 |
        | 26/02/2026 - 01/04/2026 |
        | 02/04/2026 - 29/04/2026 |
        | 30/04/2026 - 27/05/2026 |
        | 28/05/2026 - 01/07/2026 |
        | 02/07/2026 - 29/07/2026 |
        | 30/07/2026 - 26/08/2026 |
        | 27/08/2026 - 30/09/2026 |
        | 01/10/2026 - 28/10/2026 |
        | 29/10/2026 - 25/11/2026 |
        | 26/11/2026 - 31/12/2026 |

    @assumed
    Scenario: Months from a last day of January end before the last day of each month
      When the fiscal year begins on "31/01" and is divided "monthly"
      Then reports offer the periods
        | 31/01/2025 - 27/02/2025 |
        | 28/02/2025 - 30/03/2025 |
        | 31/03/2025 - 29/04/2025 |
        | 30/04/2025 - 30/05/2025 |
        | 31/05/2025 - 29/06/2025 |
        | 30/06/2025 - 30/07/2025 |
        | 31/07/2025 - 30/08/2025 |
        | 31/08/2025 - 29/09/2025 |
        | 30/09/2025 - 30/10/2025 |
        | 31/10/2025 - 29/11/2025 |
        | 30/11/2025 - 30/12/2025 |
        | 31/12/2025 - 30/01/2026 |
