@connect-plus @requires:stick
Feature: Exporting accounting reports of the Connect+ Series to a USB drive
  Source: seed "How do I export an accounting report on the Connect+ Series?" and the FAQ "What formats can I export
  Connect+ accounting reports in?".

  @CNP-EXP-01
  Rule: A report is exported by its Actions menu, to a folder that is chosen on the screen
    Source: seed, all nine steps.

    @procedure
    Scenario: The guide's own way through the screens
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
      And a USB drive with the folder
        | June reports |
      And the USB drive was inserted
      And the screen "Home" is open
      When "Manage Accounts" is touched
      And "Reports" is touched
      And "View & edit reports" is touched
      Then the screen "View & edit reports" is shown
      When "Account Summary" is touched
      And "Next" is touched
      Then the screen "Report settings" is shown
      When the field "From (DDMMYYYY)" is touched
      And "05012026" is typed and confirmed
      And the field "Accounts" is touched
      And "M-01 Marketing" is touched
      And "OK" is touched
      And "View report" is touched
      Then the screen "View report" is shown
      And it is read from the display
      When "Actions" is touched
      And "Export report" is touched
      Then the screen "Export report" is shown
      When the field "File name" is touched
      And "summary" is typed and confirmed
      Then the screen says "File name *: summary"
      When the field "Export to" is touched
      Then the screen "Export to:" is shown
      When "USB drive" is touched
      And "Open" is touched and the machine has done it
      Then the screen says "June reports"
      When "June reports" is touched
      And "Select this folder" is touched
      Then the screen says "Export to: USB drive/June reports"
      When the field "File type" is touched
      And "PDF" is touched
      Then the screen says "File type: PDF"
      When "OK" is touched and the machine has done it
      Then the screen says "The export of summary.pdf is complete."
      When "OK" is touched
      And "Cancel" is touched
      Then the screen "View & edit reports" is shown
      And "June reports/summary.pdf" is the only new file on the USB drive
      And "June reports/summary.pdf" on the USB drive is a PDF file that holds what the display showed

    Scenario: Without looking at it first
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
        | Sales     | 3      |
      And the report "Transaction Log" is opened with
        | accounts |
        | Sales    |
      When it is exported to "log.csv"
      Then the export of "log.csv" is complete
      And the report "Transaction Log" is viewed with
        | accounts |
        | Sales    |
      And it is read from the display
      And "log.csv" on the USB drive is a CSV file that holds what the display showed

    Scenario: The machine says that it works
      Given the settings of the report "Quick Profile" are opened
      And it is to be exported to "profile.csv"
      When "OK" is touched
      Then the screen "Exporting" is shown
      And the screen says "Please wait"

    Scenario: Cancel on the form writes nothing
      Given the settings of the report "Quick Profile" are opened
      And it is to be exported to "profile.csv"
      When "Cancel" is touched
      Then the screen "Report settings" is shown
      And there is no new file on the USB drive

  @CNP-EXP-02
  Rule: The file is a CSV, XLS or PDF file, as was chosen, with what the display shows of the report
    Source: FAQ "What formats can I export Connect+ accounting reports in?"; what an XLS file is inside was not
    found: Excel 97-2003 is assumed.

    Scenario Outline: <report> as <type>
      Given a Connect+ with these accounts
        | name      | code  | under     | status   | description        |
        | Marketing | 00042 |           |          | papers, and "more" |
        | Łódź      | M-02  | Marketing |          | 2 staff            |
        | =1+1      | S-01  |           |          | sums               |
        | Archive   | A-01  |           | inactive |                    |
      And a surcharge of 7 p a piece
      And this mail was run
        | account | class                           | pieces | grams | job 1      | job 2   |
        | Łódź    | Royal Mail 1st Class            | 3      | 20    | Spring, UK | "first" |
        | =1+1    | Royal Mail 1st Class Signed For | 2      | 150   | 0815       | -       |
        | =1+1    | Courier Tracked 48              | 1      | 600   | 0815       | second  |
      And the report "<report>" is viewed
      And it was read from the display
      When it is exported to "report.<type>"
      Then the export of "report.<type>" is complete
      And "report.<type>" is the only new file on the USB drive
      And "report.<type>" on the USB drive is a <type> file that holds what the display showed

      Examples:
        | report                   | type |
        | Account Detail           | csv  |
        | Account Detail           | xls  |
        | Account Detail           | pdf  |
        | Account Detail by Class  | csv  |
        | Account Detail by Class  | xls  |
        | Account Detail by Class  | pdf  |
        | Account List             | csv  |
        | Account List             | xls  |
        | Account List             | pdf  |
        | Account Summary          | csv  |
        | Account Summary          | xls  |
        | Account Summary          | pdf  |
        | Daily Snapshot           | csv  |
        | Daily Snapshot           | xls  |
        | Daily Snapshot           | pdf  |
        | Quick Profile            | csv  |
        | Quick Profile            | xls  |
        | Quick Profile            | pdf  |
        | Transaction Log          | csv  |
        | Transaction Log          | xls  |
        | Transaction Log          | pdf  |
        | Transaction Log Detail   | csv  |
        | Transaction Log Detail   | xls  |
        | Transaction Log Detail   | pdf  |
        | Weight Break by Account  | csv  |
        | Weight Break by Account  | xls  |
        | Weight Break by Account  | pdf  |
        | Weight Break by Carrier  | csv  |
        | Weight Break by Carrier  | xls  |
        | Weight Break by Carrier  | pdf  |
        | Weight Break by Job ID 1 | csv  |
        | Weight Break by Job ID 1 | xls  |
        | Weight Break by Job ID 1 | pdf  |

    Scenario Outline: A report of several pages as <type>
      Given a Connect+ with 60 accounts
      And the report "Account List" is viewed
      And it was read from the display
      When it is exported to "list.<type>"
      Then "list.<type>" on the USB drive is a <type> file that holds what the display showed

      Examples:
        | type |
        | csv  |
        | xls  |
        | pdf  |

    Scenario Outline: The same report in each format, one after another, ending with <last>
      Given the report "Quick Profile" is viewed
      And it was read from the display
      And it was exported to "<first>"
      And "OK" is touched
      When it is exported to "<last>"
      Then the export of "<last>" is complete
      And "<first>" on the USB drive is a <first type> file that holds what the display showed
      And "<last>" on the USB drive is a <last type> file that holds what the display showed

      Examples:
        | first | first type | last  | last type |
        | a.csv | csv        | a.xls | xls       |
        | a.xls | xls        | a.pdf | pdf       |
        | a.pdf | pdf        | a.csv | csv       |

  @CNP-EXP-03
  Rule: The file goes to the folder that was selected, on the drive, or in a folder within a folder
    Source: seed, step 7.

    Background:
      Given a USB drive with the folders
        | Reports/2026/June |
        | Reports/2025      |
        | Letters           |
      And the report "Quick Profile" is viewed
      And it was read from the display

    Scenario Outline: To <path>
      When it is exported to "<path>"
      Then the export of "profile.csv" is complete
      And "<path>" is the only new file on the USB drive
      And "<path>" on the USB drive is a CSV file that holds what the display showed

      Examples:
        | path                          |
        | profile.csv                   |
        | Letters/profile.csv           |
        | Reports/2026/profile.csv      |
        | Reports/2026/June/profile.csv |

    Scenario: Each folder shows the folders in it
      When the folder "Reports" is to be opened
      And the field "Export to" is touched
      And "USB drive" is touched
      And "Open" is touched and the machine has done it
      And "Reports" is touched
      And "Open" is touched and the machine has done it
      Then the screen says "USB drive/Reports"
      And "2025" can be touched
      And "2026" can be touched
      And "Letters" cannot be touched

    Scenario: Select this folder without a mark selects the folder that is open
      Given the folder "Letters" is to be opened
      And the field "Export to" is touched
      And "USB drive" is touched
      And "Open" is touched and the machine has done it
      And "Reports" is touched
      And "Open" is touched and the machine has done it
      When "Select this folder" is touched
      Then the screen says "Export to: USB drive/Reports"

    Scenario: Cancel among the folders keeps what was selected before
      Given the folder "Letters" is to be opened
      And the field "Export to" is touched
      When "Cancel" is touched
      Then the screen "Export report" is shown
      And the screen says "Export to: USB drive/Letters"

    Scenario: Nothing is opened without a mark
      Given the folder "Letters" is to be opened
      And the field "Export to" is touched
      When "Open" is touched
      Then the screen "Export to:" is shown
      And the meter beeps

    @assumed
    Scenario: A folder that is gone by the time of OK
      Given it is to be exported to "Letters/profile.csv"
      And the folder "Letters" is removed from the USB drive
      When "OK" is touched and the machine has done it
      Then the Connect+ refuses because the folder is gone
      When the export is tried again as "Reports/profile.csv"
      Then the export of "profile.csv" is complete
      And "Reports/profile.csv" on the USB drive is a CSV file that holds what the display showed

  @CNP-EXP-04 @assumed
  Rule: A name and a folder are needed, and the name must be one that a USB drive takes
    Source: seed, steps 6 and 7; what is refused was not found: assumed.

    Scenario: Without a name
      Given the settings of the report "Quick Profile" are opened
      And the folder "" is to be opened
      When "OK" is touched
      Then the Connect+ refuses because the file name is missing

    Scenario: Without a folder
      Given the settings of the report "Quick Profile" are opened
      And the name "june" is given to the file
      When "OK" is touched
      Then the Connect+ refuses because no place is chosen

    Scenario Outline: The name <name> is refused
      Given the settings of the report "Quick Profile" are opened
      When the name '<name>' is given to the file
      Then the Connect+ refuses because the file name has forbidden characters

      Examples:
        | name    |
        | a/b     |
        | a:b     |
        | what?   |
        | 2*3     |
        | <june>  |
        | "june"  |
        | a\\b    |
        | the end. |

    Scenario: A blank name is none
      Given the settings of the report "Quick Profile" are opened
      When the name "  " is given to the file
      Then the Connect+ refuses because the file name is missing

    Scenario Outline: The name <name> is good
      Given the report "Quick Profile" is viewed
      And it was read from the display
      When it is exported to "<name>.csv"
      Then "<name>.csv" on the USB drive is a CSV file that holds what the display showed

      Examples:
        | name                                     |
        | Łódź, June & July (2nd)                  |
        | 01.02.2026                               |
        | a                                        |
        | 0123456789012345678901234567890123456789 |

    Scenario: A character too many is not taken
      Given the settings of the report "Quick Profile" are opened
      And the name "0123456789012345678901234567890123456789" is given to the file
      And the field "File name" is touched
      When "0123456789012345678901234567890123456789x" is typed
      Then the field reads "0123456789012345678901234567890123456789"
      And the meter beeps
