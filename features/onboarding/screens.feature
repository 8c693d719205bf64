@onboarding
Feature: Pages of the onboarding, as they look
  What the other features say of a page in words, these say of the whole picture, in the language of the page.
  Source: the golden screens in goldens/onboarding, which a person has looked at and accepted.

  @ONB-SCR-01 @assumed
  Rule: Every page shows what is to be done, and what was done
    Source: seed, the steps of the onboarding; how a page looks is assumed.

    Scenario: The first page of a customer who begins
      When a customer with nothing
      Then the display is as the golden screen "Home"

    Scenario: A base profile of which a part is missing
      Given the base profile is filled in without its company
      When the base profile is sent
      Then the display is as the golden screen "Base profile with a part missing"

    Scenario: The methods of payment
      Given a customer with registered equipment
      When the section "payment" is opened
      Then the display is as the golden screen "Payment method"
