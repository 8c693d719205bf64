@is400
Feature: Menus of the IS-420 and IS-440
  Source: seed; IS-440 guide p. 98 and 107 (5.1, 5.3); IS-5000 and IM-440 guides (5.2.3, 5.2.4, 14);
  IS-280 guide (5.2 Change PIN code).

  @IS4-MNU-01
  Rule: An entry opens by its number

    Scenario Outline: The keys <keys> open <screen>
      Given a meter in Accounts mode
      And the supervisor menu
      When the keys <keys> are pressed
      Then the screen <screen> is shown

      Examples:
        | keys  | screen                   |
        | 5     | "Account Management"     |
        | 5 1   | "Account Mode Selection" |
        | 5 2   | "Manage Accounts"        |
        | 5 2 1 | "Account List"           |
        | 5 2 2 | "Account Report"         |
        | 5 2 3 | "Import Account List"    |
        | 5 2 4 | "Export Account List"    |
        | 6     | "Reports"                |
        | 6 1   | "Funds Summary"          |

    Scenario: 5.3.1 opens the Operator List
      Given a meter in "Accounts with Access Control" mode with PIN "7310"
      And the supervisor menu
      When the keys 5 3 1 are pressed
      Then the screen "Operator List" is shown
      And the display shows "Add Operator"

    Scenario: 14 in the user menu opens the supervisor log-in
      Given a meter in Accounts mode
      And the user menu is opened
      When the keys 1 4 are pressed
      Then the screen "Supervisor Log-in" is shown
      And the meter asks for a PIN

    Scenario: 13 in the user menu ends the session
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      When the keys MENU 1 3 are pressed
      Then the screen "Select Account" is shown
      And accounts 1 and 1201 are offered

    Scenario: An entry opens with the arrows and OK too
      Given a meter in Accounts mode
      And the supervisor menu
      When the keys DOWN DOWN OK OK are pressed
      Then the screen "Funds Summary" is shown
      And the display shows "Used: £0.00"

    Scenario: The cursor stops at the last entry
      Given a meter in Accounts mode
      And the supervisor menu
      When the keys DOWN DOWN DOWN DOWN DOWN are pressed
      Then the cursor is on "Options and Updates"

    Scenario: The cursor stops at the first entry
      Given a meter in Accounts mode
      And the supervisor menu
      When the keys DOWN UP UP are pressed
      Then the cursor is on "Credit PIN Code"

  @IS4-MNU-02 @assumed
  Rule: A number that longer ones begin with waits for its second digit

    @requires:clock
    Scenario: 1 alone opens after a while
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1
      When the keys MENU 1 are pressed
      Then the screen "Main Menu" is shown
      And after 2 seconds the screen "Select Account" is shown

    @requires:clock
    Scenario: A second is not yet over
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1
      When the keys MENU 1 are pressed, and 1 second later 4
      Then the screen "Supervisor Log-in" is shown

    Scenario: OK opens it at once
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1
      When the keys MENU 1 OK are pressed
      Then the screen "Select Account" is shown

    Scenario: C forgets the digit
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1
      When the keys MENU 1 C 6 are pressed
      Then the screen "Reports" is shown

    @requires:clock
    Scenario: Without an entry of that number it beeps
      Given a meter in "No Account" mode
      And a user session
      When the keys MENU 1 are pressed
      Then after 2 seconds the screen "Main Menu" is shown
      And the meter beeps

  @IS4-MNU-03 @assumed
  Rule: A number without an entry beeps and opens nothing

    Scenario: A number of no entry
      Given a meter in Accounts mode
      And the supervisor menu
      When the key 9 is pressed
      Then the meter beeps
      And the screen "Supervisor Menu" is shown

    Scenario: A second digit of no entry
      Given a meter in Accounts mode
      And the user menu is opened
      When the keys 1 9 are pressed
      Then the meter beeps
      And the screen "Main Menu" is shown

    Scenario: The right number after a wrong one opens
      Given a meter in Accounts mode
      And the supervisor menu
      When the keys 9 5 1 are pressed
      Then the screen "Account Mode Selection" is shown

    Scenario: 5.3 is not there without operators
      Given a meter in Accounts mode
      And the screen "Account Management" is open
      When the key 3 is pressed
      Then the meter beeps
      And the screen "Account Management" is shown

    Scenario: 5.2 is not there without accounts
      Given a meter in "No Account" mode
      And the screen "Account Management" is open
      When the key 2 is pressed
      Then the meter beeps
      And the screen "Account Management" is shown

  @IS4-MNU-04
  Rule: The account mode decides which entries there are

    Scenario Outline: The user menu in <mode>
      Given a meter in <mode> mode
      When the user menu is opened
      Then the menu offers <entries>

      Examples:
        | mode         | entries                                                                        |
        | "No Account" | "Reports, My Credit, Online Services, End Session, Supervisor"                 |
        | "Accounts"   | "Select Account, Reports, My Credit, Online Services, End Session, Supervisor" |

    Scenario: Change PIN Code is at 5.2 in No Account with Access Control
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And the supervisor menu
      When the keys 5 2 are pressed
      Then the screen "Change PIN Code" is shown
      And the meter asks for a PIN

    Scenario Outline: It is not there in another mode with PINs
      Given a meter in <mode> mode with PIN "7310"
      And the supervisor menu
      When the keys 5 2 are pressed
      Then the screen "Manage Accounts" is shown
      And the menu offers "Account List, Account Report, Import Account List, Export Account List"

      Examples:
        | mode                           |
        | "Accounts with Access Control" |
        | "Account with PIN Code"        |

    Scenario: Users read the report on an account only where there are accounts
      Given a meter in "No Account" mode
      And the user menu is opened
      When the key 6 is pressed
      Then the menu offers "Funds Summary"

  @IS4-MNU-05
  Rule: MENU leads to the top of the menu, HOME out of it, C one step back

    Scenario Outline: MENU leads from <screen> to the top
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the screen "<screen>" is open
      When the key MENU is pressed
      Then the screen "Supervisor Menu" is shown
      And the account list is unchanged

      Examples:
        | screen                 |
        | Account Management     |
        | Account Mode Selection |
        | Account List           |
        | Add Account            |
        | Account Report         |
        | Export Account List    |
        | Import Account List    |

    Scenario Outline: HOME logs the supervisor out of <screen>
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the screen "<screen>" is open
      When the key HOME is pressed
      Then accounts 1 and 1201 are offered
      And the account list is unchanged

      Examples:
        | screen                 |
        | Supervisor Menu        |
        | Account Mode Selection |
        | Add Account            |

    Scenario Outline: C leads one step back from <screen>
      Given a meter in Accounts mode
      And the screen "<screen>" is open
      When the key C is pressed
      Then the screen "<back>" is shown

      Examples:
        | screen                   | back                |
        | Account Management       | Supervisor Menu     |
        | Account Mode Selection   | Account Management  |
        | Manage Accounts          | Account Management  |
        | Account List             | Manage Accounts     |
        | Add Account              | Account List        |
        | Choose Account           | Manage Accounts     |
        | Export Account List      | Manage Accounts     |
        | Import Account List      | Manage Accounts     |
        | Supervisor > Reports     | Supervisor Menu     |
        | Supervisor > Funds Summary | Reports           |

    Scenario: HOME leads from the user menu to the home screen
      Given a meter in Accounts mode
      And the user menu is opened
      When the key HOME is pressed
      Then account "1 Default" is in use

    Scenario: C leads from the user menu to the home screen
      Given a meter in Accounts mode
      And the user menu is opened
      When the key C is pressed
      Then account "1 Default" is in use

    Scenario: A supervisor who logged out needs the PIN again
      Given a meter in Accounts mode
      And the supervisor menu
      And the key HOME is pressed
      When the keys MENU 1 4 OK are pressed
      Then the meter refuses the PIN and counts 1
