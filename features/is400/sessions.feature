@is400
Feature: Sessions on the IS-420 and IS-440
  Source: seed "users then choose an account at the start of each session and can switch accounts as
  needed"; IS-420 guide p. 89; IS-280 guide p. 119.

  @IS4-SES-01
  Rule: Users choose an account at the start of a session

    Scenario: The active accounts are offered
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | active   |
        | 1310   | Sales     | inactive |
        | 1312   | Service   | active   |
      When a user starts a session
      Then the screen "Select Account" is shown
      And accounts 1, 1201 and 1312 are offered

    Scenario: The account that is chosen is in use
      Given a meter in Accounts mode with account 1201 "Marketing"
      When a user starts a session on account 1201
      Then account "1201 Marketing" is in use
      And the user's own report is account 1201 "Marketing" with 0 items and 0 p

    Scenario: The account is found by its number
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |
      And the beginning of a session
      When the keys 1 3 OK are pressed
      Then account "1310 Sales" is in use

    Scenario: The sole account is chosen by the machine
      Given a meter in Accounts mode
      When a user starts a session
      Then account "1 Default" is in use

    Scenario: The sole active account is chosen by the machine
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor makes account 1 inactive
      When a user starts a session
      Then account "1201 Marketing" is in use

    Scenario: Without an active account nobody can work
      Given a meter in Accounts mode
      And the supervisor makes account 1 inactive
      When a user starts a session
      Then the meter refuses because no account is available
      And after OK the screen "Select Account" is shown

    Scenario: Without an active account the supervisor still gets in
      Given a meter in Accounts mode
      And the supervisor makes account 1 inactive
      And the beginning of a session
      When these keys are pressed
        | press MENU              |    |
        | type the supervisor PIN | OK |
      Then the screen "Supervisor Menu" is shown

    Scenario: Without accounts there is nothing to choose
      Given a meter in "No Account" mode
      When a user starts a session
      Then the screen "Home" is shown
      And the display shows "Credit: £100.00"

  @IS4-SES-02
  Rule: Users can switch accounts at any time

    Scenario: The other account is in use
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1
      When the user switches to account 1201
      Then account "1201 Marketing" is in use
      And the user's own report is account 1201 "Marketing" with 0 items and 0 p

    Scenario: Each account is charged what was franked on it
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1
      And an envelope of 45 p was franked
      When the user switches to account 1201
      And 2 envelopes of 30 p are franked
      Then account 1201 has 2 items and 60 p
      And account 1 has 1 item and 45 p

    Scenario: C leaves the choice and the account stays
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      When these keys are pressed
        | press MENU              |    |
        | select "Select Account" | OK |
        | press UP UP C HOME      |    |
      Then account "1201 Marketing" is in use

    Scenario: Only active accounts are offered
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | active   |
        | 1310   | Sales     | inactive |
      And a user session on account 1
      When these keys are pressed
        | press MENU              |    |
        | select "Select Account" | OK |
      Then accounts 1 and 1201 are offered

    Scenario: In a mode without accounts there is nothing to switch
      Given a meter in "No Account" mode
      When the user menu is opened
      Then the menu offers "Reports, My Credit, Online Services, End Session, Supervisor"

  @IS4-SES-03
  Rule: Ending a session leads to the beginning of the next

    Scenario: The next user chooses again
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      When the user ends the session
      Then the screen "Select Account" is shown
      And accounts 1 and 1201 are offered

    Scenario: The next user is asked for the PIN again
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And a user session with PIN "7310"
      When the user ends the session
      Then the screen "Enter PIN Code" is shown
      And the meter asks for a PIN

    Scenario: The next operator is asked for a PIN again
      Given a meter in "Accounts with Access Control" mode with PIN "7310"
      And a user session with PIN "7310"
      When the user ends the session
      Then the screen "Operator PIN Code" is shown
      And the meter asks for a PIN

    Scenario: The postage of one user is not the next one's
      Given a meter in Accounts mode
      And a user session
      And "45" is typed
      When the user ends the session
      Then the screen "Home" is shown
      And the field reads "0.00"

    Scenario: A supervisor who logs out leaves a session to begin
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor menu
      When the key HOME is pressed
      Then the screen "Select Account" is shown
      And accounts 1 and 1201 are offered

    Scenario: A supervisor's log-in ends the session before
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user session on account 1201
      And the supervisor menu
      When the key HOME is pressed
      Then the screen "Select Account" is shown

  @IS4-SES-04
  Rule: In Account with PIN Code an account is opened by its PIN

    Background:
      Given a meter in "Account with PIN Code" mode with PIN "7310" and these accounts
        | number | name      | status | PIN  |
        | 1201   | Marketing | active | 8642 |

    Scenario: The PIN of the account opens it
      When a user starts a session on account 1201 with PIN "8642"
      Then account "1201 Marketing" is in use
      And the display never showed PIN "8642"

    Scenario: The PIN is asked for before the account is in use
      When a user starts a session on account 1201
      Then the screen "Account PIN Code" is shown
      And the display shows "Number: 1201"
      And the meter asks for a PIN

    Scenario Outline: Another PIN does not open it
      When a user starts a session on account 1201 with PIN "<digits>"
      Then the meter refuses the PIN and counts 1
      And after OK the screen "Account PIN Code" is shown

      Examples:
        | digits |
        | 7310   |
        | 9999   |
        | 8643   |
        | 864    |

    Scenario: The sole active account asks for its PIN too
      Given the supervisor makes account 1201 with PIN "8642" inactive
      When a user starts a session
      Then the screen "Account PIN Code" is shown
      And the display shows "Number: 1"

    Scenario: The supervisor PIN opens the supervisor menu
      When a session is started on account 1201 with the supervisor PIN
      Then the screen "Supervisor Menu" is shown

    Scenario: Switching asks for the PIN of the other account
      Given a user session on account 1201 with PIN "8642"
      When the user switches to account 1 with PIN "7310"
      Then account "1 Default" is in use

    Scenario: A wrong PIN does not switch
      Given a user session on account 1201 with PIN "8642"
      And the user switches to account 1 with PIN "9999"
      And the meter refuses the PIN and counts 1
      When the keys OK C C HOME are pressed
      Then account "1201 Marketing" is in use

    Scenario: C leads from the PIN back to the accounts
      Given a user starts a session on account 1201
      When the key C is pressed
      Then accounts 1 and 1201 are offered

    Scenario: The postage goes to the account whose PIN was given
      When a user starts a session on account 1201 with PIN "8642"
      And an envelope of 45 p is franked
      Then account 1201 has 1 item and 45 p
      And account 1 has 0 items and 0 p
