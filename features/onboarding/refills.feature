@onboarding @requires:data-centre
Feature: A customer adds postage to a meter that is set up
  Source: seed, "recharge de fonds d'affranchissement".

  @ONB-REF-01
  Rule: Postage is added to what is left
    Source: inferred: the registers of the meter and those that the Data Centre knows are the same.

    Scenario: A letter was franked before
      Given a new customer whose meter is set up
      And a letter is franked
      When the new meter is refilled with $40.00
      Then the meter is ready with $143.76
      And $860.00 prepaid are left in the postage account

    Scenario: Letters were franked before each of two refills
      Given a new customer whose meter is set up
      And a letter is franked
      And the new meter is refilled with $40.00
      And a letter is franked
      When the new meter is refilled with $40.00
      Then the meter is ready with $182.52
      And $820.00 prepaid are left in the postage account

    Scenario: Nothing is franked beyond what is left
      Given a new customer who pays by Prepaid and is ready for the first set-up
      And the first set-up was made
      When letters are put through until one is refused
      Then the page refuses because there is not enough postage
      And the meter holds $0.04 after a synchronisation

    Scenario: The last amount is offered first
      Given a new customer whose meter is set up
      When the new meter is refilled with $40.00
      Then a refill of the customer offers $40.00

  @ONB-REF-02
  Rule: Only the answer to this question adds postage
    Source: a refill message whose register values differ is refused (2005), a stale challenge too (202D;
    docs/requirements.yaml).

    Scenario: An answer for other registers adds nothing, and the postage comes with the next call
      Given a new customer whose meter is set up
      And the next answer bears other registers
      When the new meter is refilled with $40.00
      Then the meter is ready with $105.00
      And the meter holds $145.00 after a synchronisation

    Scenario: An answer to an earlier challenge opens no session
      Given a new customer whose meter is set up
      And it was the day of the lock-out
      And the next answer bears an earlier challenge
      When the meter of the customer calls to synchronise
      Then the page of the meter says that it is locked

  @ONB-REF-03
  Rule: Every call has its inspection, and nothing else does
    Source: Connect+ guide for Canada p. 201; every connection is an inspection (docs/requirements.yaml).

    Scenario: A refill that is refused unlocks the meter
      Given a new customer whose meter is set up
      And the postage account of the customer holds $20.00
      And it was the day of the lock-out
      When the new meter is refilled with $40.00
      Then the page of the meter says that it is in order

    @requires:power
    Scenario Outline: On <day> the power goes, and it is <standing> as before
      Given a new customer whose meter is set up
      And it was <day>
      When the power is cut and comes back
      Then the page of the meter says that it is <standing>

      Examples:
        | day                          | standing |
        | the first day of the warning | due      |
        | the day of the lock-out      | locked   |

    Scenario: The first set-up counts too
      Given a new customer who is ready for the first set-up
      And it was the first day of the warning
      When the first set-up is made
      Then the page of the meter says that it is in order
