@is400
Feature: Accounts on the IS-420 and IS-440
  Source: seed "How do I create / edit, deactivate or delete an account"; IS-420 guide p. 95.

  @IS4-ACC-01
  Rule: The Account List shows every account

    @assumed
    Scenario: Accounts stand in the order of their numbers
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 300    | Warehouse | active   |
        | 1201   | Marketing | inactive |
        | 20     | Sales     | active   |
      When the screen "Account List" is open
      Then the account list is
        | number | name      | status   |
        | 1      | Default   | active   |
        | 1201   | Marketing | inactive |
        | 20     | Sales     | active   |
        | 300    | Warehouse | active   |

    @assumed
    Scenario: Only the rows that fit are visible, and a mark says that there are more
      Given a meter in "Accounts" mode with these accounts
        | number | name   | status |
        | 2001   | Two    | active |
        | 2002   | Three  | active |
        | 2003   | Four   | active |
        | 2004   | Five   | active |
        | 2005   | Six    | active |
        | 2006   | Seven  | active |
      When the screen "Account List" is open
      Then as many rows are visible as the display has
      And the list goes on "below"
      And the display shows these rows
        | Add Account |
        | 1 Default   |
        | 2001 Two    |
        | 2002 Three  |
        | 2003 Four   |
        | 2004 Five   |

    @assumed
    Scenario: The list scrolls to its last account and stops there
      Given a meter in "Accounts" mode with these accounts
        | number | name   | status |
        | 2001   | Two    | active |
        | 2002   | Three  | active |
        | 2003   | Four   | active |
        | 2004   | Five   | active |
        | 2005   | Six    | active |
        | 2006   | Seven  | active |
      When the keys DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN are pressed in the account list
      Then the cursor is on "2006 Seven"
      And the list goes on "above"
      And the display shows these rows
        | 2001 Two    |
        | 2002 Three  |
        | 2003 Four   |
        | 2004 Five   |
        | 2005 Six    |
        | 2006 Seven  |

    Scenario: Typing a number moves the cursor to its account
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |
        | 1312   | Service   | active |
      When the keys 1 3 1 2 OK are pressed in the account list
      Then the screen "Account" is shown
      And the display shows "Number: 1312"

    @assumed
    Scenario: The cursor follows the digits that are typed
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |
      When the keys 1 3 are pressed in the account list
      Then the cursor is on "1310 Sales"

    @assumed
    Scenario: A number that no account has beeps and leaves the cursor
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the keys DOWN 9 are pressed in the account list
      Then the meter beeps
      And the cursor is on "1 Default"

  @IS4-ACC-02 @IS4-FAQ-02
  Rule: A supervisor adds an account with a number, a name and a status

    @procedure
    Scenario: The manual's own key sequence
      Given a meter in Accounts mode
      When these keys are pressed
        | press MENU                  |    |
        | select "Account Management" | OK |
        | select "Manage Accounts"    | OK |
        | select "Account List"       | OK |
        | select "Add Account"        | OK |
        | type "1201"                 | OK |
        | type "Marketing"            | OK |
        | select "Active"             | OK |
      Then the summary "Account Creation Summary" shows account 1201 "Marketing", "Active"
      And after OK the account list contains 1201 "Marketing"

    @procedure
    Scenario: The manual's own key sequence and its note: 6 twice is N
      Given a meter in Accounts mode
      When these keys are pressed
        | press MENU                  |    |
        | select "Account Management" | OK |
        | select "Manage Accounts"    | OK |
        | select "Account List"       | OK |
        | select "Add Account"        | OK |
        | press 1 2 0 1               | OK |
        | press 6 6                   | OK |
        | press OK                    |    |
      Then the summary "Account Creation Summary" shows account 1201 "N", "Active"
      And after OK the account list contains 1201 "N"

    Scenario: A new active account can be charged
      Given a meter in Accounts mode
      When the supervisor adds account 1201 "Marketing" as active
      And a user starts a session on account 1201
      And an envelope of 45 p is franked
      Then account 1201 has 1 item and 45 p
      And the registers balance

    Scenario: A new inactive account is listed and not offered
      Given a meter in "Accounts" mode with these accounts
        | number | name  | status |
        | 20     | Sales | active |
      When the supervisor adds account 1201 "Marketing" as inactive
      Then the account list gains account 1201 "Marketing", inactive
      And a session offers accounts 1 and 20

    Scenario: The account is created by OK at the summary, not before
      Given a meter in Accounts mode
      And the supervisor fills in account 1201 "Marketing" as active
      When the key MENU is pressed
      Then the screen "Supervisor Menu" is shown
      And the account list is unchanged

    Scenario: C at the summary goes back and creates nothing
      Given a meter in Accounts mode
      And the supervisor fills in account 1201 "Marketing" as inactive
      When the key C is pressed
      Then the screen "Account Status" is shown
      And the account list is unchanged

    Scenario: C leads back through the entries to the list
      Given a meter in Accounts mode
      And the supervisor fills in account 1201 "M" as active
      When the keys C C C C C C C C are pressed
      Then the screen "Account List" is shown
      And the account list is unchanged

    Scenario: What was entered is corrected on the way back
      Given a meter in Accounts mode
      And the supervisor fills in account 1201 "M" as active
      When these keys are pressed
        | press C             |    |
        | press C             |    |
        | type "Press Office" | OK |
        | select "Inactive"   | OK |
      Then the summary "Account Creation Summary" shows account 1201 "Press Office", "Inactive"
      And the account list is unchanged

    Scenario: One account after the other
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor adds account 1310 "Sales" as active
      Then the account list gains account 1310 "Sales", active
      And account 1310 has 0 items and 0 p

    Scenario: In Account with PIN Code a new account has its own PIN
      Given a meter in "Account with PIN Code" mode with PIN "7310"
      When the supervisor adds account 1201 "Marketing" with PIN "8642"
      Then the account list gains account 1201 "Marketing", active
      And account 1201 opens with PIN "8642"

    Scenario: A new account's PIN has all of its digits
      Given a meter in "Account with PIN Code" mode with PIN "7310"
      When the supervisor adds account 1201 "Marketing" with PIN "864"
      Then the meter refuses because the PIN is incomplete
      And the account list is unchanged

    Scenario: A new account cannot have the supervisor PIN
      Given a meter in "Account with PIN Code" mode with PIN "7310"
      When the supervisor adds account 1201 "Marketing" with the supervisor PIN
      Then the meter refuses because the PIN cannot be used
      And the account list is unchanged

  @IS4-ACC-03
  Rule: Number and name are unique, given and within their length

    Scenario: A number that is taken is refused and the list stays as it was
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor adds account 1201 "Sales" as active
      Then the meter refuses because the number is in use
      And the account list is unchanged

    Scenario: The number of an inactive account is taken too
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | inactive |
      When the supervisor adds account 1201 "Sales" as active
      Then the meter refuses because the number is in use
      And the account list is unchanged

    Scenario: A number that begins like another is free
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor adds account 120 "Sales" as active
      Then the account list gains account 120 "Sales", active

    @assumed
    Scenario: Noughts in front make another number
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor adds account 01201 "Sales" as active
      Then the account list gains account 01201 "Sales", active

    Scenario: A name that is taken is refused
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor adds account 1310 "Marketing" as active
      Then the meter refuses because the name is in use
      And the account list is unchanged

    Scenario: The name of an inactive account is taken too
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | inactive |
      When the supervisor adds account 1310 "Marketing" as active
      Then the meter refuses because the name is in use
      And the account list is unchanged

    Scenario: A number is needed
      Given a meter in Accounts mode
      When the supervisor adds an account without a number
      Then the meter refuses because the number is missing
      And the account list is unchanged

    Scenario: A name is needed
      Given a meter in Accounts mode
      When the supervisor adds account 1201 without a name
      Then the meter refuses because the name is missing
      And the account list is unchanged

    Scenario: A name of blanks is no name
      Given a meter in Accounts mode
      When the supervisor adds account 1201 "  " as active
      Then the meter refuses because the name is missing
      And the account list is unchanged

    Scenario: The longest number and name are taken
      Given a meter in Accounts mode
      When the supervisor adds an account with the longest number and name
      Then the account list gains the account with the longest number and name

    Scenario: A number that is one character too long is refused
      Given a meter in Accounts mode
      When an account number of one character too many is typed
      Then the meter refuses with DBX 06 101 because the number is too long
      And the account list is unchanged

    Scenario: A name that is one character too long is refused
      Given a meter in Accounts mode
      When an account name of one character too many is typed
      Then the meter refuses because the account name is too long
      And the account list is unchanged

    Scenario: A refusal beeps and leads back to what was typed
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor adds account 1201 "Sales" as active
      And the meter beeps
      When the key OK is pressed
      Then the screen "Add Account" is shown
      And the field reads "1201"

    Scenario: A number after a refusal is taken
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor adds account 1201 "Sales" as active
      When these keys are pressed
        | press OK     |    |
        | type "1310"  | OK |
        | type "Sales" | OK |
        | press OK     | OK |
      Then the account list gains account 1310 "Sales", active

  @IS4-ACC-04
  Rule: A supervisor changes the name and the status of an account

    @procedure
    Scenario: The manual's own key sequence
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      When these keys are pressed
        | press MENU                  |      |
        | select "Supervisor"         | OK   |
        | type the supervisor PIN     | OK   |
        | press MENU                  |      |
        | select "Account Management" | OK   |
        | select "Manage Accounts"    | OK   |
        | select "Account List"       | OK   |
        | select "1201 Marketing"     | OK   |
        | select "Edit / Modify"      | OK   |
        | type "Sales"                | OK   |
        | select "Inactive"           | OK   |
        | press OK                    |      |
      Then the screen "Account List" is shown
      And the account list shows account 1201 as "Sales", inactive

    Scenario: The summary shows what OK accepts
      Given a meter in Accounts mode with account 1201 "Marketing"
      When these keys are pressed
        | press MENU                  |    |
        | press 5 2 1                 |    |
        | select "1201 Marketing"     | OK |
        | select "Edit / Modify"      | OK |
        | type "Sales"                | OK |
        | select "Inactive"           | OK |
      Then the summary "Account Modification Summary" shows account 1201 "Sales", "Inactive"
      And the account list is unchanged

    Scenario: The new name is shown where users choose
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor renames account 1201 to "Press Office"
      And a user starts a session on account 1201
      Then account "1201 Press Office" is in use

    Scenario: The name alone changes
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | inactive |
      When the supervisor renames account 1201 to "Sales"
      Then the account list shows account 1201 as "Sales", inactive

    Scenario: The status alone changes
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor makes account 1201 inactive
      Then the account list shows account 1201 as "Marketing", inactive

    Scenario: A deactivated account is not offered
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |
      When the supervisor makes account 1201 inactive
      Then a session offers accounts 1 and 1310

    Scenario: An account that is active again is offered
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | inactive |
      When the supervisor makes account 1201 active
      Then a session offers accounts 1 and 1201

    Scenario: What was charged stays with an account that is edited
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      And an envelope of 45 p was franked
      When the supervisor renames account 1201 to "Sales"
      Then account 1201 has 1 item and 45 p
      And the registers moved by 45 p and 1 item

    Scenario: A name that another account has is refused
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor renames account 1201 to "Default"
      Then the meter refuses because the name is in use
      And the account list is unchanged

    Scenario: An account may keep its own name
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor renames account 1201 to "Marketing"
      Then the screen "Account List" is shown
      And the account list is unchanged

    Scenario: A name cannot be taken away
      Given a meter in Accounts mode with account 1201 "Marketing"
      When these keys are pressed
        | press MENU              |    |
        | press 5 2 1             |    |
        | select "1201 Marketing" | OK |
        | select "Edit / Modify"  | OK |
        | press C C               | OK |
      Then the meter refuses because the name is missing
      And the account list is unchanged

    Scenario: C at the summary accepts nothing
      Given a meter in Accounts mode with account 1201 "Marketing"
      When these keys are pressed
        | press MENU              |    |
        | press 5 2 1             |    |
        | select "1201 Marketing" | OK |
        | select "Edit / Modify"  | OK |
        | type "Sales"            | OK |
        | select "Inactive"       | OK |
        | press C                 |    |
      Then the screen "Account Status" is shown
      And the account list is unchanged

    Scenario: In Account with PIN Code an account gets a new PIN
      Given a meter in "Account with PIN Code" mode with PIN "7310"
      When the supervisor gives account 1 PIN "8642"
      Then the account list is unchanged
      And no session starts with PIN "7310"
      And a user session starts with PIN "8642"

    Scenario: An account cannot get the supervisor PIN
      Given a meter in "Account with PIN Code" mode with PIN "7310"
      When the supervisor gives account 1 the supervisor PIN
      Then the meter refuses because the PIN cannot be used
      And a user session starts with PIN "7310"

  @IS4-ACC-05 @IS4-FAQ-03
  Rule: An account number cannot be changed once created

    Scenario: Edit / Modify shows the number and asks for the name
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor opens "Edit / Modify" of account 1201
      Then the display shows "Number: 1201"
      And the field for "Account name" reads "Marketing"

    Scenario: Typing at once changes the name, not the number
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor opens "Edit / Modify" of account 1201
      When these keys are pressed
        | type "77" | OK |
        | press OK  | OK |
      Then the account list shows account 1201 as "77", active

    Scenario: A new number is a new account in place of the deleted one
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor deletes account 1201 and adds account 1310 "Marketing"
      Then the account list is
        | number | name      | status |
        | 1      | Default   | active |
        | 1310   | Marketing | active |
      And account 1310 has 0 items and 0 p

  @IS4-ACC-06
  Rule: A supervisor deletes an account

    @procedure
    Scenario: The manual's own key sequence
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      When these keys are pressed
        | press MENU                  |    |
        | select "Supervisor"         | OK |
        | type the supervisor PIN     | OK |
        | press MENU                  |    |
        | select "Account Management" | OK |
        | select "Manage Accounts"    | OK |
        | select "Account List"       | OK |
        | select "1201 Marketing"     | OK |
        | select "Delete"             | OK |
        | press OK                    |    |
      Then the screen "Account List" is shown
      And the account list loses account 1201

    Scenario: The machine asks before it deletes
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor opens "Delete" of account 1201
      Then the summary "Delete Account" shows account 1201 "Marketing", "Active"
      And the account list is unchanged

    Scenario: C deletes nothing
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor opens "Delete" of account 1201
      When the key C is pressed
      Then the screen "Account List" is shown
      And the account list is unchanged

    Scenario: A deleted account is not offered
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |
      When the supervisor deletes account 1201
      Then the account list loses account 1201
      And a session offers accounts 1 and 1310

    Scenario: The others stay
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | active   |
        | 1310   | Sales     | inactive |
        | 1312   | Service   | active   |
      When the supervisor deletes account 1310
      Then the account list loses account 1310

    Scenario: The number and the name of a deleted account are free
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor deletes account 1201
      When the supervisor adds account 1201 "Marketing" as active
      Then the account list is unchanged

    Scenario: The last account stays
      Given a meter in Accounts mode
      When the supervisor deletes account 1
      Then the meter refuses with DBX 06 094 because it is the last account
      And the account list is unchanged

    Scenario: An inactive account beside the last active one is deleted
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | inactive |
      When the supervisor deletes account 1201
      Then the account list loses account 1201

    Scenario: The registers keep what a deleted account was charged
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      And an envelope of 45 p was franked
      When the supervisor deletes account 1201
      Then the account list loses account 1201
      And the registers moved by 45 p and 1 item
      And the registers balance

    @assumed
    Scenario: A new account of a deleted number starts at nought
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      And an envelope of 45 p was franked
      When the supervisor deletes account 1201 and adds account 1201 "Sales"
      Then account 1201 has 0 items and 0 p
      And the registers moved by 45 p and 1 item

  @IS4-ACC-07 @assumed @requires:stick @slow
  Rule: The Account List holds as many accounts as the machine's profile says

    Scenario: A full list takes no other account
      Given a meter in Accounts mode
      And an account list that is full
      When "Add Account" is chosen in the account list
      Then the meter refuses because the account list is full
      And the account list is unchanged

    Scenario: Where one was deleted there is room for another
      Given a meter in Accounts mode
      And an account list that is full
      When the supervisor deletes account 5000 and adds account 5000 "Sales"
      Then the account list shows account 5000 as "Sales", active
