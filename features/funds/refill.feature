@requires:data-centre
Feature: Refilling a meter with postage
  A meter asks its Data Centre for postage and adds what it is given: once, whatever becomes of the answer. Whatever is
  done, the books of both sides are looked into after every key: no penny is lost, and none is in two places.

  Background:
    Given the books are noted

  @FUN-REF-01
  Rule: A refill adds its amount to the credit and to the control total, once
    Source: ascending + descending = control total, which is the sum of all refills (docs/requirements.yaml);
    postage after = postage before + refill amount (2.6).

    Scenario Outline: A refill of <amount>
      When the meter is refilled with <amount>
      Then the refill is done
      And the credit has grown by <amount>
      And the Data Centre has the same figures as the meter

      Examples:
        | amount  |
        | £10.00  |
        | £100.00 |
        | £990.00 |

    Scenario: Two refills add both amounts
      Given the meter was refilled with £50.00
      When the meter is refilled with £70.00
      Then the credit has grown by £120.00
      And the Data Centre has the same figures as the meter

    Scenario: The same amount twice is added twice
      Given the meter was refilled with £50.00
      When the meter is refilled with £50.00
      Then the credit has grown by £100.00

    Scenario: A refill after mail was franked
      Given 3 pieces were franked
      And the books are noted
      When the meter is refilled with £50.00
      Then the refill is done
      And the credit has grown by £50.00
      And the Data Centre has the same figures as the meter

    @requires:power
    Scenario: A refill that is done is kept when the power is cut
      Given the meter was refilled with £50.00
      When the power is cut and comes back
      Then the credit has grown by £50.00
      And the last refills are
        | £50.00 |

  @FUN-REF-02
  Rule: What was refilled last is offered first
    Source: default amount = previous transaction value (docs/requirements.yaml); last refill amount.

    Scenario: The amount of the last refill is offered
      Given the meter was refilled with £50.00
      When the meter is refilled with £70.00
      Then a refill offers £70.00 first

    @requires:power
    Scenario: It is offered after a power cut as well
      Given the meter was refilled with £70.00
      When the power is cut and comes back
      Then a refill offers £70.00 first

    Scenario: A call for something else leaves it as it is
      Given the meter was refilled with £70.00
      When a balance inquiry is made
      Then a refill offers £70.00 first

  @FUN-REF-03
  Rule: A refusal names the amount that may be added, and adds nothing
    Source: failure message plus the amount that may actually be added, from the postal account balance
    (docs/requirements.yaml).

    Scenario: More than the postage account holds
      Given the postage account holds £120.00 prepaid and £30.00 on credit
      When the meter is refilled with £200.00
      Then the refill is refused, and £150.00 may be added
      And the books are as they were
      And £120.00 prepaid and £30.00 on credit are left in the postage account

    Scenario: The amount that may be added is added
      Given the postage account holds £120.00 prepaid and £30.00 on credit
      And the meter is refilled with £200.00
      When the meter is refilled with as much as may be added
      Then the refill is done
      And the credit has grown by £150.00
      And £0.00 prepaid and £0.00 on credit are left in the postage account

    Scenario: An empty account
      Given the postage account holds £0.00 prepaid and £0.00 on credit
      When the meter is refilled with £50.00
      Then the refill is refused, and £0.00 may be added
      And the books are as they were

    Scenario: A refused amount is not asked for again
      Given the postage account holds £40.00 prepaid and £0.00 on credit
      And the meter is refilled with £50.00
      And the postage account holds £500.00 prepaid and £0.00 on credit
      When the meter synchronises
      Then the books are as they were
      And the Data Centre has the same figures as the meter

    Scenario: A refused refill is none of the last refills
      Given the meter was refilled with £30.00
      And the postage account holds £40.00 prepaid and £0.00 on credit
      When the meter is refilled with £50.00
      Then the last refills are
        | £30.00 |

  @FUN-REF-04
  Rule: Postage comes from what was paid in before it comes from credit
    Source: prepaid balance and credit line of a refill receipt (docs/requirements.yaml).

    Scenario Outline: A refill of <amount> where £100.00 are prepaid and £80.00 on credit
      Given the postage account holds £100.00 prepaid and £80.00 on credit
      When the meter is refilled with <amount>
      Then <prepaid> prepaid and <credit> on credit are left in the postage account
      And the panel shows a balance of <prepaid>

      Examples:
        | amount  | prepaid | credit |
        | £60.00  | £40.00  | £80.00 |
        | £100.00 | £0.00   | £80.00 |
        | £150.00 | £0.00   | £30.00 |
        | £180.00 | £0.00   | £0.00  |

    Scenario: The balance is the one that was told last
      Given the postage account holds £100.00 prepaid and £0.00 on credit
      And a balance inquiry was made
      And the postage account holds £300.00 prepaid and £0.00 on credit
      When a balance inquiry is made
      Then the panel shows a balance of £300.00

  @FUN-REF-05
  Rule: Postage that was asked for is asked for again until the answer has come
    Source: the entered amount cannot be changed after a communication error (docs/requirements.yaml); an interrupted
    top-up is completed by the next call (1.11, older machines). An answer that was lost may have debited the account.

    Scenario Outline: The <message> of a refill meets "<trouble>", then the meter synchronises
      Given a refill of £50.00 has come to its <message>
      And this message meets "<trouble>"
      And the call came to its end
      When the meter synchronises
      Then the credit has grown by <grown>
      And the Data Centre has the same figures as the meter

      Examples:
        | message             | trouble                      | grown  |
        | opening             | out of order                 | £0.00  |
        | opening             | connection reset             | £0.00  |
        | opening             | answer lost                  | £0.00  |
        | opening             | no answer                    | £0.00  |
        | opening             | no answer after carrying out | £0.00  |
        | request for postage | out of order                 | £50.00 |
        | request for postage | connection reset             | £50.00 |
        | request for postage | answer lost                  | £50.00 |
        | request for postage | no answer                    | £50.00 |
        | request for postage | no answer after carrying out | £50.00 |
        | inspection          | out of order                 | £50.00 |
        | inspection          | connection reset             | £50.00 |
        | inspection          | answer lost                  | £50.00 |
        | inspection          | no answer                    | £50.00 |
        | inspection          | no answer after carrying out | £50.00 |
        | end                 | out of order                 | £50.00 |
        | end                 | connection reset             | £50.00 |
        | end                 | answer lost                  | £50.00 |
        | end                 | no answer                    | £50.00 |
        | end                 | no answer after carrying out | £50.00 |

    Scenario Outline: The <message> of a refill meets "<trouble>", then the meter is refilled again
      Given a refill of £50.00 has come to its <message>
      And this message meets "<trouble>"
      And the call came to its end
      When the meter is refilled with £50.00
      Then the refill is done
      And the credit has grown by <grown>
      And the Data Centre has the same figures as the meter

      Examples:
        | message             | trouble                      | grown   |
        | opening             | out of order                 | £50.00  |
        | opening             | connection reset             | £50.00  |
        | opening             | answer lost                  | £50.00  |
        | opening             | no answer                    | £50.00  |
        | opening             | no answer after carrying out | £50.00  |
        | request for postage | out of order                 | £50.00  |
        | request for postage | connection reset             | £50.00  |
        | request for postage | answer lost                  | £50.00  |
        | request for postage | no answer                    | £50.00  |
        | request for postage | no answer after carrying out | £50.00  |
        | inspection          | out of order                 | £100.00 |
        | inspection          | connection reset             | £100.00 |
        | inspection          | answer lost                  | £100.00 |
        | inspection          | no answer                    | £100.00 |
        | inspection          | no answer after carrying out | £100.00 |
        | end                 | out of order                 | £100.00 |
        | end                 | connection reset             | £100.00 |
        | end                 | answer lost                  | £100.00 |
        | end                 | no answer                    | £100.00 |
        | end                 | no answer after carrying out | £100.00 |

    Scenario Outline: A refill whose request meets "<trouble>" has failed for the person at the panel
      Given a refill of £50.00 has come to its request for postage
      And this message meets "<trouble>"
      When the call comes to its end
      Then the refill has failed
      And the books are as they were

      Examples:
        | trouble                      |
        | out of order                 |
        | connection reset             |
        | answer lost                  |
        | no answer                    |
        | no answer after carrying out |

    Scenario: Another amount cannot take the place of the one that was asked for
      Given a refill of £50.00 has come to its request for postage
      And this message meets "answer lost"
      And the call came to its end
      When the meter is refilled with £80.00
      Then the credit has grown by £50.00
      And the last refills are
        | £50.00 |

    Scenario: An answer that is lost three times is asked for until it comes
      Given a refill of £50.00 has come to its request for postage
      And this message meets "answer lost"
      And the call came to its end
      And the next 2 messages to the Data Centre meet "out of order"
      And a synchronisation is made
      And a synchronisation is made
      When the meter synchronises
      Then the credit has grown by £50.00
      And the last refills are
        | £50.00 |

    Scenario: Mail that is franked meanwhile does not keep the postage away
      Given a refill of £50.00 has come to its request for postage
      And this message meets "answer lost"
      And the call came to its end
      And 2 pieces were franked
      And the books are noted
      When the meter synchronises
      Then the credit has grown by £50.00
      And the Data Centre has the same figures as the meter

  @FUN-REF-06 @requires:power
  Rule: A power cut during a refill loses nothing and doubles nothing
    Source: as @FUN-REF-05; memory that survives a power cut is required of franking machines (docs/requirements.yaml).

    Scenario Outline: The power goes <later> after the screen of the <message> has come
      Given a refill of £50.00 has come to its <message>
      And <later> later the power is cut and comes back
      When the meter synchronises
      Then the credit has grown by <grown>
      And the Data Centre has the same figures as the meter

      Examples:
        | message             | later             | grown  |
        | opening             | 0 seconds         | £0.00  |
        | opening             | 1500 milliseconds | £0.00  |
        | request for postage | 0 seconds         | £50.00 |
        | request for postage | 1500 milliseconds | £50.00 |
        | inspection          | 0 seconds         | £50.00 |
        | inspection          | 1500 milliseconds | £50.00 |
        | end                 | 0 seconds         | £50.00 |
        | end                 | 1500 milliseconds | £50.00 |

    Scenario: Two cuts in a row while the postage is asked for
      Given a refill of £50.00 has come to its request for postage
      And 1500 milliseconds later the power is cut and comes back
      And a synchronisation has come to its opening
      And 1500 milliseconds later the power is cut and comes back
      When the meter synchronises
      Then the credit has grown by £50.00

  @FUN-REF-07 @requires:network
  Rule: Without its network a meter adds nothing and goes on where it was
    Source: as @FUN-REF-05.

    Scenario: The network is unplugged before the refill
      Given the network is unplugged
      When the meter is refilled with £50.00
      Then the refill has failed
      And the books are as they were

    Scenario Outline: The network is unplugged at the <message> of a refill
      Given a refill of £50.00 has come to its <message>
      And the network is unplugged
      And the call came to its end
      And the network is plugged in again
      When the meter synchronises
      Then the credit has grown by <grown>
      And the Data Centre has the same figures as the meter

      Examples:
        | message             | grown  |
        | opening             | £0.00  |
        | request for postage | £50.00 |
        | inspection          | £50.00 |
        | end                 | £50.00 |

  @FUN-REF-08 @assumed
  Rule: A refill is from the least to the most that the machine takes, in whole steps
    Source: min and max refill are values of the device and the account (docs/requirements.yaml); multiples of £10.00,
    from £10.00 to £50,000.00 on the IN-750 (1.11). The limits of these machines were not found.

    Scenario Outline: The <edge> that the machine takes
      Given the postage account holds £60000.00 prepaid and £0.00 on credit
      When the meter is refilled with the <edge> that it takes
      Then the refill is done
      And the credit has grown by the <edge> that it takes

      Examples:
        | edge  |
        | least |
        | most  |

    Scenario Outline: <amount> is refused before anybody is called
      Given the postage account holds £60000.00 prepaid and £0.00 on credit
      When the meter is refilled with <amount>
      Then the refill is refused
      And the books are as they were
      And 0 messages went to the Data Centre

      Examples:
        | amount             |
        | less than it takes |
        | more than it takes |
        | no whole step      |

    @is400
    Scenario: The credit does not grow over what the machine holds
      Given the postage account holds £2000000.00 prepaid and £0.00 on credit
      And the meter was refilled 19 times with the most that it takes
      And the books are noted
      When the meter is refilled with the most that it takes
      Then the refill is refused
      And the books are as they were

    Scenario: The usual amount is offered where nothing was refilled before
      When a balance inquiry is made
      Then a refill offers the usual amount first

  @FUN-REF-09
  Rule: The last five refills are kept
    Source: the summary covers the last 5 refills (docs/requirements.yaml).

    Scenario: The newest of seven refills come first
      Given the meter was refilled with £10.00
      And the meter was refilled with £20.00
      And the meter was refilled with £30.00
      And the meter was refilled with £40.00
      And the meter was refilled with £50.00
      And the meter was refilled with £60.00
      When the meter is refilled with £70.00
      Then the last refills are
        | £70.00 |
        | £60.00 |
        | £50.00 |
        | £40.00 |
        | £30.00 |
      And the credit has grown by £280.00

  @FUN-REF-10
  Rule: Postage is added only by the answer to this question, to this challenge, for these registers
    Source: a refill message whose register values differ is refused (2005), a stale challenge too (202D;
    docs/requirements.yaml).

    Scenario Outline: The answer bears <forgery>, then the meter synchronises
      Given the next answer bears <forgery>
      And the meter is refilled with £50.00
      And the books are as they were
      When the meter synchronises
      Then the credit has grown by <grown>
      And the Data Centre has the same figures as the meter

      Examples:
        | forgery              | grown  |
        | an earlier challenge | £0.00  |
        | other registers      | £50.00 |
        | another amount       | £50.00 |
        | nonsense             | £0.00  |
