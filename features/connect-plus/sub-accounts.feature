@connect-plus
Feature: Sub accounts on the Connect+ Series
  Source: seed "How do I create an account on the Connect+ Series?", steps 3 and 10; Connect+ operator guide p. 109:
  account, sub account, sub sub account.

  @CNP-SUB-01
  Rule: A sub account is added to an account that is there
    Source: seed, step 3; operator guide p. 114.

    @procedure
    Scenario: From Manage Accounts, screen by screen
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      When "Create new account" is touched
      Then the screen says "Create a new account or add a sub account to an existing account?"
      When "Add a sub account" is touched
      Then the screen "Select the account to add to" is shown
      When "M-01 Marketing" is touched
      Then the screen "Account name" is shown
      When "Events" is typed and confirmed
      Then the screen "Account code" is shown
      When "M-02" is typed and confirmed
      Then the screen "Description" is shown
      When "" is typed and confirmed
      Then the screen "Account" is shown
      When "OK" is touched
      Then the screen says "The account Events has been created."
      When "Done" is touched
      Then the screen "Manage Accounts" is shown

    Scenario: The sub account is listed below its account
      When this account is created
        | name      | code | under     |
        | Sales     | S-01 |           |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      Then the accounts are
        | name               | code |
        | Marketing          | M-01 |
        | Marketing > Events | M-02 |
        | Sales              | S-01 |

    Scenario: A sub account needs a code of its own
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When a new account "Events" below "Marketing" gets the code ""
      Then the Connect+ refuses because the code is missing

    @assumed
    Scenario: A name is taken at every level
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Sales     | S-01 |           |
      When a new account below "Sales" gets the name "Events"
      Then the Connect+ refuses because the name was used before

  @CNP-SUB-02
  Rule: There are three levels
    Source: operator guide p. 109.

    Scenario: The dialog after a sub sub account offers no sub account
      When this account is created
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Spring    | M-03 | Events    |
      Then "Add a sub account" cannot be touched
      And "Create another new account" can be touched

    Scenario: A sub sub account is the lowest
      When this account is created
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Spring    | M-03 | Events    |
      Then the accounts are
        | name                        | code |
        | Marketing                   | M-01 |
        | Marketing > Events          | M-02 |
        | Marketing > Events > Spring | M-03 |

    Scenario: Nothing can be added below a sub sub account
      When this account is created
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Spring    | M-03 | Events    |
      Then sub accounts can be added to
        | Marketing          |
        | Marketing > Events |

    Scenario: The dialog after a sub account offers another level
      When this account is created
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      Then "Add a sub account" can be touched

  @CNP-SUB-03
  Rule: Mail is charged to the lowest level only
    Source: operator guide p. 109: "only the LOWEST level is chargeable".

    Scenario: An account with sub accounts is not offered for mail
      When this account is created
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Spring    | M-03 | Events    |
        | Adverts   | M-04 | Marketing |
        | Sales     | S-01 |           |
      Then mail can be charged to
        | M-04 Marketing > Adverts         |
        | M-03 Marketing > Events > Spring |
        | S-01 Sales                       |

    @requires:mail
    Scenario: An account that gets a sub account while it is selected takes no mail
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is selected for mail
      And this account is created
        | name   | code | under     |
        | Events | M-02 | Marketing |
      When 1 piece is run
      Then the Connect+ refuses because the account cannot be charged

    @assumed @requires:mail
    Scenario: An account that mail was charged to gets no sub accounts
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      When 1 piece was franked on account "Marketing"
      Then sub accounts can be added to
        | Sales |

    Scenario: Below an inactive account nothing is charged
      Given a Connect+ with these accounts
        | name      | code | under     | status   |
        | Marketing | M-01 |           | inactive |
        | Events    | M-02 | Marketing |          |
        | Sales     | S-01 |           |          |
      When account "Sales" is selected for mail
      Then mail can be charged to
        | S-01 Sales |

    @assumed
    Scenario: When its last sub account is deleted an account is charged again
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      When account "Events" is deleted
      Then mail can be charged to
        | M-01 Marketing |
