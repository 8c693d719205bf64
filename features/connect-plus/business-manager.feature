@connect-plus @requires:business-manager
Feature: The Business Manager accounting suite and the Connect+ Series
  Source: seed, note to "How do I move a transaction to another account": where the Business Manager accounting suite is
  in use, its software is used instead; online help of the machine: accounts and transactions move to the PC.

  @CNP-BSM-01
  Rule: While Business Manager is in use, accounts are managed on the PC
    Source: online help of the machine.

    Scenario: Create new account says where to do it instead
      Given Business Manager takes the accounts over
      When Create new account is opened
      Then the Connect+ refuses because Business Manager is in use

    Scenario: So does Edit account
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And Business Manager takes the accounts over
      When Edit account is opened
      Then the Connect+ refuses because Business Manager is in use

    @requires:mail
    Scenario: Mail is charged as before
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And Business Manager takes the accounts over
      When account "Marketing" is selected for mail
      And 1 piece is run
      Then the last imprint is £1.65

    @assumed
    Scenario: An account that is being entered is not saved any more
      Given this account is entered
        | name      | code |
        | Marketing | M-01 |
      And Business Manager takes the accounts over
      When "OK" is touched
      Then the Connect+ refuses because Business Manager is in use

    @assumed
    Scenario: Given back, accounts are created at the machine again
      Given Business Manager takes the accounts over
      And Business Manager gives the accounts back
      When this account is created
        | name      | code |
        | Marketing | M-01 |
      Then the only account is "M-01 Marketing"

    @requires:power
    Scenario: It is still in use after a power cut
      Given Business Manager takes the accounts over
      And the power was cut and came back
      When Create new account is opened
      Then the Connect+ refuses because Business Manager is in use

    Scenario: Users are still managed at the machine
      Given Business Manager takes the accounts over
      When logins are turned on with supervisor
        | name | password |
        | Ann  | Sesame1  |
      Then the screen says "Create another user?"

  @CNP-BSM-02
  Rule: While Business Manager is in use, transactions are moved on the PC
    Source: seed, note to "How do I move a transaction to another account".

    @requires:mail
    Scenario: A transaction is not moved at the machine
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And 1 piece was franked on account "Marketing"
      And Business Manager takes the accounts over
      When View and Edit Transactions is opened
      Then the Connect+ refuses because Business Manager is in use

    @assumed @requires:mail
    Scenario: Nor one that was opened before
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And 1 piece was franked on account "Marketing"
      And transaction 1 is opened for editing
      And Business Manager takes the accounts over
      When "OK" is touched
      Then the Connect+ refuses because Business Manager is in use
