@connect-plus
Feature: Editing and deleting accounts on the Connect+ Series
  Source: support of the maker: names and codes can be edited, and accounts deleted, before any transaction posts;
  afterwards an account can only be made inactive. Operator guide p. 232 for the status.

  @CNP-EDT-01
  Rule: Before its first transaction an account can be changed
    Source: as above.

    @procedure
    Scenario: An account is edited, screen by screen
      Given a Connect+ with these accounts
        | name     | code |
        | Markting | M-01 |
      When "Edit account" is touched
      Then the screen "Edit account" is shown
      When "M-01 Markting" is touched
      Then the screen "Account" is shown
      When the field "Account name" is touched
      Then the field reads "Markting"
      When "Marketing" is typed and confirmed
      Then the screen says "Account name *: Marketing"
      When "OK" is touched
      Then the screen "Edit account" is shown
      And the only account is "M-01 Marketing"

    Scenario: A new name
      Given a Connect+ with these accounts
        | name     | code |
        | Markting | M-01 |
      When account "Markting" is renamed to "Marketing"
      Then the only account is "M-01 Marketing"

    Scenario: A new code
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" gets the code "M-10"
      Then the only account is "M-10 Marketing"

    Scenario: A new description
      Given a Connect+ with these accounts
        | name      | code | description |
        | Marketing | M-01 | Fairs       |
      When account "Marketing" gets the description "Fairs and adverts"
      Then the "Description" of account "Marketing" is "Fairs and adverts"

    Scenario: The description can be taken away
      Given a Connect+ with these accounts
        | name      | code | description |
        | Marketing | M-01 | Fairs       |
      When account "Marketing" gets the description ""
      Then the "Description" of account "Marketing" is ""

    Scenario: Cancel on the form changes nothing
      Given a Connect+ with these accounts
        | name     | code |
        | Markting | M-01 |
      And account "Markting" is opened for editing
      And the field "Account name" is touched
      And "Marketing" is typed and confirmed
      When "Cancel" is touched
      Then the only account is "M-01 Markting"

    Scenario: A name that another account has is refused
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      When account "Sales" is renamed to "Marketing"
      Then the Connect+ refuses because the name was used before

    Scenario: A code that another account has is refused
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      When account "Sales" gets the code "M-01"
      Then the Connect+ refuses because the code was used before

    Scenario: An account keeps its own name
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is opened for editing
      And the field "Account name" is touched
      When "Marketing" is typed and confirmed
      Then the screen says "Account name *: Marketing"

    Scenario: An account keeps its own code
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is opened for editing
      And the field "Account code" is touched
      When "M-01" is typed and confirmed
      Then the screen says "Account code *: M-01"

    Scenario: A name cannot be emptied
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" is renamed to ""
      Then the Connect+ refuses because the name is missing

    Scenario: A code cannot be emptied
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" gets the code ""
      Then the Connect+ refuses because the code is missing

    Scenario: A sub account stays below its account
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Evnts     | M-02 | Marketing |
      When account "Evnts" is renamed to "Events"
      Then the accounts are
        | name               | code |
        | Marketing          | M-01 |
        | Marketing > Events | M-02 |

  @CNP-EDT-02
  Rule: After its first transaction an account keeps its name and code
    Source: as above: "afterwards only inactive".

    @requires:mail
    Scenario Outline: The <field> of an account with a transaction
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And 1 piece was franked on account "Marketing"
      And account "Marketing" is opened for editing
      When the field "<field>" is touched
      Then the Connect+ refuses because the account has transactions

      Examples:
        | field        |
        | Account name |
        | Account code |

    @assumed @requires:mail
    Scenario: The description of an account with a transaction
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And 1 piece was franked on account "Marketing"
      And account "Marketing" is opened for editing
      When the field "Description" is touched
      Then the Connect+ refuses because the account has transactions

    @requires:mail
    Scenario: An account with a transaction can be made inactive
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And 1 piece was franked on account "Marketing"
      When account "Marketing" is made inactive
      Then mail can be charged to
        | S-01 Sales |

    @requires:mail
    Scenario: An account with a transaction cannot be deleted
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And 1 piece was franked on account "Marketing"
      When deleting account "Marketing" is asked for
      Then the Connect+ refuses because the account has transactions
      And the only account is "M-01 Marketing"

    @requires:mail
    Scenario: An account above one with a transaction cannot be deleted
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      And 1 piece was franked on account "Events"
      When deleting account "Marketing" is asked for
      Then the Connect+ refuses because the account has transactions

    @assumed @requires:mail
    Scenario: An account above one with a transaction can still be renamed
      Given a Connect+ with these accounts
        | name     | code | under    |
        | Markting | M-01 |          |
        | Events   | M-02 | Markting |
      And 1 piece was franked on account "Events"
      When account "Markting" is renamed to "Marketing"
      Then the accounts are
        | name               | code |
        | Marketing          | M-01 |
        | Marketing > Events | M-02 |

    @requires:mail
    Scenario: Another account's transaction does not matter
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sles      | S-01 |
      And 1 piece was franked on account "Marketing"
      When account "Sles" is renamed to "Sales"
      Then the accounts are
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |

  @CNP-EDT-03
  Rule: A name or a code that was used is never free again
    Source: support of the maker: "cannot be re-used, even from inactive accounts".

    Scenario: The code of an inactive account
      Given a Connect+ with these accounts
        | name      | code | status   |
        | Marketing | M-01 | inactive |
      When a new account "Sales" gets the code "M-01"
      Then the Connect+ refuses because the code was used before

    Scenario: The code of a deleted account
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is deleted
      When a new account "Sales" gets the code "M-01"
      Then the Connect+ refuses because the code was used before

    Scenario: The name of a deleted account
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is deleted
      When a new account gets the name "Marketing"
      Then the Connect+ refuses because the name was used before

    Scenario: The code of a sub account that was deleted with its account
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      And account "Marketing" is deleted
      When a new account "Sales" gets the code "M-02"
      Then the Connect+ refuses because the code was used before

    @assumed
    Scenario: The code that an account had before it got another
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" gets the code "M-10"
      When a new account "Sales" gets the code "M-01"
      Then the Connect+ refuses because the code was used before

    @assumed
    Scenario: The name that an account had before it was renamed
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is renamed to "Sales"
      When a new account gets the name "Marketing"
      Then the Connect+ refuses because the name was used before

    @requires:power
    Scenario: Also after a power cut
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is deleted
      And the power was cut and came back
      When a new account "Sales" gets the code "M-01"
      Then the Connect+ refuses because the code was used before

  @CNP-EDT-04
  Rule: A new status goes down to all accounts below, after a question
    Source: Connect+ operator guide p. 232: the prompt's answer is "Yes, apply to all".

    @procedure
    Scenario: The question, screen by screen
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      When "Edit account" is touched
      Then the screen "Edit account" is shown
      When "M-01 Marketing" is touched
      Then the screen says "Status: Active"
      When the field "Status" is touched
      Then the screen says "Status: Inactive"
      When "OK" is touched
      Then the screen says "Apply the status to all accounts below Marketing?"
      When "Yes, apply to all" is touched
      Then the screen "Edit account" is shown
      And the display shows "M-02 Marketing > Events (inactive)"

    Scenario: All levels below become inactive
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Spring    | M-03 | Events    |
        | Sales     | S-01 |           |
      When account "Marketing" is made inactive and the question is answered with "Yes, apply to all"
      Then the accounts are
        | name                        | code | status   |
        | Marketing                   | M-01 | inactive |
        | Marketing > Events          | M-02 | inactive |
        | Marketing > Events > Spring | M-03 | inactive |
        | Sales                       | S-01 | active   |

    Scenario: All levels below become active again
      Given a Connect+ with these accounts
        | name      | code | under     | status   |
        | Marketing | M-01 |           | inactive |
        | Events    | M-02 | Marketing | inactive |
      When account "Marketing" is made active and the question is answered with "Yes, apply to all"
      Then mail can be charged to
        | M-02 Marketing > Events |

    Scenario: Cancel leaves every status as it was
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      When account "Marketing" is made inactive and the question is answered with "Cancel"
      Then the screen "Account" is shown
      And the accounts are
        | name               | code |
        | Marketing          | M-01 |
        | Marketing > Events | M-02 |

    @requires:power
    Scenario: Before the answer nothing has changed
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      And account "Marketing" is made inactive
      When the power is cut and comes back
      Then the accounts are
        | name               | code |
        | Marketing          | M-01 |
        | Marketing > Events | M-02 |

    Scenario: An account with none below it is not asked about
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      When account "Events" is made inactive
      Then the screen "Edit account" is shown
      And the accounts are
        | name               | code | status   |
        | Marketing          | M-01 | active   |
        | Marketing > Events | M-02 | inactive |

    Scenario: A change of the name alone asks nothing
      Given a Connect+ with these accounts
        | name     | code | under    |
        | Markting | M-01 |          |
        | Events   | M-02 | Markting |
      When account "Markting" is renamed to "Marketing"
      Then the screen "Edit account" is shown

    @requires:power
    Scenario Outline: The power goes <bytes> bytes into saving it
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      When the power is cut <bytes> bytes into making account "Marketing" inactive with all below it
      Then the accounts are "M-01 Marketing, M-02 Marketing > Events" or "M-01 Marketing (inactive), M-02 Marketing > Events (inactive)"

      Examples:
        | bytes  |
        | 0      |
        | 20     |
        | 600    |
        | 100000 |

  @CNP-EDT-05
  Rule: An account is deleted after a question, with all accounts below it
    Source: support of the maker for when; the question is assumed.

    @assumed
    Scenario: The question names the account
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is opened for editing
      When "Delete account" is touched
      Then the screen says "Delete the account Marketing and all accounts below it?"

    Scenario: A deleted account is gone
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      When account "Marketing" is deleted
      Then the only account is "S-01 Sales"

    @assumed
    Scenario: Cancel keeps it
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" is deleted and the question is answered with "Cancel"
      Then the screen "Account" is shown
      And the only account is "M-01 Marketing"

    @assumed
    Scenario: Accounts below it go with it
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
        | Sales     | S-01 |           |
      When account "Marketing" is deleted
      Then the only account is "S-01 Sales"

    @requires:mail
    Scenario: Mail that was to be charged to it needs another account
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And account "Marketing" is selected for mail
      And account "Marketing" is deleted
      When 1 piece is run
      Then the Connect+ refuses because no account is selected

    @requires:power
    Scenario Outline: The power goes <bytes> bytes into deleting it
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      When the power is cut <bytes> bytes into deleting account "Marketing"
      Then the accounts are "M-01 Marketing, S-01 Sales" or "S-01 Sales"

      Examples:
        | bytes  |
        | 0      |
        | 20     |
        | 600    |
        | 100000 |
