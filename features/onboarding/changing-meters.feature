@onboarding @requires:data-centre
Feature: A customer changes meters
  Source: seed, "Clients qui passent à un autre compteur".

  @ONB-CHG-01
  Rule: The first postage of the new meter comes from the replaced one, and nothing from the account
    Source: seed, "Il est possible d'effectuer le versement initial de fonds d'affranchissement en transférant des fonds depuis le compteur remplacé".

    Scenario: All that the replaced meter holds moves to the new one
      Given a customer with meter "1000789" to replace who is ready for the first set-up
      When the first set-up is made
      Then the meter is ready with $78.50
      And the replaced meter is withdrawn and holds nothing
      And $1000.00 prepaid are left in the postage account

    Scenario: Before the set-up each meter holds its own
      Given a customer with meter "1000789" to replace who is ready for the first set-up
      Then the new meter holds $5.00 and the replaced one $73.50

    Scenario: The page tells what was moved
      Given a customer with meter "1000789" to replace who is ready for the first set-up
      When the first set-up comes to its last page
      Then the page says that $73.50 were moved

    Scenario: The page says so beforehand
      Given a customer with registered equipment
      And the customer replaces meter "1000789"
      When the section "customer" is opened
      Then the page says that the postage of meter "1000789" is moved

  @ONB-CHG-02
  Rule: Afterwards postage is added as before, or from another source
    Source: seed, "Ensuite, vous pouvez ajouter des fonds à l'aide des méthodes que vous avez déjà configurées, ou vous pouvez changer votre source de fonds d'affranchissement".

    Scenario: A refill with the method that was set up
      Given a customer who has changed meters
      When the new meter is refilled with $50.00
      Then the meter is ready with $128.50
      And $950.00 prepaid are left in the postage account

    Scenario: A refill after the method was changed
      Given a customer who has changed meters
      And Purchase Power was chosen
      When the new meter is refilled with $50.00
      Then the meter is ready with $128.50

  @ONB-CHG-03 @assumed
  Rule: The meter that is replaced is one of the customer's
    Source: inferred.

    Scenario Outline: <what> cannot be replaced
      Given a customer with registered equipment
      When meter "<serial>" is entered as the replaced one
      Then the page refuses because <why>
      And the section "customer" is not done

      Examples:
        | what                    | serial  | why                              |
        | A meter that nobody has | 9999999 | the meter is unknown             |
        | The new meter itself    | 2000456 | the meter is the new one         |

    Scenario: A lost answer replaces the meter once
      Given a customer with registered equipment
      And the next message to the Data Centre meets "answer lost"
      When meter "1000789" is entered as the replaced one
      Then the page says that there was no answer
      When what was not answered is sent again
      Then the page says that the postage of meter "1000789" is moved

    Scenario: A customer whose registered equipment is elsewhere changes no meters
      Given a customer whose registered equipment is "10987654321"
      When the customer wants to change meters
      Then the page refuses because the equipment "2000999" is not the meter "2000456"

  @ONB-CHG-04 @requires:power @assumed
  Rule: A power cut at any screen loses no postage and doubles none
    Source: inferred: no penny is lost or counted twice.

    Scenario Outline: The power is cut at the <message>
      Given a customer with meter "1000789" to replace who is ready for the first set-up
      And the exchange has come to its <message>
      When the power is cut and comes back
      And the first set-up is completed
      Then the meter is ready with $78.50
      And the replaced meter is withdrawn and holds nothing
      And $1000.00 prepaid are left in the postage account

      Examples:
        | message                          |
        | opening of the replaced meter    |
        | withdrawal                       |
        | inspection of the replaced meter |
        | end of the replaced meter        |
        | opening                          |
        | postage                          |
        | inspection                       |
        | end                              |

  @ONB-CHG-05 @assumed
  Rule: A network that fails at any screen loses no postage and doubles none
    Source: inferred.

    Scenario Outline: The network is unplugged at the <message>
      Given a customer with meter "1000789" to replace who is ready for the first set-up
      And the exchange has come to its <message>
      And the network is unplugged
      When the call has broken off and the network is plugged in again
      And the first set-up is completed
      Then the meter is ready with $78.50
      And the replaced meter is withdrawn and holds nothing
      And $1000.00 prepaid are left in the postage account

      Examples:
        | message                          |
        | opening of the replaced meter    |
        | withdrawal                       |
        | inspection of the replaced meter |
        | end of the replaced meter        |
        | opening                          |
        | postage                          |
        | inspection                       |
        | end                              |

  @ONB-CHG-06 @assumed
  Rule: A Data Centre that fails at any message loses no postage and doubles none
    Source: inferred.

    Scenario Outline: The <message> meets <trouble>
      Given a customer with meter "1000789" to replace who is ready for the first set-up
      And the exchange has come to its <message>
      And the next message to the Data Centre meets <trouble>
      When the call has broken off
      And the first set-up is completed
      Then the meter is ready with $78.50
      And the replaced meter is withdrawn and holds nothing
      And $1000.00 prepaid are left in the postage account

      Examples:
        | message                          | trouble                        |
        | opening of the replaced meter    | "out of order"                 |
        | opening of the replaced meter    | "connection reset"             |
        | opening of the replaced meter    | "answer lost"                  |
        | opening of the replaced meter    | "no answer"                    |
        | opening of the replaced meter    | "no answer after carrying out" |
        | withdrawal                       | "out of order"                 |
        | withdrawal                       | "connection reset"             |
        | withdrawal                       | "answer lost"                  |
        | withdrawal                       | "no answer"                    |
        | withdrawal                       | "no answer after carrying out" |
        | inspection of the replaced meter | "out of order"                 |
        | inspection of the replaced meter | "connection reset"             |
        | inspection of the replaced meter | "answer lost"                  |
        | inspection of the replaced meter | "no answer"                    |
        | inspection of the replaced meter | "no answer after carrying out" |
        | end of the replaced meter        | "out of order"                 |
        | end of the replaced meter        | "connection reset"             |
        | end of the replaced meter        | "answer lost"                  |
        | end of the replaced meter        | "no answer"                    |
        | end of the replaced meter        | "no answer after carrying out" |
        | opening                          | "out of order"                 |
        | opening                          | "connection reset"             |
        | opening                          | "answer lost"                  |
        | opening                          | "no answer"                    |
        | opening                          | "no answer after carrying out" |
        | postage                          | "out of order"                 |
        | postage                          | "connection reset"             |
        | postage                          | "answer lost"                  |
        | postage                          | "no answer"                    |
        | postage                          | "no answer after carrying out" |
        | inspection                       | "out of order"                 |
        | inspection                       | "connection reset"             |
        | inspection                       | "answer lost"                  |
        | inspection                       | "no answer"                    |
        | inspection                       | "no answer after carrying out" |
        | end                              | "out of order"                 |
        | end                              | "connection reset"             |
        | end                              | "answer lost"                  |
        | end                              | "no answer"                    |
        | end                              | "no answer after carrying out" |
