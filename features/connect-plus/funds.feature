@connect-plus @requires:data-centre
Feature: Funds on the Connect+ Series
  Funds shows what is in the meter; Refill adds to it, and reports tell what was refilled, when and by whom. What every
  machine does alike with postage is in features/funds.

  @CNP-FUN-01
  Rule: Refill offers the last amount, the default amount and any other
    Source: docs/requirements.yaml: "Last refill amount, Default refill amount, Other amount; then Confirm".

    Scenario: A machine that was never refilled has no last amount
      When the screen "Funds > Refill" is open
      Then Refill offers
        | Default refill amount: 200.00 |
        | Other amount                  |

    Scenario: The amount of the last refill comes first
      Given the meter was refilled with £70.00
      And the meter was refilled with £50.00
      When the screen "Funds > Refill" is open
      Then Refill offers
        | Last refill amount: 50.00     |
        | Default refill amount: 200.00 |
        | Other amount                  |

    Scenario: An amount is entered, confirmed, and added
      Given the screen "Funds > Meter Funds" is open
      And "Refill" is touched
      And "Other amount" is touched
      And "7000" is typed and confirmed
      When "Confirm" is touched and answered
      Then the screen "Call Result" is shown
      And the screen says "Postage was added: 70.00"

    Scenario Outline: The <choice> is refilled with two touches
      Given the meter was refilled with £50.00
      And the screen "Funds > Refill" is open
      And "<entry>" is touched
      When "Confirm" is touched and answered
      Then the screen says "Postage was added: <amount>"

      Examples:
        | choice         | entry                         | amount |
        | last amount    | Last refill amount: 50.00     | 50.00  |
        | default amount | Default refill amount: 200.00 | 200.00 |

    Scenario: Confirm says what there will be
      When £70.00 is chosen as the amount
      Then the screen "Confirm Refill" is shown
      And the message has the rows
        | Postage before: 500.00 |
        | Refill amount: 70.00   |
        | Postage after: 570.00  |

    Scenario: Nothing is refilled before Confirm
      Given the books are noted
      And £70.00 is chosen as the amount
      When "Cancel" is touched
      Then the meter has used £0.00 for 0 pieces, and £500.00 is left
      And 0 messages went to the Data Centre

    @assumed
    Scenario: What is not confirmed is chosen anew
      Given £70.00 is chosen as the amount
      And "Cancel" is touched
      When "Default refill amount: 200.00" is touched
      Then the screen says "Refill amount: 200.00"

  @CNP-FUN-02 @assumed
  Rule: An amount has its limits
    Source: least and most refill are on Meter Information (docs/requirements.yaml); their values are assumed.

    Scenario Outline: <amount> is refused
      When <amount> is entered as other amount
      Then the Connect+ refuses because the amount is outside the limits
      And the meter beeps

      Examples:
        | amount   |
        | £0.00    |
        | £9.99    |
        | £10.01   |
        | £15.00   |
        | £5000.01 |
        | £5010.00 |
        | £9999.99 |

    Scenario Outline: <amount> can be confirmed
      When <amount> is entered as other amount
      Then the screen "Confirm Refill" is shown

      Examples:
        | amount   |
        | £10.00   |
        | £20.00   |
        | £4990.00 |
        | £5000.00 |

    Scenario: The limits can be read
      Then Meter Information says
        | Least refill: 10.00        |
        | Most refill: 5000.00       |
        | Refills in steps of: 10.00 |

  @CNP-FUN-03
  Rule: A refill has its receipt
    Source: docs/requirements.yaml: date, performed by, postage before, refill amount, postage after, prepaid balance,
    Purchase Power available, account number, meter number; "Refill receipt" among the reports (2.1).

    Scenario: The receipt comes with the result
      When a refill of £50.00 is confirmed
      Then the message has the rows
        | Postage was added: 50.00               |
        | Performed by: none                     |
        | Postage before: 500.00                 |
        | Refill amount: 50.00                   |
        | Postage after: 550.00                  |
        | Prepaid balance: 950.00                |
        | Credit available: 500.00               |
        | Account number: 1000000001             |
        | Meter number: 1047823                  |
        | The postal inspection was carried out. |

    Scenario: The receipt is read again later
      When the meter was refilled with £50.00
      Then the refill receipt reads
        | Performed by     | none       |
        | Postage before   | 500.00     |
        | Refill amount    | 50.00      |
        | Postage after    | 550.00     |
        | Prepaid balance  | 950.00     |
        | Credit available | 500.00     |
        | Account number   | 1000000001 |
        | Meter number     | 1047823    |
      And the refill receipt is of 05/01/2026

    Scenario: The receipt is that of the last refill
      Given the meter was refilled with £50.00
      When the meter was refilled with £70.00
      Then the refill receipt reads
        | Postage before | 550.00 |
        | Refill amount  | 70.00  |
        | Postage after  | 620.00 |

    Scenario: What the prepaid balance does not cover comes from the credit
      When the meter was refilled with £1200.00
      Then the refill receipt reads
        | Refill amount    | 1200.00 |
        | Prepaid balance  | 0.00    |
        | Credit available | 300.00  |

    Scenario: A refill is performed by who is logged in
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
      When the meter was refilled with £50.00
      Then the refill receipt reads
        | Performed by | Ann |

    @assumed
    Scenario: A refill is performed by who asked for it, whoever hears the answer
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
        | Bob  | OPERATOR   |          |
      And a refill of £50.00 has come to its request for postage
      And this message meets "answer lost"
      And the call comes to its end
      And "Bob" logs in
      When a balance inquiry is made
      Then the refill receipt reads
        | Performed by  | Ann   |
        | Refill amount | 50.00 |

    Scenario: Without a refill there is no receipt
      When the screen "Funds Reports > Refill Receipt" is open
      Then the screen says "The meter was not refilled yet."

    @requires:power
    Scenario: The receipt outlasts a power cut
      Given a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
      And the meter was refilled with £50.00
      When the power is cut and comes back
      Then the refill receipt reads
        | Performed by  | Ann    |
        | Postage after | 550.00 |

  @CNP-FUN-04
  Rule: The refill summary has the last five refills
    Source: docs/requirements.yaml, "Summary covers the last 5 refills"; postage after = postage before + refill amount.

    Scenario: Five of six, newest first
      Given the meter was refilled with £10.00
      And the meter was refilled with £20.00
      And the meter was refilled with £30.00
      And 1 piece was franked
      And the meter was refilled with £40.00
      And the meter was refilled with £50.00
      When the meter was refilled with £60.00
      Then the refill summary reads
        | amount | before | after  |
        | 60.00  | 648.35 | 708.35 |
        | 50.00  | 598.35 | 648.35 |
        | 40.00  | 558.35 | 598.35 |
        | 30.00  | 530.00 | 560.00 |
        | 20.00  | 510.00 | 530.00 |

    Scenario: Each with its day and who performed it
      Given the meter was refilled with £10.00
      And 24 hours pass
      And a Connect+ with these users
        | name | role       | password |
        | Ann  | SUPERVISOR | Ab12     |
        | Bob  | OPERATOR   |          |
      And the meter was refilled with £20.00
      And "Bob" logs in
      When the meter was refilled with £30.00
      Then the refill summary reads
        | day        | amount | performed by |
        | 06/01/2026 | 30.00  | Bob          |
        | 06/01/2026 | 20.00  | Ann          |
        | 05/01/2026 | 10.00  | none         |

    Scenario: A refused refill is no refill
      Given the meter was refilled with £20.00
      When the meter is refilled with £3000.00
      Then the refill is refused, and £1480.00 may be added
      And the refill summary reads
        | amount | after  |
        | 20.00  | 520.00 |

    Scenario: Without a refill there is nothing to sum up
      When the screen "Funds Reports > Refill Summary" is open
      Then the screen says "The meter was not refilled yet."

  @CNP-FUN-05
  Rule: The funds report has the registers
    Source: docs/requirements.yaml, "Funds report"; control total = ascending + descending, total items = zero +
    non-zero items (1.8).

    Scenario: After mail and a refill
      Given 3 pieces were franked
      And the meter was refilled with £50.00
      Then the funds report reads
        | Meter number           | 1047823 |
        | Descending register    | 545.05  |
        | Ascending register     | 4.95    |
        | Control total          | 550.00  |
        | Pieces with postage    | 3       |
        | Pieces without postage | 0       |
        | Total pieces           | 3       |

    Scenario: Reports are reached from Home
      Given the screen "Home" is open
      And "Reports" is touched
      When "Funds report" is touched
      Then the screen "Funds report" is shown

  @CNP-FUN-06
  Rule: Refill settings hold the default amount and the limit of the warning
    Source: docs/requirements.yaml: "Warn when postage in meter is below:", "Default refill amount:".

    @assumed
    Scenario: A new machine has settings
      Then Refill settings have a warning below £20.00 and a default of £200.00

    @requires:power
    Scenario: Settings outlast a power cut
      Given the warning is set to below £30.00
      And the default refill amount is set to £70.00
      When the power is cut and comes back
      Then Refill settings have a warning below £30.00 and a default of £70.00

    Scenario: Refill offers the default amount
      Given the default refill amount is set to £70.00
      When the screen "Funds > Refill" is open
      Then Refill offers
        | Default refill amount: 70.00 |
        | Other amount                 |

    Scenario: The default amount stays as it is when others are refilled
      Given the default refill amount is set to £70.00
      When the meter was refilled with £50.00
      Then Refill settings have a warning below £20.00 and a default of £70.00

    @assumed
    Scenario Outline: <amount> cannot be the default amount
      When the default refill amount is set to <amount>
      Then the Connect+ refuses because the amount is outside the limits

      Examples:
        | amount   |
        | £5.00    |
        | £15.00   |
        | £5010.00 |

  @CNP-FUN-07 @requires:mail
  Rule: Run Mail warns of low postage each time it opens
    Source: docs/requirements.yaml, "Low-funds warning re-appears each time Run Mail opens".

    Scenario: Postage below the limit
      Given the warning is set to below £500.01
      When Run Mail is touched on the Home screen
      Then the Connect+ warns that £500.00 is below £500.01

    Scenario: Each time
      Given the warning is set to below £500.01
      And Run Mail is touched on the Home screen
      And "OK" is touched
      When Run Mail is touched on the Home screen
      Then the Connect+ warns that £500.00 is below £500.01

    Scenario Outline: No warning where <case>
      Given the warning is set to below <limit>
      When Run Mail is touched on the Home screen
      Then "End Batch" can be touched

      Examples:
        | case                       | limit   |
        | postage is at the limit    | £500.00 |
        | postage is above the limit | £499.99 |
        | no limit is set            | £0.00   |

    Scenario: Postage that falls below the limit
      Given the warning is set to below £500.00
      And 1 piece was franked
      When Run Mail is touched on the Home screen
      Then the Connect+ warns that £498.35 is below £500.00

    Scenario: No more once the meter is refilled
      Given the warning is set to below £510.00
      And the meter was refilled with £10.00
      When Run Mail is touched on the Home screen
      Then "End Batch" can be touched

    Scenario: Mail is run once the warning was read
      Given the warning is set to below £500.01
      When 1 piece was franked
      Then the meter has used £1.65 for 1 piece, and £498.35 is left

    @assumed
    Scenario: Nothing is franked while the warning waits to be read
      Given the warning is set to below £500.01
      And Run Mail is touched on the Home screen
      When a piece is put in where the machine stands
      Then the piece comes out unfranked

    @assumed
    Scenario: Choosing a class does not open Run Mail anew
      Given the warning is set to below £500.01
      When class "Royal Mail 2nd Class" is selected for mail
      Then "End Batch" can be touched

  @CNP-FUN-08
  Rule: Get Balance reads the postage account
    Source: docs/requirements.yaml, "Get Balance reads the postage account; also satisfies inspection".

    Scenario: The balance is read
      Given the screen "Funds > Meter Funds" is open
      When "Get Balance" is touched and answered
      Then the screen "Call Result" is shown
      And the message has the rows
        | Prepaid balance: 1000.00               |
        | Credit available: 500.00               |
        | The postal inspection was carried out. |

    Scenario: The balance stays on Meter Funds as it was last told
      Given a balance inquiry was made
      And the postage account holds £30.00 prepaid and £20.00 on credit
      When the screen "Funds > Meter Funds" is open
      Then the screen says "Prepaid balance: 1000.00"
      And the screen says "Credit available: 500.00"

    Scenario: No balance is shown before it was told
      When the screen "Funds > Meter Funds" is open
      Then the form has no field "Prepaid balance"

    Scenario: The account is on Meter Information once it is known
      Given a balance inquiry was made
      Then Meter Information says
        | Meter: 1047823             |
        | Account number: 1000000001 |

    @requires:network
    Scenario: A balance that cannot be read
      Given the network is unplugged
      And the screen "Funds > Meter Funds" is open
      When "Get Balance" is touched and answered
      Then the screen "Call Failed" is shown
      And the screen says "The Data Centre cannot be reached."

  @CNP-FUN-09 @requires:mail
  Rule: The open batch ends before postage is transferred
    Source: docs/requirements.yaml: a batch also closes "before a transfer".

    Background:
      Given 2 pieces were franked

    Scenario: A refill
      When the meter was refilled with £50.00
      Then the batch has 0 pieces and £0.00
      And the transactions are
        | id | pieces | total |
        | 1  | 2      | 3.30  |

    Scenario: What is franked afterwards is a batch of its own
      Given the meter was refilled with £50.00
      When 1 piece was franked
      Then the transactions are
        | id | pieces | total |
        | 1  | 2      | 3.30  |
        | 2  | 1      | 1.65  |

    @requires:network
    Scenario: Also where nothing comes of it
      Given the network is unplugged
      When the meter is refilled with £50.00
      Then the batch has 0 pieces and £0.00

    Scenario: An upload of postal information, which may bring postage
      When a synchronisation was made
      Then the batch has 0 pieces and £0.00

    @assumed
    Scenario Outline: Without a transfer it stays open: <call>
      When <call> was made
      Then the batch has 2 pieces and £3.30

      Examples:
        | call                |
        | a balance inquiry   |
        | a postal inspection |

    Scenario: Any call by which postage comes that was asked for before
      Given a refill of £50.00 has come to its request for postage
      And this message meets "answer lost"
      And the call comes to its end
      And 1 piece was franked
      When a balance inquiry is made
      Then the batch has 0 pieces and £0.00
      And the transactions are
        | id | pieces | total |
        | 1  | 2      | 3.30  |
        | 2  | 1      | 1.65  |

  @CNP-FUN-10 @assumed
  Rule: Where an answer is waited for, the screens say so, and nothing else is asked for
    Source: how other machines of the trade complete a cut refill (docs/requirements.yaml, "WARNING PENDING CREDIT").

    Background:
      Given a refill of £50.00 has come to its request for postage
      And this message meets "answer lost"

    Scenario: The message at the end of the call
      When the call is over
      Then the screen "Call Failed" is shown
      And the message has the rows
        | The connection to the Data Centre was lost.                      |
        | A refill of 50.00 was not answered. It is asked for again first. |

    Scenario: Meter Funds
      Given the call comes to its end
      When the screen "Funds > Meter Funds" is open
      Then the screen says "A refill of 50.00 was not answered. It is asked for again first."

    Scenario: No other amount can be refilled
      Given the call comes to its end
      When the screen "Funds > Refill" is open
      Then the screen says "A refill of 50.00 was not answered. It is asked for again first."
      And Refill offers
        | Ask for it again |

    @requires:power
    Scenario: Also after a power cut
      Given the call comes to its end
      And the power was cut and came back
      When the screen "Funds > Refill" is open
      Then Refill offers
        | Ask for it again |

    Scenario: It comes when it is asked for again
      Given the call comes to its end
      And the screen "Funds > Refill" is open
      When "Ask for it again" is touched and answered
      Then the screen says "Postage was added: 50.00"
      And the meter has used £0.00 for 0 pieces, and £550.00 is left

    Scenario: Then any amount can be refilled again
      Given the call comes to its end
      When a balance inquiry is made
      Then Refill offers
        | Last refill amount: 50.00     |
        | Default refill amount: 200.00 |
        | Other amount                  |

    Scenario: A balance inquiry says that it has come
      Given the call comes to its end
      And the screen "Funds > Meter Funds" is open
      When "Get Balance" is touched and answered
      Then the message has the rows
        | Postage was added: 50.00 |
        | Prepaid balance: 950.00  |

  @CNP-FUN-11
  Rule: A refill that comes to nothing says why
    Source: docs/requirements.yaml, "failure message plus the amount that may actually be added".

    Scenario: Not enough in the postage account
      When a refill of £2000.00 is confirmed
      Then the screen "Call Result" is shown
      And the message has the rows
        | The postage was not added: there is not enough in the postage account. |
        | The most that may be added: 1500.00                                    |
      And Refill offers
        | Default refill amount: 200.00 |
        | Other amount                  |

    Scenario Outline: <trouble>
      Given the next message to the Data Centre meets "<trouble>"
      When a refill of £50.00 is confirmed
      Then the screen "Call Failed" is shown
      And the screen says "<text>"

      Examples:
        | trouble          | text                                        |
        | out of order     | The Data Centre is out of order.            |
        | connection reset | The connection to the Data Centre was lost. |
        | no answer        | The Data Centre does not answer.            |

    @requires:network
    Scenario: No network
      Given the network is unplugged
      When a refill of £50.00 is confirmed
      Then the screen says "The Data Centre cannot be reached."

    Scenario: Postage that has come is said to have come, whatever becomes of the call
      Given a refill of £50.00 has come to its inspection
      And this message meets "out of order"
      When the call is over
      Then the screen "Call Result" is shown
      And the message has the rows
        | Postage was added: 50.00         |
        | The Data Centre is out of order. |

  @CNP-FUN-12 @assumed
  Rule: A call shows how it goes on, and the machine does nothing else meanwhile

    Scenario: A refill
      When a refill of £50.00 is confirmed, and the call goes on
      Then the call shows
        | Opening a session  |
        | Refilling postage  |
        | Postal inspection  |
        | Ending the session |

    Scenario: A balance inquiry
      Given the screen "Funds > Meter Funds" is open
      When "Get Balance" is touched
      Then the call shows
        | Opening a session  |
        | Postal inspection  |
        | Ending the session |

    Scenario: Diagnostics are sent last
      Given the Data Centre wants diagnostics
      And the screen "Funds > Meter Information" is open
      When "Upload postal information now" is touched
      Then the call shows
        | Opening a session   |
        | Postal inspection   |
        | Sending diagnostics |
        | Ending the session  |

    @requires:mail
    Scenario: No mail runs during a call
      Given a refill of £50.00 is confirmed, and the call goes on
      When a piece is put in where the machine stands
      Then the piece comes out unfranked
