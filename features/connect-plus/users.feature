@connect-plus
Feature: Users of the Connect+ Series
  Source: seed "How do I create a user on the Connect+ Series?"; Connect+ operator guide p. 174, SendPro P guide p. 307.

  @CNP-USR-01 @CNP-FAQ-01
  Rule: A supervisor adds a user in Settings > System > Users
    Source: seed, steps 1 to 8, and "Who can create accounts and users on the Connect+ Series?"

    @procedure
    Scenario: An operator, screen by screen as the guide tells it
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      Then the screen says "Mailing"
      When "Settings" is touched
      Then the screen "Settings" is shown
      When "System" is touched
      Then the screen "System" is shown
      When "Users" is touched
      Then the screen "Users" is shown
      When "Add new" is touched
      Then the screen "User" is shown
      When the field "Username" is touched
      And "Bob" is typed and confirmed
      Then the screen says "Username *: Bob"
      When the field "User role" is touched
      Then "SUPERVISOR" can be touched
      When "OPERATOR" is touched
      Then the screen says "User role *: OPERATOR"
      When the field "Password hint" is touched
      And "none needed" is typed and confirmed
      Then the screen says "Password hint: none needed"
      When "OK" is touched
      Then the screen "Users" is shown
      And the display shows "Bob (OPERATOR)"
      When "Done" is touched
      Then the screen "Home" is shown

    @procedure
    Scenario: A supervisor, with the password that supervisors need, screen by screen
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When "Settings" is touched
      And "System" is touched
      And "Users" is touched
      And "Add new" is touched
      And the field "Username" is touched
      And "Eve" is typed and confirmed
      And the field "Password" is touched
      Then the field for "Password" reads ""
      When password "Apple22" is typed and confirmed
      Then the screen says "Password: set"
      When the field "User role" is touched
      And "SUPERVISOR" is touched
      Then the screen says "User role *: SUPERVISOR"
      When the field "Password hint" is touched
      And "fruit" is typed and confirmed
      And "OK" is touched
      Then the display shows "Eve (SUPERVISOR)"
      When "Done" is touched
      Then the screen "Home" is shown

    Scenario: Operators and supervisors are listed with their roles
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When this user is added
        | name | role       | password |
        | Bob  | OPERATOR   |          |
        | Eve  | SUPERVISOR | Apple22  |
      Then the users are
        | name | role       |
        | Ann  | SUPERVISOR |
        | Bob  | OPERATOR   |
        | Eve  | SUPERVISOR |

    Scenario: An operator is not offered the Users screen
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When "Bob" logs in
      Then Settings offers "nothing"

    Scenario: A supervisor is
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      Then Settings offers "System"

    Scenario: A user without a name is refused
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And the Users screen is opened
      And "Add new" is touched
      When "OK" is touched
      Then the Connect+ refuses because the username is missing

    @assumed
    Scenario: A username that is in use is refused
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When a new user gets the name "Bob"
      Then the Connect+ refuses because the username is in use

    Scenario: Cancel on the form adds nobody
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And the Users screen is opened
      And "Add new" is touched
      And the field "Username" is touched
      And "Bob" is typed and confirmed
      When "Cancel" is touched
      Then the users are
        | name | role       |
        | Ann  | SUPERVISOR |

  @CNP-USR-02
  Rule: Turning logins on makes a supervisor first
    Source: Connect+ operator guide p. 174: a supervisor with name, password, re-entry and hint; then
    "Yes, create another user" or "No, done creating users".

    @procedure
    Scenario: The first user, screen by screen
      Given the Users screen is opened
      When "Enable user logins" is touched
      Then the screen "Create a supervisor" is shown
      And the field for "Username" reads ""
      When "Ann" is typed and confirmed
      Then the field for "Password" reads ""
      When password "Sesame1" is typed and confirmed
      Then the field for "Re-enter password" reads ""
      When password "Sesame1" is typed and confirmed
      Then the field for "Password hint" reads ""
      When "open up" is typed and confirmed
      Then the screen says "Create another user?"
      And "Yes, create another user" can be touched
      When "No, done creating users" is touched
      Then the screen "Users" is shown
      And the display shows "Ann (SUPERVISOR)"
      And "Enable user logins" is ticked

    @procedure
    Scenario: Another user at once, screen by screen
      Given logins are turned on with supervisor
        | name | password |
        | Ann  | Sesame1  |
      When "Yes, create another user" is touched
      Then the screen "User" is shown
      When the field "Username" is touched
      And "Bob" is typed and confirmed
      And "OK" is touched
      Then the users are
        | name | role       |
        | Ann  | SUPERVISOR |
        | Bob  | OPERATOR   |

    Scenario: Add new makes a supervisor too while there is none
      Given the Users screen is opened
      When "Add new" is touched
      Then the screen "Create a supervisor" is shown

    Scenario: Who has turned logins on is logged in
      Given logins are turned on with supervisor
        | name | password |
        | Ann  | Sesame1  |
      And "No, done creating users" is touched
      When "Done" is touched
      Then "Ann" is logged in

    Scenario: A supervisor without a password is refused
      Given the Users screen is opened
      And "Enable user logins" is touched
      And the supervisor to be made is entered up to "Password"
      When password "" is typed and confirmed
      Then the Connect+ refuses because the user needs a password

    Scenario: A supervisor without a name is refused
      Given the Users screen is opened
      And "Enable user logins" is touched
      When "" is typed and confirmed
      Then the Connect+ refuses because the username is missing

    Scenario: Another password the second time is refused
      Given the Users screen is opened
      And "Enable user logins" is touched
      And the supervisor to be made is entered up to "Re-enter password"
      When password "Sesame2" is typed and confirmed
      Then the Connect+ refuses because the passwords differ

    Scenario: Capitals the second time are another password
      Given the Users screen is opened
      And "Enable user logins" is touched
      And the supervisor to be made is entered up to "Re-enter password"
      When password "SESAME1" is typed and confirmed
      Then the Connect+ refuses because the passwords differ

    Scenario Outline: Cancel at <field> leaves logins off
      Given the Users screen is opened
      And "Enable user logins" is touched
      And the supervisor to be made is entered up to "<field>"
      When "Cancel" is touched
      Then "Enable user logins" is not ticked
      And there is no user

      Examples:
        | field             |
        | Username          |
        | Password          |
        | Re-enter password |
        | Password hint     |

    @requires:power
    Scenario Outline: The power goes <bytes> bytes into saving the first supervisor
      Given the Users screen is opened
      And "Enable user logins" is touched
      And the supervisor to be made is entered up to "Password hint"
      When the power is cut <bytes> bytes into confirming it
      Then there is no user and no log-in, or "Ann" and a log-in

      Examples:
        | bytes  |
        | 0      |
        | 20     |
        | 500    |
        | 100000 |

  @CNP-USR-03
  Rule: Supervisors need a password, operators where the system asks for it
    Source: seed, step 5: "passwords are required for supervisor users".

    Scenario: A supervisor without a password is refused
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When this user is added
        | name | role       |
        | Eve  | SUPERVISOR |
      Then the Connect+ refuses because the user needs a password

    Scenario: An operator without a password is taken
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When this user is added
        | name | role     |
        | Bob  | OPERATOR |
      Then the "Password" of user "Bob" is "none"

    Scenario: Where operators need a password, an operator without one is refused
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And "Operators need a password" is ticked on the Users screen
      When this user is added
        | name | role     |
        | Bob  | OPERATOR |
      Then the Connect+ refuses because the user needs a password

    Scenario: Where operators need a password, an operator with one is taken
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And "Operators need a password" is ticked on the Users screen
      When this user is added
        | name | role     | password |
        | Bob  | OPERATOR | plum     |
      Then the "Password" of user "Bob" is "set"

    @assumed
    Scenario: Operators cannot be made to need one while an operator has none
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When "Operators need a password" is ticked on the Users screen
      Then the Connect+ refuses because an operator has no password
      And "Operators need a password" is not ticked

    Scenario: An operator without a password cannot become a supervisor
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When user "Bob" becomes a supervisor
      Then the Connect+ refuses because the user needs a password

    Scenario: A supervisor's password cannot be taken away
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When user "Ann"'s password is taken away
      Then the Connect+ refuses because the user needs a password

    @assumed
    Scenario: An operator's can
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   | plum     |
      When user "Bob"'s password is taken away
      And "Bob" logs in
      Then "Bob" is logged in

    @assumed
    Scenario: A password is never shown
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When user "Bob" gets password "Zebra5"
      Then the "Password" of user "Bob" is "set"
      And the display never showed password "Zebra5"
      And the display never showed password "Sesame1"

  @CNP-USR-04
  Rule: A user can be changed and deleted
    Source: seed, steps 3 to 8, which the form of a user shares; deleting: SendPro P guide p. 307.

    Scenario: An operator becomes a supervisor
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   | plum     |
      When user "Bob" becomes a supervisor
      And "Bob" logs in with password "plum"
      Then Settings offers "System"

    @assumed
    Scenario: A user has another name, and logs in with it
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   | plum     |
      When user "Bob" is renamed to "Robert"
      And "Robert" logs in with password "plum"
      Then "Robert" is logged in

    @assumed
    Scenario: Another user's name is refused
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And user "Bob" is opened
      And the field "Username" is touched
      When "Ann" is typed and confirmed
      Then the Connect+ refuses because the username is in use

    Scenario: A new password takes the place of the old one
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   | plum     |
      And user "Bob" gets password "pear"
      When "Bob" logs in with password "plum"
      Then the Connect+ refuses the password with the hint "-"

    @assumed
    Scenario: Deleting asks first
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When deleting user "Bob" is asked for
      Then the screen says "Delete the user Bob?"

    Scenario: A deleted user can no longer log in
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And user "Bob" is deleted
      When the user logs out
      Then the log-in offers "Ann"

    @assumed
    Scenario: A username that was deleted can be used again
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And user "Bob" is deleted
      When this user is added
        | name | role     |
        | Bob  | OPERATOR |
      Then the users are
        | name | role       |
        | Ann  | SUPERVISOR |
        | Bob  | OPERATOR   |

    @assumed
    Scenario: Cancel at the question keeps the user
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When user "Bob" is deleted and the question is answered with "Cancel"
      Then the users are
        | name | role       |
        | Ann  | SUPERVISOR |
        | Bob  | OPERATOR   |

    @assumed
    Scenario: Supervisors who delete themselves are logged out
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Eve  | SUPERVISOR | Apple22  |
      When user "Ann" is deleted
      Then the log-in offers "Eve"

    @assumed
    Scenario: Supervisors who make themselves operators see no more than operators
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Eve  | SUPERVISOR | Apple22  |
      When user "Ann" becomes an operator
      Then "Ann" is logged in
      And Settings offers "nothing"

    @requires:power
    Scenario Outline: The power goes <bytes> bytes into saving a user
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When the power is cut <bytes> bytes into adding operator "Bob"
      And "Ann" logs in with password "Sesame1"
      Then the users are "Ann" or "Ann, Bob"

      Examples:
        | bytes  |
        | 0      |
        | 20     |
        | 500    |
        | 100000 |

    @requires:power
    Scenario: A user that was saved is there after a power cut
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When the power is cut and comes back
      Then the log-in offers "Ann, Bob"

  @CNP-USR-05
  Rule: At least one supervisor is left
    Source: support of the maker: at least one supervisor is required.

    Scenario: The last supervisor cannot be deleted while there are others
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When deleting user "Ann" is asked for
      Then the Connect+ refuses because the last supervisor stays
      And the users are
        | name | role       |
        | Ann  | SUPERVISOR |
        | Bob  | OPERATOR   |

    Scenario: The last supervisor cannot become an operator
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When user "Ann" becomes an operator
      Then the Connect+ refuses because the last supervisor stays

    Scenario: The only user cannot become an operator
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When user "Ann" becomes an operator
      Then the Connect+ refuses because the last supervisor stays

    Scenario: One of two supervisors can be deleted
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Eve  | SUPERVISOR | Apple22  |
      When user "Eve" is deleted
      Then the users are
        | name | role       |
        | Ann  | SUPERVISOR |

  @CNP-USR-06
  Rule: Without logins there is no security, and the machine warns of it
    Source: SendPro P guide p. 307: deleting the only user, or un-ticking logins, warns that all security and account
    passwords are disabled; user data is kept.

    Scenario: Taking the tick away warns
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When the tick of "Enable user logins" is taken away on the Users screen
      Then the screen says "All security and account passwords will be disabled."

    Scenario: Cancel keeps logins on
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When the tick of "Enable user logins" is taken away and the question is answered with "Cancel"
      Then "Enable user logins" is ticked

    @requires:power
    Scenario: Yes turns them off, and nobody is asked who they are
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And the tick of "Enable user logins" is taken away and the question is answered with "Yes, turn off user logins"
      When the power is cut and comes back
      Then the screen "Home" is shown
      And Manage Accounts offers "Create new account, Edit account, Transactions, Reports, Surcharge"

    Scenario: Account passwords are off with them
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And account passwords are on
      And account "Marketing" is created with password "aB3x"
      When the tick of "Enable user logins" is taken away and the question is answered with "Yes, turn off user logins"
      And account "Marketing" is selected for mail
      Then the meter asks for no password
      And "Account passwords" is not ticked

    Scenario: The users are kept
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      When the tick of "Enable user logins" is taken away and the question is answered with "Yes, turn off user logins"
      Then the users are
        | name | role       |
        | Ann  | SUPERVISOR |
        | Bob  | OPERATOR   |

    Scenario: Turned on again, the machine asks the users of before who they are
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
        | Bob  | OPERATOR   |          |
      And the tick of "Enable user logins" is taken away and the question is answered with "Yes, turn off user logins"
      When "Enable user logins" is ticked on the Users screen
      Then the log-in offers "Ann, Bob"

    Scenario: Deleting the only user warns
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When deleting user "Ann" is asked for
      Then the screen says "All security and account passwords will be disabled."

    Scenario: Cancel keeps the only user
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      When user "Ann" is deleted and the question is answered with "Cancel"
      Then "Enable user logins" is ticked

    Scenario: Without the only user logins and account passwords are off
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Sesame1  |
      And account passwords are on
      When user "Ann" is deleted and the question is answered with "Yes, delete user"
      Then "Enable user logins" is not ticked
      And "Account passwords" is not ticked
      And there is no user
