@connect-plus
Feature: Logging in on the Connect+ Series
  Source: seed, notes about supervisor access rights; Connect+ operator guide p. 174 and 189; support of the maker:
  an operator sees only Reports in Manage Accounts.

  @CNP-LOG-01
  Rule: Where logins are on, the machine asks who works at it
    Source: operator guide p. 174.

    @requires:power
    Scenario: After power on it asks
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When the power is cut and comes back
      Then the log-in offers "Ann, Bob"

    Scenario: After logging out it asks
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When the user logs out
      Then nobody is logged in

    @requires:power
    Scenario: Without users it does not
      When the power is cut and comes back
      Then the screen "Home" is shown
      And "Log out" cannot be touched

    Scenario: There is no way past it
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When the user logs out
      Then "Home" cannot be touched

    Scenario: Nor past the password
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When "Ann" is chosen at the log-in
      Then the meter asks for a password
      And "Home" cannot be touched

    @requires:mail
    Scenario: Nobody logged in, no mail is franked
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And the user logs out
      When a piece is put in where the machine stands
      Then the piece comes out unfranked

    @assumed @requires:mail
    Scenario: Who logs in begins without an account
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is selected for mail
      And "Bob" logs in
      When 1 piece is run
      Then the Connect+ refuses because no account is selected

  @CNP-LOG-02
  Rule: A user logs in with a name and a password
    Source: operator guide p. 174.

    @procedure
    Scenario: A supervisor, screen by screen
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And the user logs out
      Then the screen "Log In" is shown
      When "Ann" is touched
      Then the field for "Password" reads ""
      When password "Sesame1" is typed and confirmed
      Then the screen "Home" is shown
      And the screen says "User: Ann"

    Scenario: An operator without a password only chooses the name
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When "Bob" logs in
      Then "Bob" is logged in

    Scenario Outline: <what> does not log in
      Given a Connect+ with these users
        | name | role       | password | hint    |
        | Ann  | SUPERVISOR | Sesame1  | open up |
        | Bob  | OPERATOR   | plum     | fruit   |
      When "Ann" logs in with password "<password>"
      Then the Connect+ refuses the password with the hint "open up"

      Examples:
        | what                          | password |
        | Another password              | Sesame2  |
        | The password in capitals      | SESAME1  |
        | The password in small letters | sesame1  |
        | A part of the password        | Sesame   |
        | More than the password        | Sesame11 |
        | No password                   |          |
        | Another user's password       | plum     |

    Scenario: The hint is the user's own
      Given a Connect+ with these users
        | name | role       | password | hint    |
        | Ann  | SUPERVISOR | Sesame1  | open up |
        | Bob  | OPERATOR   | plum     | fruit   |
      When "Bob" logs in with password "pear"
      Then the Connect+ refuses the password with the hint "fruit"

    Scenario: After a wrong password nobody is logged in
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And "Ann" logs in with password "Sesame2"
      And "OK" is touched
      When "Cancel" is touched
      Then nobody is logged in

    @assumed
    Scenario: After wrong passwords the right one is still taken
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And "Ann" logs in with password "Sesame2"
      And "OK" is touched
      When password "Sesame1" is typed and confirmed
      Then "Ann" is logged in

    Scenario: The password is never shown
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When "Ann" logs in with password "Sesame1"
      Then "Ann" is logged in
      And the display never showed password "Sesame1"

  @CNP-LOG-03
  Rule: An operator sees only Reports in Manage Accounts
    Source: support of the maker; seed: supervisor access rights for accounts, users and transactions.

    Scenario: Manage Accounts of an operator
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When "Bob" logs in
      Then Manage Accounts offers "Reports"

    Scenario: Manage Accounts of a supervisor
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When "Ann" logs in with password "Sesame1"
      Then Manage Accounts offers "Create new account, Edit account, Transactions, Reports, Surcharge"

    Scenario: A supervisor after an operator has a supervisor's rights again
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And "Bob" logs in
      When "Ann" logs in with password "Sesame1"
      Then Settings offers "System"

    @requires:mail
    Scenario: An operator franks mail
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And "Bob" logs in
      When account "Marketing" is selected for mail
      And 1 piece is run
      Then the last imprint is £1.65

    Scenario: An operator is asked for an account's password
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And account passwords are on
      And account "Marketing" is created with password "aB3x"
      And "Bob" logs in
      When account "Marketing" is selected for mail
      Then the meter asks for a password

    Scenario: Without users everybody has a supervisor's rights
      Then Settings offers "System"
