@is400
Feature: Screens of the IS-420 and IS-440
  What the other features say of a screen in words, these say of the whole picture: nothing is where it was not.
  Source: the golden screens in goldens/is400, which a person has looked at and accepted.

  @IS4-SCR-01
  Rule: A list shows its entries, where the cursor is and where it goes on
    Source: IS-440 guide, the pictures of the Account List; where the signs stand is assumed.

    @assumed
    Scenario: The account list at its top
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | active   |
        | 1310   | Sales     | active   |
        | 1402   | Despatch  | inactive |
      When the screen "Account List" is open
      Then the display is as the golden screen "Account List"

    @assumed
    Scenario: A long account list, of which the middle is shown
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |
        | 1402   | Despatch  | active |
        | 1500   | Stores    | active |
        | 1600   | Accounts  | active |
        | 1700   | Post Room | active |
      And the screen "Account List" is open
      When the keys DOWN DOWN DOWN DOWN DOWN DOWN are pressed
      Then the display is as the golden screen "Account List in the Middle"

    @assumed
    Scenario: The accounts of an operator with their ticks
      Given a meter in "Accounts with Access Control" mode with PIN "7310" and these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |
      And active operator "Anna" with PIN "4711" on account 1201
      And the supervisor opens "Edit / Modify" of operator "Anna"
      And PIN "4711" is entered
      And the key OK is pressed
      And PIN "5823" is entered
      When the keys OK OK DOWN are pressed
      Then the display is as the golden screen "Accounts of the Operator"

  @IS4-SCR-02 @assumed
  Rule: A menu numbers its entries
    Source: IS-440 guide p. 98 and 107.

    Scenario: The menu of the supervisor
      Given a meter in Accounts mode
      When the supervisor menu is opened
      Then the display is as the golden screen "Supervisor Menu"

  @IS4-SCR-03 @assumed
  Rule: A field shows its label, its room, what was typed and what the keys give
    Source: IS-440 guide p. 103, the entry of a number and a name; how the field looks is assumed.

    Scenario: The number of a new account
      Given the number field of a new account
      When "1201" is typed
      Then the display is as the golden screen "Number Field of a New Account"

    Scenario: The name of a new account
      Given the name field of a new account
      When "NAME" is typed
      Then the display is as the golden screen "Name Field of a New Account"

    Scenario: A PIN is never shown
      Given the screen "Supervisor Log-in" is open
      When "9753" is typed
      Then the display is as the golden screen "Supervisor Log-in"

  @IS4-SCR-04 @assumed
  Rule: A refusal says what is wrong, and stays until it was read
    Source: seed, "account number is unique".

    Scenario: A wrong supervisor PIN
      Given a meter in Accounts mode
      When PIN "1111" is entered at the supervisor log-in
      Then the display is as the golden screen "Wrong Supervisor PIN"

    Scenario: The warning before an account mode is changed
      Given a meter in "Accounts" mode
      When the supervisor chooses the mode "Account with PIN Code"
      Then the display is as the golden screen "Account Mode Warning"

  @IS4-SCR-05 @assumed
  Rule: Figures stand where they are looked for
    Source: IS-440 guide, Funds Summary; IS-280 guide, the home screen.

    Scenario: The home screen of a session
      Given a meter in Accounts mode with account 1201 "Marketing"
      When a user starts a session on account 1201
      Then the display is as the golden screen "Home"

    @requires:mail
    Scenario: The funds after a piece
      Given a meter in "No Account" mode
      And an envelope of 45 p was franked
      When the screen "Funds Summary" is open
      Then the display is as the golden screen "Funds Summary"
