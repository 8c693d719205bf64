@onboarding
Feature: How postage is paid
  Source: seed, "Déterminez votre mode de paiement pour les fonds d'affranchissement".

  @ONB-PAY-01
  Rule: PitneyWorks is the default, and other methods can be chosen
    Source: seed, "L'option de paiement par défaut est PitneyWorks".

    Scenario: PitneyWorks comes first and is marked
      Given a customer with a base profile
      Then the methods of payment are PitneyWorks, Prepaid and Purchase Power

    Scenario: Before the customer has chosen PitneyWorks is marked
      Given a customer with a base profile
      Then PitneyWorks is marked as the method of payment

    Scenario Outline: The customer chooses <method>
      Given a customer with a base profile
      When <method> is chosen
      Then <method> is marked as the method of payment
      And the section "payment" is done

      Examples:
        | method         |
        | PitneyWorks    |
        | Prepaid        |
        | Purchase Power |

    @requires:power
    Scenario: What was chosen outlasts a power cut
      Given a customer with a base profile
      And Prepaid was chosen
      When the power is cut and comes back
      Then Prepaid is marked as the method of payment

    Scenario: A method can be changed later
      Given a customer with a base profile
      And Prepaid was chosen
      When PitneyWorks is chosen
      Then PitneyWorks is marked as the method of payment

    @requires:data-centre
    Scenario: A choice that was not answered is none before it is
      Given a customer with a base profile
      And the next message to the Data Centre meets "no answer"
      When Prepaid is chosen
      Then the page says that there was no answer
      When what was not answered is sent again
      Then Prepaid is marked as the method of payment

  @ONB-PAY-02
  Rule: A postage system holds no postage but the initial deposit
    Source: seed, "ne contiennent pas de fonds d'affranchissement autres que votre dépôt initial".

    Scenario: The page says so
      Given a customer with a base profile
      When the section "payment" is opened
      Then the page says that there is nothing but the initial deposit
      And the page says that postage must be loaded before the meter is used

    Scenario: The meter holds the initial deposit
      Given a new customer who is ready for the first set-up
      Then the meter holds $5.00
