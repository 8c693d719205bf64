@onboarding
Feature: The equipment is registered in My Account
  Source: seed, "Enregistrez votre équipement dans l'outil Mon compte".

  @ONB-EQP-01
  Rule: Equipment is registered by product code number and serial number, or by the installation customer account number
    Source: seed, "Pour enregistrer votre équipement, vous aurez besoin de ce qui suit".

    Scenario: By product code number and serial number
      Given a customer with a base profile
      When product code "1P00" and serial number "2000456" are entered
      Then the page asks whether the address is "100 Main Street, Toronto ON"

    Scenario: By the installation customer account number
      Given a customer with a base profile
      When the installation number "12345678901" is entered
      Then the page asks whether the address is "100 Main Street, Toronto ON"

    Scenario Outline: <what> is not known
      Given a customer with a base profile
      When product code "<code>" and serial number "<serial>" are entered
      Then the page refuses because the equipment is unknown
      And no equipment is registered

      Examples:
        | what                    | code | serial  |
        | Another product code    | 2P00 | 2000456 |
        | Another serial number   | 1P00 | 2000457 |

    Scenario: An installation that nobody has is not known
      Given a customer with a base profile
      When the installation number "99999999999" is entered
      Then the page refuses because the equipment is unknown
      And no equipment is registered

    Scenario: Before the base profile nothing is registered
      When the section "equipment" is opened
      Then the section "profile" must be complete first

  @ONB-EQP-02
  Rule: The installation customer account number has 11 digits
    Source: seed, "numéro de compte client d'installation de 11 chiffres".

    Scenario Outline: <count> digits are refused
      Given a customer with a base profile
      When the installation number "<number>" is entered
      Then the page refuses because an installation number has 11 digits
      And no equipment is registered

      Examples:
        | count | number     |
        | 1     | 1          |
        | 10    | 1234567890 |

    Scenario: A twelfth digit cannot be typed
      Given a customer with a base profile
      When the installation number "123456789012" is typed
      Then the field reads "12345678901"

  @ONB-EQP-03 @assumed
  Rule: Equipment is registered once
    Source: inferred from the success message (docs/requirements.yaml).

    Scenario: The same equipment a second time
      Given a customer with registered equipment
      When the installation number "12345678901" is entered
      Then the page refuses because the equipment was registered before

  @ONB-EQP-04
  Rule: The customer says whether the address is right
    Source: help page on adding a location (docs/requirements.yaml): Yes or No; No leads back to the numbers.

    Scenario: Yes keeps the equipment
      Given a customer with a base profile
      And the installation number "12345678901" was entered
      When the address is said to be right
      Then the equipment "2000456" is registered

    Scenario: After No the numbers are entered anew
      Given a customer with a base profile
      And the installation number "10987654321" was entered
      When the address is said to be wrong
      Then no equipment is registered
      And the section "equipment" is not done

    Scenario: Other equipment is registered after No
      Given a customer with a base profile
      And the installation number "10987654321" was entered
      And the address was said to be wrong
      When the installation number "12345678901" is entered
      Then the page asks whether the address is "100 Main Street, Toronto ON"

    @requires:power
    Scenario: The question comes again after a power cut
      Given a customer with a base profile
      And the installation number "12345678901" was entered
      When the power is cut and comes back
      And the section "equipment" is opened
      Then the page asks whether the address is "100 Main Street, Toronto ON"

  @ONB-EQP-05 @requires:data-centre @assumed
  Rule: A registration that was not answered is asked for again, and made once
    Source: inferred.

    Scenario Outline: The portal meets <trouble>
      Given a customer with a base profile
      And the next message to the Data Centre meets <trouble>
      When the installation number "12345678901" is entered
      Then the page says that there was no answer
      When what was not answered is sent again
      Then the page asks whether the address is "100 Main Street, Toronto ON"

      Examples:
        | trouble                        |
        | "out of order"                 |
        | "connection reset"             |
        | "answer lost"                  |
        | "no answer"                    |
        | "no answer after carrying out" |
