@connect-plus
Feature: The figures of the Connect+ accounting reports
  Source: operator guide, reports of the accounting application (p. 186 and p. 255 of the guides at hand);
  the help lists eleven standard reports. All figures here were added up by hand from the prices of
  the classes.

  Background:
    Given a Connect+ with these accounts
      | name      | code | under     |
      | Marketing | M-01 |           |
      | Events    | M-02 | Marketing |
      | Sales     | S-01 |           |
    And a surcharge of 10 p a piece
    And this mail was run
      | account | class                           | pieces | grams | job 1  |
      | Events  | Royal Mail 1st Class            | 3      | 20    | Spring |
      | Sales   | Royal Mail 1st Class Signed For | 2      | 150   | Fair   |
      | Sales   | Courier Tracked 48              | 1      | 600   | Fair   |
      | Events  | Royal Mail 2nd Class            | 4      | 100   | Spring |

  @CNP-REP-10
  Rule: Account Summary adds up the work of each account

    Scenario: A line for each account that was charged
      When the report "Account Summary" is viewed
      Then the report reads
        | Account            | Pieces | Postage | Fees | Surcharge | Total |
        | Marketing > Events | 7      | 8.35    | 0.00 | 0.70      | 9.05  |
        | Sales              | 3      | 8.80    | 3.60 | 0.30      | 12.70 |
        | Total              | 10     | 17.15   | 3.60 | 1.00      | 21.75 |

    Scenario: Work on an account that has become inactive still counts
      Given account "Sales" is made inactive
      When the report "Account Summary" is viewed
      Then these columns of the report read
        | Account            | Pieces | Total |
        | Marketing > Events | 7      | 9.05  |
        | Sales              | 3      | 12.70 |
        | Total              | 10     | 21.75 |

  @CNP-REP-11
  Rule: Account Detail lists the transactions of each account

    @requires:clock
    Scenario: Account by account, each transaction with its day
      When the report "Account Detail" is viewed
      Then the report reads
        | Account            | Date       | Transaction | Class                | Pieces | Postage | Fees | Surcharge | Total |
        | Marketing > Events | 05/01/2026 | 1           | 1st Class            | 3      | 4.95    | 0.00 | 0.30      | 5.25  |
        | Marketing > Events | 05/01/2026 | 4           | 2nd Class            | 4      | 3.40    | 0.00 | 0.40      | 3.80  |
        | Sales              | 05/01/2026 | 2           | 1st Class Signed For | 2      | 4.60    | 3.60 | 0.20      | 8.40  |
        | Sales              | 05/01/2026 | 3           | Tracked 48           | 1      | 4.20    | 0.00 | 0.10      | 4.30  |
        | Total              |            |             |                      | 10     | 17.15   | 3.60 | 1.00      | 21.75 |

  @CNP-REP-12
  Rule: Account Detail by Class has carriers and classes, and the year to date beside the period
    Source: carriers, classes, pieces, postage, fees, surcharges, total, year to date: guide p. 255.

    Scenario: Within one month both are the same
      When the report "Account Detail by Class" is viewed
      Then the report reads
        | Account            | Carrier    | Class                | Pieces | Postage | Fees | Surcharge | Total | Pieces year to date | Total year to date |
        | Marketing > Events | Royal Mail | 1st Class            | 3      | 4.95    | 0.00 | 0.30      | 5.25  | 3                   | 5.25               |
        | Marketing > Events | Royal Mail | 2nd Class            | 4      | 3.40    | 0.00 | 0.40      | 3.80  | 4                   | 3.80               |
        | Sales              | Courier    | Tracked 48           | 1      | 4.20    | 0.00 | 0.10      | 4.30  | 1                   | 4.30               |
        | Sales              | Royal Mail | 1st Class Signed For | 2      | 4.60    | 3.60 | 0.20      | 8.40  | 2                   | 8.40               |
        | Total              |            |                      | 10     | 17.15   | 3.60 | 1.00      | 21.75 | 10                  | 21.75              |

    @requires:clock
    Scenario: A month later the year to date has the work of both months
      Given the meter's clock stands at "2026-02-10 10:00:00"
      And a postal inspection was made
      And this mail was run
        | account | class                | pieces | grams |
        | Events  | Royal Mail 1st Class | 2      | 20    |
      When the report "Account Detail by Class" is viewed
      Then these columns of the report read
        | Account            | Class                | Pieces | Total | Pieces year to date | Total year to date |
        | Marketing > Events | 1st Class            | 2      | 3.50  | 5                   | 8.75               |
        | Marketing > Events | 2nd Class            | 0      | 0.00  | 4                   | 3.80               |
        | Sales              | Tracked 48           | 0      | 0.00  | 1                   | 4.30               |
        | Sales              | 1st Class Signed For | 0      | 0.00  | 2                   | 8.40               |
        | Total              |                      | 2      | 3.50  | 12                  | 25.25              |

    @requires:clock @assumed
    Scenario: The year to date is that of the fiscal year which the report ends in
      Given the meter's clock stands at "2027-01-10 10:00:00"
      And a postal inspection was made
      And this mail was run
        | account | class                | pieces | grams |
        | Events  | Royal Mail 1st Class | 2      | 20    |
      When the report "Account Detail by Class" is viewed with
        | from       | to         | accounts |
        | 01/12/2026 | 31/12/2026 | Events   |
      Then these columns of the report read
        | Class     | Pieces | Total | Pieces year to date | Total year to date |
        | 1st Class | 0      | 0.00  | 3                   | 5.25               |
        | 2nd Class | 0      | 0.00  | 4                   | 3.80               |
        |           | 0      | 0.00  | 7                   | 9.05               |

  @CNP-REP-13
  Rule: Account List has every account in the order account, sub account, sub sub account
    Source: sorted by account, sub, sub sub; code, name, status, description: guide p. 186.

    Scenario: Active and inactive accounts with their codes and descriptions
      Given a Connect+ with these accounts
        | name    | code  | under     | status   | description       |
        | Archive | 007   |           | inactive | closed since 2024 |
        | Press   | M-03  | Marketing |          |                   |
        | Daily   | M-031 | Press     |          | papers, and more  |
      When the report "Account List" is viewed
      Then the report reads
        | Account   | Sub account | Sub sub account | Code  | Status   | Description       |
        | Archive   |             |                 | 007   | Inactive | closed since 2024 |
        | Marketing |             |                 | M-01  | Active   |                   |
        | Marketing | Events      |                 | M-02  | Active   |                   |
        | Marketing | Press       |                 | M-03  | Active   |                   |
        | Marketing | Press       | Daily           | M-031 | Active   | papers, and more  |
        | Sales     |             |                 | S-01  | Active   |                   |

  @CNP-REP-14
  Rule: Daily Snapshot has the work of today by class, and is empty again after midnight
    Source: meter name, last piece print time, class, pieces, postage, totals; counts reset at midnight: guide p. 255.

    @requires:clock
    Scenario: Today
      When the report "Daily Snapshot" is viewed
      Then the report reads
        | Meter   | Last piece | Class                | Pieces | Postage |
        | 1047823 | 09:00:00   | 1st Class            | 3      | 4.95    |
        | 1047823 | 09:00:00   | 1st Class Signed For | 2      | 8.20    |
        | 1047823 | 09:00:00   | Tracked 48           | 1      | 4.20    |
        | 1047823 | 09:00:00   | 2nd Class            | 4      | 3.40    |
        | Total   |            |                      | 10     | 20.75   |

    @requires:clock
    Scenario: The last piece of a class is the latest of all its transactions
      Given the meter's clock stands at "2026-01-05 16:30:15"
      And this mail was run
        | account | class                | pieces | grams |
        | Sales   | Royal Mail 1st Class | 1      | 20    |
      When the report "Daily Snapshot" is viewed
      Then these columns of the report read
        | Last piece | Class                | Pieces |
        | 16:30:15   | 1st Class            | 4      |
        | 09:00:00   | 1st Class Signed For | 2      |
        | 09:00:00   | Tracked 48           | 1      |
        | 09:00:00   | 2nd Class            | 4      |
        |            |                      | 11     |

    @requires:clock
    Scenario: After midnight the counts begin again
      Given the meter's clock stands at "2026-01-06 00:00:00"
      When the report "Daily Snapshot" is viewed
      Then the report reads
        | Meter | Last piece | Class | Pieces | Postage |
        | Total |            |       | 0      | 0.00    |
      And above its columns the report says
        | Daily Snapshot |
        | 06/01/2026     |

  @CNP-REP-15
  Rule: Quick Profile adds up all accounts, and is what the registers say
    Source: pieces, postage, surcharge for all accounts: guide p. 186.

    Scenario: One line for everything
      When the report "Quick Profile" is viewed
      Then the report reads
        | Accounts     | Pieces | Postage | Surcharge |
        | All accounts | 10     | 20.75   | 1.00      |

    Scenario: The ascending register has the same postage
      Given the report "Quick Profile" is viewed
      When the screen "Meter Funds" is open
      Then the screen says "Ascending register: 20.75"
      And the screen says "Total pieces: 10"

  @CNP-REP-16
  Rule: Transaction Log has a line for each transaction
    Source: transaction ID, account, pieces, postage, surcharge, total: guide p. 186.

    Scenario: In the order in which they ended
      When the report "Transaction Log" is viewed
      Then the report reads
        | Transaction ID | Account            | Pieces | Postage | Surcharge | Total |
        | 1              | Marketing > Events | 3      | 4.95    | 0.30      | 5.25  |
        | 2              | Sales              | 2      | 8.20    | 0.20      | 8.40  |
        | 3              | Sales              | 1      | 4.20    | 0.10      | 4.30  |
        | 4              | Marketing > Events | 4      | 3.40    | 0.40      | 3.80  |
        | Total          |                    | 10     | 20.75   | 1.00      | 21.75 |

    Scenario: More transactions than fit on the display, none lost at a page's end
      Given this mail was run
        | account | class                | pieces | grams |
        | Sales   | Royal Mail 2nd Class | 1      | 20    |
        | Events  | Royal Mail 2nd Class | 1      | 20    |
        | Sales   | Royal Mail 2nd Class | 1      | 20    |
        | Events  | Royal Mail 2nd Class | 1      | 20    |
        | Sales   | Royal Mail 2nd Class | 1      | 20    |
        | Events  | Royal Mail 2nd Class | 1      | 20    |
      When the report "Transaction Log" is viewed
      Then these columns of the report read
        | Transaction ID | Pieces | Total |
        | 1              | 3      | 5.25  |
        | 2              | 2      | 8.40  |
        | 3              | 1      | 4.30  |
        | 4              | 4      | 3.80  |
        | 5              | 1      | 0.95  |
        | 6              | 1      | 0.95  |
        | 7              | 1      | 0.95  |
        | 8              | 1      | 0.95  |
        | 9              | 1      | 0.95  |
        | 10             | 1      | 0.95  |
        | Total          | 16     | 27.45 |

    @assumed
    Scenario: Every page has the columns above its rows
      Given this mail was run
        | account | class                | pieces | grams |
        | Sales   | Royal Mail 2nd Class | 1      | 20    |
        | Events  | Royal Mail 2nd Class | 1      | 20    |
        | Sales   | Royal Mail 2nd Class | 1      | 20    |
      When the report "Transaction Log" is viewed
      Then each of its 2 pages has the columns
        | Transaction ID |
        | Account        |
        | Pieces         |
        | Postage        |
        | Surcharge      |
        | Total          |

    Scenario: Mail of the batch that was open is in the report
      Given account "Sales" is selected for mail
      And 5 pieces are run
      When the report "Transaction Log" is viewed
      Then in the report "Postage" is £25.00 in all

  @CNP-REP-17
  Rule: Transaction Log Detail has all that is known of a transaction
    Source: the sixteen fields of guide p. 255.

    Scenario: Its columns
      When the report "Transaction Log Detail" is viewed
      Then the report has the columns
        | Date             |
        | Start time       |
        | End time         |
        | Total time       |
        | Carrier          |
        | Class            |
        | Job ID 1         |
        | Job ID 2         |
        | Operator         |
        | Total weight (g) |
        | Total pieces     |
        | Postage          |
        | Fees             |
        | Surcharge        |
        | Total charged    |
        | Mode type        |

    Scenario: Weights, jobs and money
      When the report "Transaction Log Detail" is viewed
      Then these columns of the report read
        | Carrier    | Class                | Job ID 1 | Total weight (g) | Total pieces | Postage | Fees | Surcharge | Total charged |
        | Royal Mail | 1st Class            | Spring   | 60               | 3            | 4.95    | 0.00 | 0.30      | 5.25          |
        | Royal Mail | 1st Class Signed For | Fair     | 300              | 2            | 4.60    | 3.60 | 0.20      | 8.40          |
        | Courier    | Tracked 48           | Fair     | 600              | 1            | 4.20    | 0.00 | 0.10      | 4.30          |
        | Royal Mail | 2nd Class            | Spring   | 400              | 4            | 3.40    | 0.00 | 0.40      | 3.80          |
        |            |                      |          | 1360             | 10           | 17.15   | 3.60 | 1.00      | 21.75         |

    @requires:clock
    Scenario: When a batch began and ended, and how long it took
      Given the meter's clock stands at "2026-01-05 11:59:50"
      And account "Sales" is selected for mail
      And 1 piece is run
      And the meter's clock stands at "2026-01-05 12:01:05"
      And 1 piece is run
      When the report "Transaction Log Detail" is viewed with
        | accounts |
        | Sales    |
      Then these columns of the report read
        | Date       | Start time | End time | Total time | Total pieces |
        | 05/01/2026 | 09:00:00   | 09:00:00 | 00:00:00   | 2            |
        | 05/01/2026 | 09:00:00   | 09:00:00 | 00:00:00   | 1            |
        | 05/01/2026 | 11:59:50   | 12:01:05 | 00:01:15   | 2            |
        | Total      |            |          |            | 5            |

  @CNP-REP-18 @assumed
  Rule: The weight breaks have pieces and postage by weight, for each account, carrier or job
    Source: the names of the three reports; their columns were not found: assumed.

    Scenario: By account
      When the report "Weight Break by Account" is viewed
      Then the report reads
        | Account            | Weight      | Pieces | Postage |
        | Marketing > Events | 0 - 100 g   | 7      | 8.35    |
        | Sales              | 101 - 250 g | 2      | 8.20    |
        | Sales              | 501 - 750 g | 1      | 4.20    |
        | Total              |             | 10     | 20.75   |

    Scenario: By carrier
      When the report "Weight Break by Carrier" is viewed
      Then the report reads
        | Carrier    | Weight      | Pieces | Postage |
        | Courier    | 501 - 750 g | 1      | 4.20    |
        | Royal Mail | 0 - 100 g   | 7      | 8.35    |
        | Royal Mail | 101 - 250 g | 2      | 8.20    |
        | Total      |             | 10     | 20.75   |

    Scenario: By job
      When the report "Weight Break by Job ID 1" is viewed
      Then the report reads
        | Job ID 1 | Weight      | Pieces | Postage |
        | Fair     | 101 - 250 g | 2      | 8.20    |
        | Fair     | 501 - 750 g | 1      | 4.20    |
        | Spring   | 0 - 100 g   | 7      | 8.35    |
        | Total    |             | 10     | 20.75   |

    Scenario: A piece of the last gram of a weight break belongs to it
      Given this mail was run
        | account | class                | pieces | grams |
        | Sales   | Royal Mail 2nd Class | 1      | 101   |
        | Sales   | Royal Mail 2nd Class | 1      | 250   |
        | Sales   | Royal Mail 2nd Class | 1      | 251   |
      When the report "Weight Break by Account" is viewed with
        | accounts |
        | Sales    |
      Then the report reads
        | Account | Weight      | Pieces | Postage |
        | Sales   | 101 - 250 g | 4      | 11.30   |
        | Sales   | 251 - 500 g | 1      | 2.10    |
        | Sales   | 501 - 750 g | 1      | 4.20    |
        | Total   |             | 6      | 17.60   |
