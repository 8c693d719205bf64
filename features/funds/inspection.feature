@requires:data-centre @requires:clock @requires:mail
Feature: Postal inspection
  A meter must be in contact with its Data Centre often enough. It warns when the time is near, stops franking when it is
  over, and goes on after the next contact. The days are those of the profile of the machine: only their order is said here.

  @FUN-INS-01 @assumed
  Rule: A meter is in order, then due, then locked, day by day
    Source: warning, grace and lock-out differ by market and machine: on a Connect+ in Canada about day 21, 7 days, day 28
    (docs/requirements.yaml). Those of the IS-420 and IS-440 and of the United Kingdom were not found.

    Scenario Outline: On <day> the inspection is <standing>
      Given a postal inspection was made today
      When it becomes <day>
      Then the meter says that its inspection is <standing>

      Examples:
        | day                              | standing |
        | the day of the inspection        | in order |
        | the last day before the warning  | in order |
        | the first day of the warning     | due      |
        | the last day before the lock-out | due      |
        | the day of the lock-out          | locked   |
        | a year after the inspection      | locked   |

    Scenario Outline: On <day> a new meter that was never inspected is <standing>
      When it becomes <day>
      Then the meter says that its inspection is <standing>

      Examples:
        | day                              | standing |
        | the last day before the warning  | in order |
        | the last day before the lock-out | due      |
        | the day of the lock-out          | locked   |

    Scenario: The days pass one by one
      Given a postal inspection was made today
      When the days until the lock-out pass one by one
      Then the meter says that its inspection is locked
      And the meter does not frank

  @FUN-INS-02 @assumed
  Rule: Until the lock-out a meter franks, from its first instant on it does not
    Source: locked means postage printing only (docs/requirements.yaml).

    Scenario Outline: A meter on <day>
      Given a postal inspection was made today
      And the books are noted
      And it is <day>
      When a piece is put through
      Then the piece bears postage
      And the piece was taken from the credit

      Examples:
        | day                              |
        | the last day before the warning  |
        | the first day of the warning     |
        | the last day before the lock-out |

    Scenario: A locked meter
      Given the books are noted
      And it is the day of the lock-out
      When a piece is put through
      Then the piece bears no postage
      And the books are as they were

    Scenario: The last second before the lock-out
      Given a postal inspection was made today
      When it is 1 second before the day of the lock-out
      Then the meter says that its inspection is due
      And the meter franks

    Scenario: The first instant of the lock-out
      Given a postal inspection was made today
      When the day of the lock-out begins
      Then the meter says that its inspection is locked
      And the meter does not frank

    Scenario: The last second before the warning
      Given a postal inspection was made today
      When it is 1 second before the first day of the warning
      Then the meter says that its inspection is in order

    Scenario: The first instant of the warning
      Given a postal inspection was made today
      When the first day of the warning begins
      Then the meter says that its inspection is due

  @FUN-INS-03 @assumed
  Rule: The panel of a locked meter works
    Source: the panel stays usable (docs/requirements.yaml).

    Scenario: Its registers, its rates and its last refills can be read
      Given the meter was refilled with £50.00
      And the books are noted
      When it becomes the day of the lock-out
      Then the books are as they were
      And the last refills are
        | £50.00 |
      And the meter has installed what it was made with

    @is400
    Scenario: Not even a piece without postage is franked
      Given it is the day of the lock-out
      When an envelope of £0.00 is franked
      Then the envelope comes out blank

  @FUN-INS-04 @assumed
  Rule: Every contact is an inspection and unlocks the meter
    Source: recovery is always a connection: inspection, balance check or refill (docs/requirements.yaml); a refill
    counts as an inspection (3).

    Scenario Outline: A locked meter after <call>
      Given it is the day of the lock-out
      And the books are noted
      When <call> is made
      Then the call is done
      And the meter says that its inspection is in order
      And the meter franks
      And the Data Centre has made 1 inspection more

      Examples:
        | call                |
        | a refill            |
        | a balance inquiry   |
        | a postal inspection |
        | a synchronisation   |

    Scenario Outline: The days are counted anew from <call> on the first day of the warning
      Given a postal inspection was made today
      And it was the first day of the warning
      And <call> was made today
      When it becomes the last day before the lock-out
      Then the meter says that its inspection is due
      And the meter franks

      Examples:
        | call                |
        | a refill            |
        | a balance inquiry   |
        | a postal inspection |
        | a synchronisation   |

    Scenario: An inspection before it is due counts as well
      Given a postal inspection was made today
      And it was the last day before the warning
      And a postal inspection was made today
      When it becomes the last day before the warning
      Then the meter says that its inspection is in order

    Scenario: And so does the lock-out that follows
      Given a postal inspection was made today
      And it was the first day of the warning
      And a postal inspection was made today
      When it becomes the day of the lock-out
      Then the meter says that its inspection is locked

    Scenario: A refused refill is a contact too
      Given it is the day of the lock-out
      And the postage account holds £0.00 prepaid and £0.00 on credit
      And the books are noted
      When a refill is made
      Then the refill is refused
      And the meter says that its inspection is in order
      And the Data Centre has made 1 inspection more

  @FUN-INS-05 @assumed
  Rule: A call that breaks off before the inspection unlocks nothing
    Source: recovery is a connection (docs/requirements.yaml).

    Scenario Outline: <call> whose <message> meets "<trouble>"
      Given it is the day of the lock-out
      And <call> has come to its <message>
      And this message meets "<trouble>"
      When the call comes to its end
      Then the call has failed
      And the meter says that its inspection is locked
      And the meter does not frank

      Examples:
        | call                | message    | trouble                      |
        | a refill            | opening    | out of order                 |
        | a balance inquiry   | opening    | connection reset             |
        | a postal inspection | opening    | answer lost                  |
        | a synchronisation   | opening    | no answer                    |
        | a synchronisation   | opening    | no answer after carrying out |
        | a postal inspection | inspection | out of order                 |
        | a postal inspection | inspection | connection reset             |
        | a postal inspection | inspection | answer lost                  |
        | a postal inspection | inspection | no answer                    |
        | a postal inspection | inspection | no answer after carrying out |

    @requires:network
    Scenario: The network is unplugged
      Given it is the day of the lock-out
      And the network is unplugged
      When a postal inspection is made
      Then the call has failed
      And the meter says that its inspection is locked

    Scenario: The next call after one that failed unlocks the meter
      Given it is the day of the lock-out
      And the next message to the Data Centre meets "out of order"
      And a postal inspection is made
      When a postal inspection is made
      Then the call is done
      And the meter franks

  @FUN-INS-06 @assumed @requires:power
  Rule: The days pass while the power is off, and the power does not begin them anew
    Source: as @FUN-INS-02.

    Scenario: The meter is switched off until the day of the lock-out
      Given a postal inspection was made today
      And the power is cut
      And it is the day of the lock-out
      When the power comes back
      Then the meter says that its inspection is locked
      And the meter does not frank

    Scenario: The meter is switched off until the last day before it
      Given a postal inspection was made today
      And the power is cut
      And it is the last day before the lock-out
      When the power comes back
      Then the meter says that its inspection is due
      And the meter franks

    Scenario: A power cut does not unlock the meter
      Given it is the day of the lock-out
      When the power is cut and comes back
      Then the meter says that its inspection is locked

    Scenario: A power cut on the first day of the warning
      Given a postal inspection was made today
      And it is the first day of the warning
      When the power is cut and comes back
      Then the meter says that its inspection is due

    Scenario: An inspection is kept when the power is cut
      Given it was the first day of the warning
      And a postal inspection was made today
      When the power is cut and comes back
      Then the meter says that its inspection is in order
