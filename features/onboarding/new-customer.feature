@onboarding
Feature: The first set-up of a new customer
  Source: seed, "Nouveaux clients".

  @ONB-NEW-01
  Rule: At the first set-up postage is added by itself from the PitneyWorks account
    Source: seed, "des fonds d'affranchissement sont ajoutés automatiquement au compteur à partir de votre compte PitneyWorks"; the amount is assumed.

    @assumed
    Scenario: The first load
      Given a new customer who is ready for the first set-up
      When the first set-up is made
      Then the meter is ready with $105.00
      And $900.00 prepaid are left in the postage account

    @assumed
    Scenario: The page tells what was added
      Given a new customer who is ready for the first set-up
      When the first set-up comes to its last page
      Then the page says that $100.00 were added

    Scenario: The page says so beforehand
      Given a customer with registered equipment
      And the customer is a new one
      When the section "customer" is opened
      Then the page says that postage is added by itself

    @assumed
    Scenario Outline: A customer who pays by <method> has no PitneyWorks account to load from
      Given a new customer who pays by <method> and is ready for the first set-up
      When the first set-up is made
      Then the meter is ready with $5.00
      And $1000.00 prepaid are left in the postage account

      Examples:
        | method         |
        | Prepaid        |
        | Purchase Power |

    Scenario: The first load comes once
      Given a new customer who is ready for the first set-up
      And the first set-up was made
      When the section "model" is opened
      Then the meter is ready with $105.00
      And the meter holds $105.00 after a synchronisation

  @ONB-NEW-02 @requires:data-centre
  Rule: An account that holds too little loads nothing, and the set-up goes on later
    Source: inferred from the refill flow (docs/requirements.yaml).

    Scenario: The page says how much may be added
      Given a new customer who is ready for the first set-up
      And the postage account of the customer holds $20.00
      When the first set-up comes to its last page
      Then the page says that at most $20.00 may be added
      And the first set-up is not done

    Scenario: Once there is enough the set-up comes to its end
      Given a new customer who is ready for the first set-up
      And the postage account of the customer holds $20.00
      And the first set-up was tried
      And the postage account of the customer holds $300.00
      When the first set-up is made
      Then the meter is ready with $105.00
      And $200.00 prepaid are left in the postage account

  @ONB-NEW-03 @requires:data-centre @assumed
  Rule: Whatever is cut, the set-up goes on where it was and the postage comes once
    Source: inferred: no penny is lost or counted twice.

    @requires:power
    Scenario Outline: The power is cut at the <message>
      Given a new customer who is ready for the first set-up
      And the first set-up of the new customer has come to its <message>
      When the power is cut and comes back
      And the first set-up is completed
      Then the meter is ready with $105.00
      And $900.00 prepaid are left in the postage account

      Examples:
        | message    |
        | opening    |
        | postage    |
        | inspection |
        | end        |

    @requires:power
    Scenario: The power is cut after the answer to the postage was lost
      Given a new customer who is ready for the first set-up
      And the first set-up of the new customer has come to its postage
      And the next message to the Data Centre meets "answer lost"
      And the call has broken off
      When the power is cut and comes back
      And the first set-up is completed
      Then the meter is ready with $105.00
      And $900.00 prepaid are left in the postage account

    Scenario Outline: The network is unplugged at the <message>
      Given a new customer who is ready for the first set-up
      And the first set-up of the new customer has come to its <message>
      And the network is unplugged
      When the call has broken off and the network is plugged in again
      And the first set-up is completed
      Then the meter is ready with $105.00
      And $900.00 prepaid are left in the postage account

      Examples:
        | message    |
        | opening    |
        | postage    |
        | inspection |
        | end        |

    Scenario Outline: The postage meets <trouble>
      Given a new customer who is ready for the first set-up
      And the first set-up of the new customer has come to its postage
      And the next message to the Data Centre meets <trouble>
      When the call has broken off
      And the first set-up is completed
      Then the meter is ready with $105.00
      And $900.00 prepaid are left in the postage account

      Examples:
        | trouble                        |
        | "out of order"                 |
        | "connection reset"             |
        | "answer lost"                  |
        | "no answer"                    |
        | "no answer after carrying out" |
