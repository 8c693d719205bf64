@requires:data-centre @requires:mail
Feature: The registers of a meter
  Ascending is what was used, descending what is left, the control total what was ever loaded. They are looked into after
  every key of every scenario; here they are moved.

  Background:
    Given the books are noted

  @FUN-REG-01
  Rule: Franking moves postage from descending to ascending, and nothing else
    Source: ascending + descending = control total (docs/requirements.yaml).

    Scenario: One piece
      When a piece is put through
      Then the piece bears postage
      And the piece was taken from the credit

    Scenario: A piece after a refill
      Given the meter was refilled with £50.00
      And the books are noted
      When a piece is put through
      Then the piece was taken from the credit

    @requires:power
    Scenario: The registers survive a power cut
      Given the meter was refilled with £50.00
      And 2 pieces were franked
      And the books are noted
      When the power is cut and comes back
      Then the books are as they were

  @FUN-REG-02
  Rule: The Data Centre learns the registers in every call
    Source: a reset request carries ascending and descending readings; postage used and pieces are uploaded
    (docs/requirements.yaml).

    Scenario Outline: Mail was franked, then <call> is made
      Given 3 pieces were franked
      When <call> is made
      Then the call is done
      And the Data Centre has the same figures as the meter

      Examples:
        | call                |
        | a refill            |
        | a balance inquiry   |
        | a postal inspection |
        | a synchronisation   |

    Scenario: Mail, a refill, mail, and a refill
      Given 2 pieces were franked
      And the meter was refilled with £50.00
      And 2 pieces were franked
      When the meter is refilled with £30.00
      Then the refill is done
      And the Data Centre has the same figures as the meter

  @FUN-REG-03
  Rule: Nothing is franked that the credit does not cover
    Source: postage above descending is refused (2017; docs/requirements.yaml).

    Scenario: The credit is used up
      When pieces are put through until one bears no postage
      Then all that was franked was taken from the credit
      And less is left than another piece would cost

    Scenario: A refill lets the meter frank again
      Given pieces are put through until one bears no postage
      When the meter is refilled with £50.00
      Then the refill is done
      And the meter franks

  @FUN-REG-04 @is400
  Rule: A piece without postage is counted and moves no money
    Source: total items = zero + non-zero items (docs/requirements.yaml).

    Scenario: Zero items reach the Data Centre as well
      Given an envelope of £0.00 was franked
      And an envelope of £0.45 was franked
      When the meter synchronises
      Then the Data Centre has the same figures as the meter
      And the Data Centre counts 1 piece with postage and 1 without
