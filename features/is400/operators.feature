@is400
Feature: Operators of the IS-420 and IS-440
  Source: IS-440 guide p. 106-107; IS-5000 guide p. 135; service codes DBX 06 091 and 093.

  Background:
    Given a meter in "Accounts with Access Control" mode with PIN "7310" and these accounts
      | number | name      | status   |
      | 1201   | Marketing | active   |
      | 1310   | Sales     | active   |
      | 1400   | Archive   | inactive |
    And active operator "Anna" with PIN "4711" on account 1201

  @IS4-OPR-01
  Rule: A supervisor adds an operator with a name, a PIN, a status and the accounts to be used

    @procedure
    Scenario: The guide's own key sequence
      When these keys are pressed
        | press MENU                  |    |
        | select "Account Management" | OK |
        | select "Manage Operators"   | OK |
        | select "Operator List"      | OK |
        | select "Add Operator"       | OK |
        | type "Ben"                  | OK |
        | type PIN "5823"             | OK |
        | select "Active"             | OK |
        | select "1201 Marketing"     | OK |
        | select "1310 Sales"         | OK |
        | select "Finish"             | OK |
      Then the screen "Operator Creation Summary" is shown
      And the display shows these rows
        | Name: Ben      |
        | Status: Active |
        | Accounts: 2    |
      And after OK the operator list gains "Ben"

    Scenario: A new operator logs in and is named at the home screen
      When the supervisor adds operator "Ben" with PIN "5823" on account 1310
      And a user starts a session with PIN "5823"
      Then operator "Ben" is in use
      And account "1310 Sales" is in use

    Scenario: The list holds the new operator and those before
      When the supervisor adds operator "Ben" with PIN "5823" on account 1310
      Then the operator list gains "Ben"
      And the display never showed PIN "5823"

    Scenario: The operator is created by OK at the summary, not before
      Given these keys are pressed
        | press MENU      |    |
        | press 5 3 1     |    |
        | press OK        |    |
        | type "Ben"      | OK |
        | type PIN "5823" | OK |
        | press OK        |    |
        | select "Finish" | OK |
      When the key C is pressed
      Then the screen "Accounts of the Operator" is shown
      And the operator list is unchanged

    Scenario: A tick is taken away again
      When these keys are pressed
        | press MENU              |    |
        | press 5 3 1             |    |
        | press OK                |    |
        | type "Ben"              | OK |
        | type PIN "5823"         | OK |
        | press OK                |    |
        | select "1201 Marketing" | OK |
        | select "1310 Sales"     | OK |
        | select "1201 Marketing" | OK |
        | select "Finish"         | OK |
      Then the display shows "Accounts: 1"
      And after OK the operator list gains "Ben"

  @IS4-OPR-02
  Rule: Name and PIN of an operator are unique, given and within their length

    Scenario: The PIN of another operator is refused
      When the supervisor adds operator "Ben" with PIN "4711" on account 1310
      Then the meter refuses because the PIN cannot be used
      And the operator list is unchanged

    Scenario: The supervisor PIN is refused
      When the supervisor adds operator "Ben" with the supervisor PIN
      Then the meter refuses because the PIN cannot be used
      And the operator list is unchanged

    Scenario: A name that is taken is refused
      When the supervisor adds operator "Anna" with PIN "5823" on account 1310
      Then the meter refuses because the operator name is in use
      And the operator list is unchanged

    Scenario: A name is needed
      When the supervisor adds an operator without a name
      Then the meter refuses because the name is missing
      And the operator list is unchanged

    Scenario Outline: A PIN of fewer than four digits is refused
      When the supervisor adds operator "Ben" with PIN "<digits>" on account 1310
      Then the meter refuses because the PIN is incomplete
      And the operator list is unchanged

      Examples:
        | digits |
        |        |
        | 582    |

    Scenario: A name of twenty characters is taken
      When the supervisor adds an operator with the longest name
      Then the operator list gains the longest name

    Scenario: The twenty-first character of a name is refused
      When an operator name of one character too many is typed
      Then the meter refuses because the operator name is too long
      And the operator list is unchanged

  @IS4-OPR-03
  Rule: An operator charges the accounts that the supervisor allows

    Scenario: The only account is in use at once
      When a user starts a session with PIN "4711"
      Then account "1201 Marketing" is in use
      And operator "Anna" is in use

    Scenario: Only the allowed accounts are offered
      Given active operator "Ben" with PIN "5823" on accounts 1, 1310
      When a user starts a session with PIN "5823"
      Then accounts 1 and 1310 are offered

    Scenario: An inactive account is not offered though it is allowed
      Given active operator "Ben" with PIN "5823" on accounts 1, 1310 and 1400
      When a user starts a session with PIN "5823"
      Then accounts 1 and 1310 are offered

    Scenario: The operator cannot switch to another's account
      Given a user session with PIN "4711"
      When these keys are pressed
        | press MENU              |    |
        | select "Select Account" | OK |
      Then account 1201 is offered

    Scenario: The postage of operators goes to their accounts
      Given active operator "Ben" with PIN "5823" on account 1310
      When a user starts a session with PIN "5823"
      And an envelope of 45 p is franked
      Then account 1310 has 1 item and 45 p
      And account 1201 has 0 items and 0 p

    Scenario: An operator without an account cannot work
      Given active operator "Ben" with PIN "5823" on no account
      When a user starts a session with PIN "5823"
      Then the meter refuses with DBX 06 091 because the operator has no active account
      And after OK the screen "Operator PIN Code" is shown

    Scenario: An operator whose accounts are all inactive cannot work
      Given active operator "Ben" with PIN "5823" on account 1400
      When a user starts a session with PIN "5823"
      Then the meter refuses with DBX 06 091 because the operator has no active account
      And after OK the screen "Operator PIN Code" is shown

    Scenario: A supervisor attaches an account and the operator works again
      Given active operator "Ben" with PIN "5823" on no account
      When the supervisor edits operator "Ben" with PIN "5823" into active "Ben" with PIN "5823" on account 1310
      And a user starts a session with PIN "5823"
      Then account "1310 Sales" is in use

    Scenario: A deleted account is taken from the operators
      Given active operator "Ben" with PIN "5823" on account 1310
      When the supervisor deletes account 1310
      And a user starts a session with PIN "5823"
      Then the meter refuses with DBX 06 091 because the operator has no active account

    @assumed
    Scenario: A new account of a deleted number is not the operator's
      Given active operator "Ben" with PIN "5823" on account 1310
      When the supervisor deletes account 1310 and adds account 1310 "Sales"
      And a user starts a session with PIN "5823"
      Then the meter refuses with DBX 06 091 because the operator has no active account

  @IS4-OPR-04
  Rule: Only active operators log in

    Scenario: The PIN of an inactive operator is wrong
      Given inactive operator "Ben" with PIN "5823" on account 1310
      When a user starts a session with PIN "5823"
      Then the meter refuses the PIN and counts 1

    Scenario: An inactive operator is marked in the list
      When the supervisor edits operator "Anna" with PIN "4711" into inactive "Anna" with PIN "4711" on account 1201
      Then the operator list shows "Anna (inactive)" in place of "Anna"
      And no session starts with PIN "4711"

    Scenario: The PIN of an inactive operator stays taken
      Given inactive operator "Ben" with PIN "5823" on account 1310
      When the supervisor adds operator "Carl" with PIN "5823" on account 1201
      Then the meter refuses because the PIN cannot be used
      And the operator list is unchanged

    Scenario: An operator that is made active logs in
      Given inactive operator "Ben" with PIN "5823" on account 1310
      When the supervisor edits operator "Ben" with PIN "5823" into active "Ben" with PIN "5823" on account 1310
      And a user starts a session with PIN "5823"
      Then operator "Ben" is in use

    Scenario: A PIN that nobody has is wrong
      When a user starts a session with PIN "9999"
      Then the meter refuses the PIN and counts 1

  @IS4-OPR-05
  Rule: Editing an operator asks for that operator's own PIN

    Scenario: Name, PIN and accounts change
      When the supervisor edits operator "Anna" with PIN "4711" into active "Zoe" with PIN "5823" on account 1310
      Then the operator list shows "Zoe" in place of "Anna"
      And a user session starts with PIN "5823"
      And operator "Zoe" is in use
      And account "1310 Sales" is in use

    Scenario: The old PIN is wrong once it is changed
      When the supervisor edits operator "Anna" with PIN "4711" into active "Anna" with PIN "5823" on account 1201
      Then the operator list is unchanged
      And no session starts with PIN "4711"

    Scenario: The operator's own PIN is asked for
      When the supervisor opens "Edit / Modify" of operator "Anna"
      Then the screen "Operator PIN Code" is shown
      And the meter asks for a PIN

    Scenario Outline: Another PIN opens nothing
      Given active operator "Ben" with PIN "5823" on account 1310
      And the supervisor opens "Edit / Modify" of operator "Anna"
      When PIN "<digits>" is entered
      Then the meter refuses the PIN and counts 1
      And the operator list is unchanged

      Examples:
        | digits |
        | 5823   |
        | 9999   |
        | 471    |

    Scenario: The name of another operator is refused
      Given active operator "Ben" with PIN "5823" on account 1310
      When the supervisor edits operator "Ben" with PIN "5823" into active "Anna" with PIN "5823" on account 1310
      Then the meter refuses because the operator name is in use
      And the operator list is unchanged

    Scenario: The PIN of another operator is refused
      Given active operator "Ben" with PIN "5823" on account 1310
      When the supervisor edits operator "Ben" with PIN "5823" into active "Ben" with PIN "4711" on account 1310
      Then the meter refuses because the PIN cannot be used
      And the operator list is unchanged

    Scenario: The old PIN stays when the new one is refused
      Given active operator "Ben" with PIN "5823" on account 1310
      When the supervisor edits operator "Ben" with PIN "5823" into active "Ben" with PIN "4711" on account 1310
      Then a user session starts with PIN "5823"
      And operator "Ben" is in use

  @IS4-OPR-06
  Rule: A supervisor deletes an operator

    Scenario: The operator is gone and cannot log in
      When the supervisor deletes operator "Anna"
      Then the operator list loses "Anna"
      And no session starts with PIN "4711"

    Scenario: The machine asks before it deletes
      Given the supervisor opens "Delete" of operator "Anna"
      When the key C is pressed
      Then the screen "Operator List" is shown
      And the operator list is unchanged

    Scenario: The PIN of a deleted operator is free
      Given the supervisor deletes operator "Anna"
      When the supervisor adds operator "Ben" with PIN "4711" on account 1310
      Then the operator list shows "Ben" in place of "Anna"

    @assumed
    Scenario: The last operator stays
      Given the supervisor deletes operator "Anna"
      When the supervisor deletes operator "Operator 1"
      Then the meter refuses with DBX 06 093 because it is the last operator
      And the operator list loses "Anna"

  @IS4-OPR-07 @slow
  Rule: There are at most twenty operators

    Scenario: The twenty-first is refused
      Given an operator list that is full
      When "Add Operator" is chosen in the operator list
      Then the meter refuses because the operator list is full
      And the operator list is unchanged

    Scenario: Where one was deleted there is room for another
      Given an operator list that is full
      And the supervisor deletes operator "Anna"
      When the supervisor adds operator "Ben" with PIN "5823" on account 1310
      Then the operator list shows "Ben" in place of "Anna"
