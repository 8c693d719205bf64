@connect-plus
Feature: Accounts on the Connect+ Series
  Source: seed "How do I create an account on the Connect+ Series?"; Connect+ operator guide p. 109 and 110.

  @CNP-ACC-01
  Rule: An account is created from Manage Accounts
    Source: seed, steps 1 to 10.

    @procedure
    Scenario: The first account, screen by screen as the guide tells it
      Then the screen "Home" is shown
      When "Manage Accounts" is touched
      Then the screen "Manage Accounts" is shown
      And "Create new account" can be touched
      When "Create new account" is touched
      Then the screen "Account name" is shown
      When "Marketing" is typed and confirmed
      Then the screen "Account code" is shown
      When "M-01" is typed and confirmed
      Then the screen "Description" is shown
      When "" is typed and confirmed
      Then the screen "Account" is shown
      And the screen says "Status: Active"
      When "OK" is touched
      Then the screen says "The account Marketing has been created."
      When "Done" is touched
      Then the screen "Manage Accounts" is shown

    @procedure
    Scenario: A further account with a description and a password, screen by screen
      Given account passwords are on
      And a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When "Create new account" is touched
      Then the screen says "Create a new account or add a sub account to an existing account?"
      When "Create new account" is touched
      Then the screen "Account name" is shown
      When "Sales" is typed and confirmed
      Then the screen "Account code" is shown
      When "S-01" is typed and confirmed
      Then the screen "Description" is shown
      When "Offers and invoices" is typed and confirmed
      Then the screen "Account" is shown
      And the screen says "Description: Offers and invoices"
      And the screen says "Status: Active"
      When the field "Password" is touched
      Then the field reads ""
      When password "aB3x" is typed and confirmed
      Then the field for "Re-enter password" reads ""
      When password "aB3x" is typed and confirmed
      Then the screen says "Password: set"
      When "OK" is touched
      Then the screen says "The account Sales has been created."
      When "Done" is touched
      Then the screen "Manage Accounts" is shown

    @requires:mail
    Scenario: A created account can be charged
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" is selected for mail
      And 2 pieces are run
      Then the last imprint is £1.65

    Scenario: Without an account there is no question what to create
      When Create new account is opened
      Then the screen "Account name" is shown

    Scenario: The account is created by OK on its form, not before
      Given this account is entered
        | name      | code |
        | Marketing | M-01 |
      When "Home" is touched
      Then there is no account

    Scenario: Cancel on the form creates nothing
      Given this account is entered
        | name      | code |
        | Marketing | M-01 |
      When "Cancel" is touched
      Then the screen "Manage Accounts" is shown
      And there is no account

    @assumed
    Scenario: What was entered for one account is not in the next
      Given this account is entered
        | name      | code | description |
        | Marketing | M-01 | Campaigns   |
      And "Cancel" is touched
      When this account is created
        | name  | code |
        | Sales | S-01 |
      Then the "Description" of account "Sales" is ""

    @assumed
    Scenario: What is wrong on the form can be corrected before OK
      Given this account is entered
        | name      | code |
        | Markting  | M-01 |
      And the field "Account name" is touched
      And "Marketing" is typed and confirmed
      When "OK" is touched
      Then the screen says "The account Marketing has been created."
      And the only account is "M-01 Marketing"

    @assumed
    Scenario: Accounts are listed by name, each followed by those below it
      When this account is created
        | name      | code | under     |
        | Sales     | S-01 |           |
        | Marketing | M-01 |           |
        | Events    | M-03 | Marketing |
        | Accounts  | A-01 |           |
        | Adverts   | M-02 | Marketing |
      Then the accounts are
        | name                | code |
        | Accounts            | A-01 |
        | Marketing           | M-01 |
        | Marketing > Adverts | M-02 |
        | Marketing > Events  | M-03 |
        | Sales               | S-01 |

  @CNP-ACC-02
  Rule: A code is required, and no two accounts have the same
    Source: seed, step 5; operator guide p. 110.

    Scenario: An account without a code is refused
      When a new account "Sales" gets the code ""
      Then the Connect+ refuses because the code is missing

    Scenario: A code of blanks is none
      Given Create new account is opened
      And "Sales" is typed and confirmed
      When "  " is typed and confirmed
      Then the Connect+ refuses because the code is missing

    Scenario: A code that is taken is refused
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When a new account "Sales" gets the code "M-01"
      Then the Connect+ refuses because the code was used before
      And the only account is "M-01 Marketing"

    @assumed
    Scenario: Blanks around a code make it no other code
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And "Create new account" is touched
      And "Create new account" is touched
      And "Sales" is typed and confirmed
      When " M-01 " is typed and confirmed
      Then the Connect+ refuses because the code was used before

    Scenario: A code that is taken at another level is refused
      Given a Connect+ with these accounts
        | name      | code | under     |
        | Marketing | M-01 |           |
        | Events    | M-02 | Marketing |
      When a new account "Sales" gets the code "M-02"
      Then the Connect+ refuses because the code was used before

    @assumed
    Scenario: Capital and small letters are different in codes
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | m-01 |
      When this account is created
        | name  | code |
        | Sales | M-01 |
      Then the accounts are
        | name      | code |
        | Marketing | m-01 |
        | Sales     | M-01 |

    @assumed
    Scenario: After a refusal another code can be entered
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And this account is entered
        | name  | code |
        | Sales | M-01 |
      And "OK" is touched
      When "S-01" is typed and confirmed
      Then the screen "Description" is shown

    @assumed
    Scenario: A code has 20 characters at most
      Given Create new account is opened
      And "Sales" is typed and confirmed
      When "123456789012345678901" is typed
      Then the field reads "12345678901234567890"

  @CNP-ACC-03
  Rule: A name is required, and is never used twice
    Source: seed, step 4; names and codes can never be used again: support of the maker.

    Scenario: An account without a name is refused
      When a new account gets the name ""
      Then the Connect+ refuses because the name is missing

    Scenario: A name that is taken is refused
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When a new account gets the name "Marketing"
      Then the Connect+ refuses because the name was used before
      And the only account is "M-01 Marketing"

    Scenario: The name of an inactive account is refused
      Given a Connect+ with these accounts
        | name      | code | status   |
        | Marketing | M-01 | inactive |
      When a new account gets the name "Marketing"
      Then the Connect+ refuses because the name was used before

    @assumed
    Scenario: A name has 75 characters at most
      Given Create new account is opened
      When "AaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhX" is typed
      Then the field reads "Aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhh"

  @CNP-ACC-04
  Rule: A description is optional and has up to 150 characters
    Source: seed, step 6; operator guide p. 110.

    Scenario: A description is kept
      When this account is created
        | name      | code | description                |
        | Marketing | M-01 | Fairs, adverts & mailshots |
      Then the "Description" of account "Marketing" is "Fairs, adverts & mailshots"

    Scenario Outline: A description of <typed> characters is kept with <kept>
      When account "Marketing" is created with a description of <typed> characters
      Then the description of account "Marketing" has <kept> characters

      Examples:
        | typed | kept |
        | 0     | 0    |
        | 149   | 149  |
        | 150   | 150  |
        | 151   | 150  |

  @CNP-ACC-05
  Rule: An account is active, or takes no mail
    Source: seed, step 7; operator guide p. 110: "Active by default; Inactive stays on system but takes no transactions".

    Scenario: A new account is active unless it is said otherwise
      When this account is created
        | name      | code |
        | Marketing | M-01 |
      Then the "Status" of account "Marketing" is "Active"

    Scenario: An inactive account stays in the list and is not offered for mail
      When this account is created
        | name      | code | status   |
        | Marketing | M-01 | inactive |
        | Sales     | S-01 | active   |
      Then the accounts are
        | name      | code | status   |
        | Marketing | M-01 | inactive |
        | Sales     | S-01 | active   |
      And mail can be charged to
        | S-01 Sales |

    @requires:mail
    Scenario: An account that becomes inactive while it is in use takes no more mail
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And 1 piece was franked on account "Marketing"
      And account "Marketing" is made inactive
      When 1 piece is run
      Then the Connect+ refuses because the account cannot be charged

    Scenario: An account that is active again is offered again
      Given a Connect+ with these accounts
        | name      | code | status   |
        | Marketing | M-01 | inactive |
      When account "Marketing" is made active
      Then mail can be charged to
        | M-01 Marketing |

  @CNP-ACC-06
  Rule: The dialog after OK leads on
    Source: seed, steps 9 and 10.

    @procedure
    Scenario: Create another new account, screen by screen
      Given this account is created
        | name      | code |
        | Marketing | M-01 |
      When "Create another new account" is touched
      Then the screen "Account name" is shown
      When "Sales" is typed and confirmed
      Then the screen "Account code" is shown
      When "S-01" is typed and confirmed
      Then the screen "Description" is shown
      When "" is typed and confirmed
      Then the screen "Account" is shown
      When "OK" is touched
      Then the screen says "The account Sales has been created."
      When "Done" is touched
      Then the screen "Manage Accounts" is shown
      And the accounts are
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |

    @procedure
    Scenario: Add a sub account, screen by screen
      Given this account is created
        | name      | code |
        | Marketing | M-01 |
      When "Add a sub account" is touched
      Then the screen "Account name" is shown
      When "Events" is typed and confirmed
      Then the screen "Account code" is shown
      When "M-02" is typed and confirmed
      Then the screen "Description" is shown
      When "" is typed and confirmed
      Then the screen "Account" is shown
      And the screen says "Marketing"
      When "OK" is touched
      Then the screen says "The account Events has been created."
      When "Done" is touched
      Then the screen "Manage Accounts" is shown
      And the accounts are
        | name               | code |
        | Marketing          | M-01 |
        | Marketing > Events | M-02 |

  @CNP-ACC-07 @slow
  Rule: There is room for as many accounts as were bought
    Source: online help of the machine: 100 as it comes; 300, 500, 1000, 2000 or 3000 can be bought.

    Scenario: The last account for which there is room is created
      Given a Connect+ with 99 accounts
      When this account is created
        | name | code |
        | Last | L-01 |
      Then the screen says "The account Last has been created."
      And there are 100 accounts

    Scenario Outline: After the last account the dialog refuses: <choice>
      Given a Connect+ with 100 accounts
      When "<choice>" is touched
      Then the Connect+ has no room for more than 100 accounts

      Examples:
        | choice                     |
        | Create another new account |
        | Add a sub account          |

    Scenario: Manage Accounts refuses one more, until one is deleted
      Given a Connect+ with 100 accounts
      And Create new account is opened
      And the Connect+ has no room for more than 100 accounts
      When account "50" is deleted
      And this account is created
        | name | code |
        | Last | L-01 |
      Then there are 100 accounts

    @assumed
    Scenario: Sub accounts and inactive accounts take room as others do
      Given a Connect+ with 98 accounts
      And this account is created
        | name | code | under | status   |
        | Off  | O-01 |       | inactive |
        | Sub  | O-02 | 1     |          |
      When Create new account is opened
      Then the Connect+ has no room for more than 100 accounts

  @CNP-ACC-08 @requires:power @assumed
  Rule: Power that goes while an account is saved leaves the old list or the new one
    Source: memory that survives a power cut is required of franking machines (docs/requirements.yaml).

    Scenario Outline: <bytes> bytes into saving a new account
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When the power is cut <bytes> bytes into creating account "Sales" with code "S-01"
      Then the accounts are "M-01 Marketing" or "M-01 Marketing, S-01 Sales"

      Examples:
        | bytes  |
        | 0      |
        | 1      |
        | 20     |
        | 300    |
        | 900    |
        | 100000 |

    Scenario: What the dialog has confirmed is kept
      Given this account is created
        | name      | code |
        | Marketing | M-01 |
      When the power is cut and comes back
      Then the only account is "M-01 Marketing"

    Scenario: What was only entered is gone
      Given this account is entered
        | name      | code |
        | Marketing | M-01 |
      When the power is cut and comes back
      Then there is no account

  @CNP-ACC-09 @CNP-FAQ-01
  Rule: Where there are users, only supervisors create accounts
    Source: seed, note to "How do I create an account", and "Who can create accounts and users on the Connect+ Series?"

    Scenario: A supervisor creates an account
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When this account is created
        | name      | code |
        | Marketing | M-01 |
      Then the only account is "M-01 Marketing"

    Scenario: An operator is not offered to create or edit accounts
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When "Bob" logs in
      Then Manage Accounts offers "Reports"

    Scenario: Without users everybody may
      Then Manage Accounts offers "Create new account, Edit account, Transactions, Reports, Surcharge"
