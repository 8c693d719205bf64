@connect-plus @requires:mail
Feature: Batches on the Connect+ Series
  What is franked without a change of account, class, Job ID or user is one batch; a closed batch is a transaction.

  Background:
    Given a Connect+ with these accounts
      | name      | code |
      | Marketing | M-01 |
      | Sales     | S-01 |
    And 2 pieces were franked on account "Marketing"

  @CNP-BAT-01
  Rule: A change of what is run closes the batch
    Source: Connect+ operator guide, "Transactions": user, account, class, Job ID and postage mode are those of one transaction.

    Scenario: Without a change pieces are added to the batch
      When 3 pieces are run
      Then the batch has 5 pieces and £8.25
      And the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 5      |

    Scenario: Another account
      When account "Sales" is selected for mail
      Then the batch has 0 pieces and £0.00
      And the transactions are
        | id | account   | pieces | total |
        | 1  | Marketing | 2      | 3.30  |

    Scenario: The same account again is no change
      Given account "Marketing" is selected for mail
      When 1 piece is run
      Then the batch has 3 pieces and £4.95

    Scenario: Each account is charged with its own pieces
      When mail was run as follows
        | pieces | account   |
        | 3      | Sales     |
        | 1      | Marketing |
      Then the transactions are
        | id | account   | pieces | total |
        | 1  | Marketing | 2      | 3.30  |
        | 2  | Sales     | 3      | 4.95  |
        | 3  | Marketing | 1      | 1.65  |

    Scenario: Another class
      When class "Royal Mail 2nd Class" is selected for mail
      And 1 piece is run
      Then the batch has 1 piece and £0.85
      And the transactions are
        | id | account   | class     | pieces | total |
        | 1  | Marketing | 1st Class | 2      | 3.30  |
        | 2  | Marketing | 2nd Class | 1      | 0.85  |

    Scenario Outline: Another Job ID <number>
      When Job ID <number> is set to "spring"
      And 1 piece is run
      Then the batch has 1 piece and £1.65
      And the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 2      |
        | 2  | Marketing | 1      |

      Examples:
        | number |
        | 1      |
        | 2      |

    Scenario: A Job ID that is taken back before any mail is still a change
      Given Job ID 1 is set to "spring"
      And Job ID 1 is set to ""
      When 1 piece is run
      Then the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 2      |
        | 2  | Marketing | 1      |

    Scenario: Another user
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
        | Bob  | OPERATOR   |          |
      And 1 piece was franked on account "Sales"
      When "Bob" logs in
      And 2 pieces were franked on account "Sales"
      And "Ann" logs in with password "Ab12"
      Then the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 2      |
        | 2  | Sales     | 1      |
        | 3  | Sales     | 2      |

    Scenario: The next user finds no batch open
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
        | Bob  | OPERATOR   |          |
      And 1 piece was franked on account "Sales"
      When "Bob" logs in
      Then the batch has 0 pieces and £0.00

    Scenario: A supervisor who was made while a batch was open has a batch of her own
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
      When 1 piece is run
      Then the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 2      |
        | 2  | Marketing | 1      |

  @CNP-BAT-02
  Rule: A batch can be closed by hand
    Source: Connect+ operator guide, "End Batch" and "End account" on Run Mail.

    Scenario: End Batch keeps the account in use
      When the batch is ended
      Then the batch has 0 pieces and £0.00
      And the account in use is "Marketing"

    Scenario: The next pieces are a batch of their own
      Given the batch is ended
      When 1 piece is run
      Then the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 2      |
        | 2  | Marketing | 1      |

    Scenario: End Batch with no batch open makes no transaction
      Given the batch is ended
      When the batch is ended
      Then the transactions are
        | id | pieces |
        | 1  | 2      |

    Scenario: After End account nobody is charged
      When the account is ended
      Then the batch has 0 pieces and £0.00
      And the account in use is "none"

    Scenario: After End account mail needs an account
      Given the account is ended
      When 1 piece is run
      Then the Connect+ refuses because no account is selected

  @CNP-BAT-03
  Rule: A batch does not outlast the day, the power or an upload
    Source: Connect+ operator guide, "Transactions": power-up with an unclosed transaction, printing of external
    reports, midnight, before an accounting upload.

    @requires:clock
    Scenario: Midnight
      Given 14 hours pass
      And 50 minutes pass
      And 1 piece is run
      When 12 minutes pass
      Then the batch has 0 pieces and £0.00

    @requires:clock
    Scenario: A batch that is open at midnight belongs to the day on which it was begun
      Given 14 hours pass
      And 50 minutes pass
      And 1 piece is run
      When 12 minutes pass
      And 3 pieces are run
      Then the transactions are
        | id | date       | pieces |
        | 1  | 05/01/2026 | 2      |
        | 2  | 05/01/2026 | 1      |
        | 3  | 06/01/2026 | 3      |

    @requires:power
    Scenario: Power that comes back
      When the power is cut and comes back
      Then the transactions are
        | id | account   | pieces | total |
        | 1  | Marketing | 2      | 3.30  |

    @requires:power
    Scenario: What was open as the power went is not part of the next batch
      Given the power was cut and came back
      When 1 piece was franked on account "Marketing"
      Then the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 2      |
        | 2  | Marketing | 1      |

    @requires:clock @requires:accounting
    Scenario: An upload
      When 20 minutes pass
      Then the accounting server has 2 pieces and £3.30 on account "Marketing"
      And the batch has 0 pieces and £0.00

    @requires:accounting
    Scenario: Opening Manage Accounts, which uploads
      When Manage Accounts is opened
      Then the batch has 0 pieces and £0.00
      And the transactions are
        | id | account   | pieces |
        | 1  | Marketing | 2      |

    @requires:printer
    Scenario: Printing a report
      Given a document printer is attached
      When the report "Transaction Log" is printed
      Then the batch has 0 pieces and £0.00

  @CNP-BAT-04
  Rule: Transactions tie to the registers to the penny
    Source: docs/requirements.yaml; what batches cost is what the ascending register holds.

    Scenario: Reports show what the registers hold
      When mail was run as follows
        | pieces | grams | class                           | account   | jobId1 |
        | 3      | 20    | Royal Mail 1st Class Signed For | Sales     |        |
        | 2      | 260   | Royal Mail 2nd Class            | Marketing | spring |
        | 1      | 700   | Courier Tracked 48              | Sales     |        |
      Then the meter has used £22.05 for 8 pieces, and £477.95 is left
      And reports show these charges
        | account   | pieces | postage |
        | Marketing | 4      | 7.50    |
        | Sales     | 4      | 14.55   |

    Scenario: A transaction has the weight of all its pieces
      Given mail was run as follows
        | pieces | grams | account |
        | 1      | 20    | Sales   |
        | 2      | 300   | Sales   |
      When the report "Transaction Log Detail" is viewed
      Then these columns of the report read
        | Total weight (g) | Total pieces |
        | 40               | 2            |
        | 620              | 3            |
        | 660              | 5            |

    @requires:accounting @requires:clock
    Scenario: Meter, reports and accounting server agree
      Given mail was run as follows
        | pieces | grams | class                           | account |
        | 3      | 20    | Royal Mail 1st Class Signed For | Sales   |
      When everything is synchronised
      Then reports and server tie to the registers

    @requires:accounting
    Scenario: A surcharge is charged to the account, for each piece
      Given a surcharge of 25 p a piece
      And 3 pieces were franked on account "Sales"
      When everything is synchronised
      Then the transactions are
        | id | account   | pieces | total |
        | 1  | Marketing | 2      | 3.30  |
        | 2  | Sales     | 3      | 5.70  |
      And reports and server tie to the registers
