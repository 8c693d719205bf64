@connect-plus
Feature: Screens of the Connect+ Series
  What the other features say of a screen in words, these say of the whole picture: nothing is where it was not.
  Source: the golden screens in goldens/connect-plus, which a person has looked at and accepted.

  @CNP-SCR-01 @assumed
  Rule: What can be touched stands where it always does
    Source: Connect+ operator guide, the pictures of Home and Run Mail; the places are assumed.

    Scenario: Home
      When the screen "Home" is open
      Then the display is as the golden screen "Home"

    @requires:mail
    Scenario: Run Mail with an account in use and a batch
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Łódź      | L-02 |
      And account "Łódź" is selected for mail
      When 2 pieces are run
      Then the display is as the golden screen "Run Mail"

  @CNP-SCR-02 @assumed
  Rule: A form shows what is entered and what must be
    Source: seed, Create new account; Connect+ operator guide p. 108.

    Scenario: A new account that is filled in
      Given this account is entered
        | name      | code |
        | Marketing | M-01 |
      Then the display is as the golden screen "Create new account"

    Scenario: A field that is typed into
      Given Create new account is opened
      When "Sales" is typed
      Then the display is as the golden screen "Account name"

    Scenario: The users, and whether they must log in
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   | Sesame2  |
      When the Users screen is opened
      Then the display is as the golden screen "Users"

  @CNP-SCR-03 @assumed
  Rule: The cells of a table stand under each other
    Source: Connect+ operator guide p. 255, the columns of the reports.

    @requires:mail
    Scenario: A report of what was run
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And this mail was run
        | account   | class                | pieces | grams |
        | Marketing | Royal Mail 1st Class | 2      | 20    |
        | Sales     | Royal Mail 1st Class | 1      | 20    |
      When the report "Account Summary" is viewed
      Then the display is as the golden screen "Account Summary"

  @CNP-SCR-04 @assumed
  Rule: A meter says who it is
    Source: Connect+ operator guide, Meter Information.

    Scenario: Meter Information
      When the screen "Funds > Meter Information" is open
      Then the display is as the golden screen "Meter Information"
