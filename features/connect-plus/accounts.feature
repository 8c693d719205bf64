@connect-plus
Feature: Accounts on the Connect+ Series
  Source: seed "How do I create an account on the Connect+ Series?"; Connect+ operator guide p. 109 and 110.

  @CNP-ACC-01
  Rule: An account is created from Manage Accounts

    @procedure
    Scenario: The first account, screen by screen as the guide tells it
      Then the screen "Home" is shown
      When "Manage Accounts" is touched
      Then the screen "Manage Accounts" is shown
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

    Scenario: A created account can be charged
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When account "Marketing" is selected for mail
      And 2 pieces are run
      Then the last imprint is £1.65

  @CNP-ACC-02
  Rule: A code is required and is never free again

    Scenario: A code that is taken is refused
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When this account is created
        | name  | code |
        | Sales | M-01 |
      Then the Connect+ refuses because the code was used before
