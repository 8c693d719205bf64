@connect-plus @requires:mail
Feature: Running mail on the Connect+ Series
  Mail is what transactions are made of: it is charged to the account in use, and the registers move with it.

  @CNP-RUN-01
  Rule: Mail is charged to the account in use
    Source: Connect+ operator guide p. 109, "only the lowest level is chargeable", and p. 110, "Inactive".

    Scenario: The account in use is on Run Mail, and is charged
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      When account "Sales" is selected for mail
      And 2 pieces are run
      Then the account in use is "Sales"
      And the transactions are
        | id | account | pieces | total |
        | 1  | Sales   | 2      | 3.30  |

    Scenario: A machine without accounts charges nobody
      When 1 piece is run
      Then the last imprint is £1.65
      And the transactions are
        | id | account | pieces | total |
        | 1  | none    | 1      | 1.65  |

    Scenario: Mail that was run before there were accounts can be put on one
      Given 2 pieces were franked
      And this account is created
        | name      | code |
        | Marketing | M-01 |
      When transaction 1 is moved to account "Marketing"
      Then the transactions are
        | id | account   | pieces | total |
        | 1  | Marketing | 2      | 3.30  |

    Scenario: No mail is charged to nobody where there are accounts
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      When 1 piece is run
      Then the Connect+ refuses because no account is selected
      And the piece comes out unfranked
      And the meter has used £0.00 for 0 pieces, and £500.00 is left

    Scenario: Only active accounts of the lowest level are offered
      Given a Connect+ with these accounts
        | name      | code | under     | status   |
        | Marketing | M-01 |           | active   |
        | Events    | M-02 | Marketing | active   |
        | Press     | M-03 | Marketing | inactive |
        | Sales     | S-01 |           | active   |
      When Run Mail is opened
      Then mail can be charged to
        | M-02 Marketing > Events |
        | S-01 Sales              |

    Scenario: An account that got a sub account can no longer be charged
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And account "Marketing" is selected for mail
      And this account is created
        | name   | code | under     |
        | Events | M-02 | Marketing |
      When 1 piece is run
      Then the Connect+ refuses because the account cannot be charged
      And the piece comes out unfranked

    Scenario: After a power cut an account has to be selected again
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And 1 piece was franked on account "Marketing"
      And the power was cut and came back
      When 1 piece is run
      Then the Connect+ refuses because no account is selected

  @CNP-RUN-02 @assumed
  Rule: A piece costs what its class and its weight say
    Prices and weight breaks are examples, no tariff.

    Scenario Outline: <grams> g as <class>
      Given class "<class>" is selected for mail
      When a piece of <grams> g is run
      Then the last imprint is <postage>
      And the batch has 1 piece and <postage>

      Examples:
        | class                          | grams | postage |
        | Royal Mail 1st Class           | 1     | £1.65   |
        | Royal Mail 1st Class           | 100   | £1.65   |
        | Royal Mail 1st Class           | 101   | £2.30   |
        | Royal Mail 1st Class           | 250   | £2.30   |
        | Royal Mail 1st Class           | 251   | £3.50   |
        | Royal Mail 1st Class           | 750   | £4.00   |
        | Royal Mail 2nd Class           | 100   | £0.85   |
        | Royal Mail 2nd Class           | 501   | £2.70   |
        | Royal Mail 1st Class Signed For | 100  | £3.45   |
        | Courier Tracked 48             | 300   | £4.20   |

    Scenario: A piece that is too heavy for its class is not franked
      When a piece of 751 g is run
      Then the Connect+ refuses because the piece is too heavy
      And the piece comes out unfranked
      And the meter has used £0.00 for 0 pieces, and £500.00 is left

    Scenario: A lighter piece is franked once the message was read
      Given a piece of 751 g is run
      And "OK" is touched
      When a piece of 750 g is run
      Then the last imprint is £4.00

  @CNP-RUN-03
  Rule: The registers move with every piece
    Source: docs/requirements.yaml, Funds; control total = ascending + descending register.

    Scenario: What is used is taken from what is left
      Given mail was run as follows
        | pieces | grams | class                |
        | 2      | 20    | Royal Mail 1st Class |
        | 1      | 300   | Royal Mail 2nd Class |
      When the screen "Funds" is open
      Then the meter has used £5.40 for 3 pieces, and £494.60 is left

    Scenario: The fee of a special service is postage of the meter's
      When 1 piece of 20 g was franked as "Royal Mail 1st Class Signed For"
      Then the last imprint is £3.45
      And the meter has used £3.45 for 1 piece, and £496.55 is left

    Scenario: The last penny can be used
      Given 85 pieces of 750 g were franked as "Royal Mail 1st Class Signed For"
      And 1 piece of 500 g was franked as "Royal Mail 1st Class"
      When a piece of 500 g is run
      Then the last imprint is £3.50
      And the meter has used £500.00 for 87 pieces, and £0.00 is left

    Scenario: A piece that costs more than is left is not franked
      Given 85 pieces of 750 g were franked as "Royal Mail 1st Class Signed For"
      And 1 piece of 500 g was franked as "Royal Mail 1st Class"
      When a piece of 501 g is run
      Then the Connect+ refuses because the postage is too low
      And the meter has used £496.50 for 86 pieces, and £3.50 is left

    Scenario: The surcharge of an account is no postage of the meter's
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And a surcharge of 25 p a piece
      When 2 pieces were franked on account "Marketing"
      Then the meter has used £3.30 for 2 pieces, and £496.70 is left
      And the transactions are
        | id | pieces | total |
        | 1  | 2      | 3.80  |

    Scenario Outline: A power cut <bytes> bytes into saving a piece leaves it franked or not
      Given 1 piece was franked
      When the power is cut <bytes> bytes into saving that a piece was franked
      Then the meter has used £1.65 or £3.30, and reports and registers agree

      Examples:
        | bytes  |
        | 0      |
        | 21     |
        | 400    |
        | 900    |
        | 1400   |
        | 100000 |

  @CNP-RUN-04 @assumed
  Rule: Mail is franked on Run Mail only

    Scenario Outline: Nothing is franked on <screen>
      Given the screen "<screen>" is open
      When a piece is put in where the machine stands
      Then the piece comes out unfranked
      And the meter has used £0.00 for 0 pieces, and £500.00 is left

      Examples:
        | screen                 |
        | Home                   |
        | Funds                  |
        | Run Mail > Select Class |
        | Manage Accounts > Menu |

    Scenario: Nothing is franked while a message waits to be read
      Given a piece of 751 g is run
      When a piece is put in where the machine stands
      Then the piece comes out unfranked
