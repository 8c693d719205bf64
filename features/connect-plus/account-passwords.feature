@connect-plus
Feature: Account passwords on the Connect+ Series
  Source: seed "How do I create an account on the Connect+ Series?", step 8; Connect+ operator guide p. 109 and 110:
  exactly four characters, alphanumeric, case sensitive, asked on edit and on mail, one for a linked set.

  @CNP-APW-01
  Rule: Account passwords must be enabled before an account gets one
    Source: seed, step 8: "account passwords must be enabled".

    Scenario: Without them the form has no Password field
      When this account is entered
        | name      | code |
        | Marketing | M-01 |
      Then the form has no field "Password"

    Scenario: With them it has one, and an account may do without
      Given account passwords are on
      When this account is created
        | name      | code |
        | Marketing | M-01 |
      Then the "Password" of account "Marketing" is "none"

    Scenario: An account that is there gets one
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account passwords are on
      When account "Marketing" gets password "aB3x"
      And account "Marketing" is selected for mail
      Then the meter asks for a password

    Scenario: While they are off no account asks for its password
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And the tick of "Account passwords" is taken away on the Users screen
      When account "Marketing" is selected for mail
      Then the meter asks for no password
      And the account in use is "Marketing"

    @assumed
    Scenario: Switched on again, they are what they were
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And the tick of "Account passwords" is taken away on the Users screen
      And account passwords are on
      When account "Marketing" is selected for mail with password "aB3x"
      Then the account in use is "Marketing"

  @CNP-APW-02
  Rule: A password has exactly four characters and is entered twice
    Source: operator guide p. 110; seed, step 8: "enter the password and select OK, then re-enter and select OK".

    @procedure
    Scenario: The password of a new account, screen by screen
      Given account passwords are on
      And this account is entered
        | name      | code |
        | Marketing | M-01 |
      When the field "Password" is touched
      Then the field for "Password" reads ""
      When password "aB3x" is typed and confirmed
      Then the field for "Re-enter password" reads ""
      When password "aB3x" is typed and confirmed
      Then the screen "Account" is shown
      And the screen says "Password: set"
      When "OK" is touched
      Then the screen says "The account Marketing has been created."

    Scenario Outline: A password of <length> is refused
      Given account passwords are on
      When password "<password>" is entered for a new account
      Then the Connect+ refuses because the password has the wrong length

      Examples:
        | length             | password |
        | one character      | a        |
        | two characters     | aB       |
        | three characters   | aB3      |

    Scenario: A fifth character is not taken
      Given account passwords are on
      And this account is entered
        | name      | code |
        | Marketing | M-01 |
      And the field "Password" is touched
      When password "aB3x5" is typed
      Then the field reads "••••"

    Scenario: Another password the second time is refused
      Given account passwords are on
      And a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" gets password "aB3x" and then password "aB3y"
      Then the Connect+ refuses because the passwords differ

    Scenario: Capitals the second time are another password
      Given account passwords are on
      And a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" gets password "aB3x" and then password "AB3X"
      Then the Connect+ refuses because the passwords differ

    Scenario: A password that was refused is not the account's
      Given account passwords are on
      And a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" gets password "aB3x" and then password "aB3y"
      When account "Marketing" is selected for mail
      Then the meter asks for no password

    @assumed @requires:mail
    Scenario: An account with transactions gets a password too
      Given account passwords are on
      And a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And 1 piece was franked on account "Marketing"
      When account "Marketing" gets password "aB3x"
      And account "Marketing" is selected for mail
      Then the meter asks for a password

  @CNP-APW-03
  Rule: The password is asked for when mail is charged to the account
    Source: operator guide p. 110.

    Scenario: With its password the account is in use
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" is selected for mail with password "aB3x"
      Then the account in use is "Marketing"

    Scenario Outline: <what> does not fit
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" is selected for mail with password "<password>"
      Then the Connect+ refuses because the account password is wrong

      Examples:
        | what                         | password |
        | Another password             | Zz99     |
        | The password in capitals     | AB3X     |
        | The password in small        | ab3x     |
        | A part of the password       | aB3      |
        | No password                  |          |

    Scenario: The password of another account does not fit
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And account "Sales" is created with password "Zz99"
      When account "Marketing" is selected for mail with password "Zz99"
      Then the Connect+ refuses because the account password is wrong

    Scenario: After a wrong password the account before is still in use
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And a Connect+ with these accounts
        | name  | code |
        | Sales | S-01 |
      And account "Sales" is selected for mail
      When account "Marketing" is selected for mail with password "Zz99"
      Then the account in use is "Sales"

    @assumed
    Scenario: After a wrong password the right one can be entered
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And account "Marketing" is selected for mail with password "Zz99"
      And "OK" is touched
      When password "aB3x" is typed and confirmed
      Then the account in use is "Marketing"

    Scenario: An account without a password is not asked for one
      Given account passwords are on
      And a Connect+ with these accounts
        | name  | code |
        | Sales | S-01 |
      When account "Sales" is selected for mail
      Then the account in use is "Sales"

  @CNP-APW-04
  Rule: The password is asked for when the account is edited
    Source: operator guide p. 110.

    Scenario: The form opens with the password
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" is opened for editing with password "aB3x"
      Then the screen "Account" is shown

    Scenario: The form does not open without it
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" is opened for editing
      Then the meter asks for a password

    @assumed
    Scenario: Cancel at the password leads back to the accounts
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And account "Marketing" is opened for editing
      When "Cancel" is touched
      Then the display shows "Marketing Marketing"

    Scenario Outline: <what> does not open it
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" is opened for editing with password "<password>"
      Then the Connect+ refuses because the account password is wrong

      Examples:
        | what                     | password |
        | Another password         | Zz99     |
        | The password in capitals | AB3X     |

    @assumed
    Scenario: The password before it no longer fits
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And account "Marketing" with password "aB3x" gets password "Zz99" instead
      When account "Marketing" is selected for mail with password "aB3x"
      Then the Connect+ refuses because the account password is wrong

    @assumed
    Scenario: A password can be changed
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" with password "aB3x" gets password "Zz99" instead
      And account "Marketing" is selected for mail with password "Zz99"
      Then the account in use is "Marketing"

    @assumed
    Scenario: An empty entry takes the password away
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" with password "aB3x" gets none
      And account "Marketing" is selected for mail
      Then the meter asks for no password

  @CNP-APW-05
  Rule: One password holds for a whole chain of accounts
    Source: operator guide p. 109: one number and one password for a linked chain.

    Scenario: A sub account asks for the password of its account
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And this account is created
        | name   | code | under     |
        | Events | M-02 | Marketing |
      When account "Events" is selected for mail with password "aB3x"
      Then the account in use is "Marketing > Events"

    Scenario: A sub sub account asks for it too
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And this account is created
        | name   | code | under     |
        | Events | M-02 | Marketing |
        | Spring | M-03 | Events    |
      When account "Spring" is selected for mail with password "Zz99"
      Then the Connect+ refuses because the account password is wrong

    @assumed
    Scenario: A sub account has no password of its own
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When this account is entered
        | name   | code | under     |
        | Events | M-02 | Marketing |
      Then the form has no field "Password"

    Scenario: A sub account is edited with it
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And this account is created
        | name   | code | under     |
        | Events | M-02 | Marketing |
      When account "Events" is opened for editing with password "aB3x"
      Then the screen "Account" is shown

    Scenario: An account beside the chain does not ask for it
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      And a Connect+ with these accounts
        | name  | code |
        | Sales | S-01 |
      When account "Sales" is opened for editing
      Then the screen "Account" is shown

  @CNP-APW-06 @assumed
  Rule: A password is never shown
    Source: assumed; nobody should read it over a shoulder.

    Scenario: Not while it is entered, nor afterwards
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" is opened for editing with password "aB3x"
      Then the screen says "Password: set"
      And the display never showed password "aB3x"

    Scenario: Nor where it is asked for
      Given account passwords are on
      And account "Marketing" is created with password "aB3x"
      When account "Marketing" is selected for mail with password "aB3x"
      Then the display never showed password "aB3x"
