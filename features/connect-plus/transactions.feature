@connect-plus @requires:mail
Feature: Moving transactions on the Connect+ Series
  Source: seed "How do I move a transaction to another account on the Connect+ Series?".

  Background:
    Given a Connect+ with these accounts
      | name      | code | under     | status   |
      | Marketing | M-01 |           | active   |
      | Events    | M-02 | Marketing | active   |
      | Sales     | S-01 |           | active   |
      | Archive   | A-01 |           | inactive |
    And mail was run as follows
      | pieces | account | class                |
      | 2      | Events  | Royal Mail 1st Class |
      | 3      | Sales   | Royal Mail 2nd Class |

  @CNP-TRN-01
  Rule: A transaction is moved from Manage Accounts > Transactions
    Source: seed, the procedure from "From the Home screen" to "Select OK twice".

    @procedure
    Scenario: Found by its account, screen by screen as the guide tells it
      Given the screen "Home" is open
      When "Manage Accounts" is touched
      And "Transactions" is touched
      And "View and Edit Transactions" is touched
      Then the screen "Filter Transaction List" is shown
      When "Add criterion" is touched
      Then the screen "Select criterion" is shown
      When "Account" is touched
      And "Next" is touched
      Then the screen "Account" is shown
      When account "Events" is picked
      And "OK" is touched
      Then the screen "Filter Transaction List" is shown
      When "View transactions" is touched
      Then the screen "Transaction List" is shown
      And the transactions on the display are
        | id | account            | pieces |
        | 1  | Marketing > Events | 2      |
      When transaction 1 is selected
      And "Actions" is touched
      And "Edit transaction" is touched
      Then the screen "Edit transaction" is shown
      And the display shows "Account *: Marketing > Events"
      When "Account *: Marketing > Events" is touched
      Then the screen "Select an account" is shown
      When account "Sales" is picked
      And "OK" is touched
      Then the display shows "Account *: Sales"
      When "OK" is touched
      Then the screen "Transaction List" is shown
      And the transactions are
        | id | account | class     | pieces | total |
        | 1  | Sales   | 1st Class | 2      | 3.30  |
        | 2  | Sales   | 2nd Class | 3      | 2.55  |

    @procedure
    Scenario: Found by its date, screen by screen as the guide tells it
      Given the screen "Filter" is open
      When "Add criterion" is touched
      And "Date" is touched
      And "Next" is touched
      Then the screen "Date" is shown
      When "05012026" is typed and confirmed
      And "05012026" is typed and confirmed
      Then the screen "Filter Transaction List" is shown
      And the display shows "Date: 05/01/2026 - 05/01/2026"
      When "View transactions" is touched
      Then the transactions on the display are
        | id | date       | account            |
        | 1  | 05/01/2026 | Marketing > Events |
        | 2  | 05/01/2026 | Sales              |

    Scenario: A transaction can be moved back
      Given transaction 2 is moved to account "Events"
      When transaction 2 is moved to account "Sales"
      Then the transactions are
        | id | account            | pieces |
        | 1  | Marketing > Events | 2      |
        | 2  | Sales              | 3      |

    Scenario: A transaction that is moved to where it is stays as it is
      When transaction 2 is moved to account "Sales"
      Then the transactions are
        | id | account            | pieces | total |
        | 1  | Marketing > Events | 2      | 3.30  |
        | 2  | Sales              | 3      | 2.55  |

  @CNP-TRN-02
  Rule: Editing changes the account, and nothing else
    Source: Connect+ operator guide, "Edit transaction(s)": the account only.

    Scenario: Date, class, pieces and money stay
      When transaction 2 is moved to account "Events"
      Then the transactions are
        | id | date       | account            | class     | pieces | total |
        | 1  | 05/01/2026 | Marketing > Events | 1st Class | 2      | 3.30  |
        | 2  | 05/01/2026 | Marketing > Events | 2nd Class | 3      | 2.55  |

    Scenario: The registers stay
      When transaction 2 is moved to account "Events"
      Then the meter has used £5.85 for 5 pieces, and £494.15 is left

    Scenario: The account is the only field
      When transaction 1 is opened for editing
      Then the form asks for
        | Account *: Marketing > Events |

    @requires:power
    Scenario: A move outlasts the power
      Given transaction 1 is moved to account "Sales"
      When the power is cut and comes back
      Then the transactions are
        | id | account |
        | 1  | Sales   |
        | 2  | Sales   |

  @CNP-TRN-03
  Rule: OK is needed twice
    Source: seed, "Select OK twice".

    Scenario: After the first OK nothing is moved yet
      Given transaction 1 is opened for editing
      And account "Sales" is picked for it
      When "Home" is touched
      Then the transactions are
        | id | account            |
        | 1  | Marketing > Events |
        | 2  | Sales              |

    Scenario: Cancel leaves the transaction where it is
      Given transaction 1 is opened for editing
      And account "Sales" is picked for it
      When "Cancel" is touched
      Then the transactions on the display are
        | id | account            |
        | 1  | Marketing > Events |
        | 2  | Sales              |

    Scenario: A form that was left does not keep its account for the next transaction
      Given transaction 1 is opened for editing
      And account "Sales" is picked for it
      And "Cancel" is touched
      When transaction 1 is opened for editing
      Then the form asks for
        | Account *: Marketing > Events |

  @CNP-TRN-04 @assumed
  Rule: Only what can be charged is offered, and only what is selected is edited

    Scenario: The accounts to pick from are active ones of the lowest level
      Given transaction 1 is opened for editing
      When "Account *: Marketing > Events" is touched
      Then the accounts to pick from are
        | M-02 Marketing > Events |
        | S-01 Sales              |

    Scenario: Without a transaction selected there is nothing to edit
      Given the list of all transactions is viewed
      And "Actions" is touched
      When "Edit transaction" is touched
      Then the Connect+ refuses because no transaction is selected

    Scenario: A list in which nothing fits says so
      Given the transaction filter is opened
      And the date criterion "01022026" to "28022026" is added
      When "View transactions" is touched
      Then the screen says "No transaction fits."

    Scenario: What was selected and is no longer in the list is not edited
      Given the transaction filter is opened
      And the account criterion "Events" is added
      And "View transactions" is touched
      And transaction 1 is selected
      And "Back" is touched
      And the date criterion "01022026" to "28022026" is added
      And "View transactions" is touched
      And "Actions" is touched
      When "Edit transaction" is touched
      Then the Connect+ refuses because no transaction is selected

  @CNP-TRN-05
  Rule: Editing transactions needs a supervisor where there are users
    Source: seed, "Supervisor role is required to edit transactions".

    Scenario: A supervisor edits transactions
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
      When transaction 1 is moved to account "Sales"
      Then the transactions are
        | id | account |
        | 1  | Sales   |
        | 2  | Sales   |

    Scenario: An operator finds no transactions in Manage Accounts
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
        | Bob  | OPERATOR   |          |
      And "Bob" logs in
      When Manage Accounts is opened
      Then "Transactions" cannot be touched
      And "Reports" can be touched
