@is400 @requires:data-centre @requires:clock
Feature: Postal inspection on the IS-420 and IS-440
  What holds on every machine stands in features/funds/inspection.feature; here are the screens of this one. The warning
  after 60 days and the lock-out after 90 are assumed for the United Kingdom.

  @IS4-INS-01
  Rule: Users make the postal inspection at 7.3
    Source: My Funds > Postal Inspection, guide of the IM-280 p. 75 and event message PSD-03-023. What the screens say is
    assumed.

    @procedure
    Scenario: The key sequence
      Given a meter in "No Account" mode
      And a user session
      When these keys are pressed
        | press MENU                 |    |
        | select "My Credit"         | OK |
        | select "Postal Inspection" | OK |
      Then the screen "Postal Inspection" is shown
      And after OK the screen "Connecting to the server" is shown
      And the call ends with "Call Complete"
      And the display shows these rows
        | Postal inspection done. |

    Scenario: 7.3 is its number
      Given a meter in "No Account" mode
      And a user session
      When the keys MENU 7 3 are pressed
      Then the screen "Postal Inspection" is shown

    @assumed
    Scenario: The last inspection and the last day for the next are shown
      Given the screen "User Menu > Postal Inspection" is open
      Then the display shows these rows
        | Last inspection: 2026-01-05    |
        | Next inspection by: 2026-04-04 |
        | OK calls the server.           |

    @assumed
    Scenario: An inspection moves both days
      Given the meter's clock stands at "2026-02-10 09:00"
      And the machine calls for a postal inspection
      When the keys OK 3 are pressed
      Then the display shows "Last inspection: 2026-02-10"
      And the display shows "Next inspection by: 2026-05-10"

    Scenario: C leaves without a call
      Given the screen "User Menu > Postal Inspection" is open
      When the key C is pressed
      Then the screen "My Credit" is shown
      And the server had no message

    @requires:network @assumed
    Scenario: A call that fails says why and moves no day
      Given the meter's clock stands at "2026-02-10 09:00"
      And the network is unplugged
      And the machine calls for a postal inspection
      And the screen "Call Failed" is shown
      And the meter beeps
      And the display shows "No connection to the server."
      When the keys OK 3 are pressed
      Then the display shows "Last inspection: 2026-01-05"

  @IS4-INS-02 @assumed
  Rule: Home tells when an inspection is due
    Source: that warnings exist is known of siblings ("INSPECTION DUE", IJ series); their place and days were not found.

    Scenario Outline: On <day> Home says "<text>"
      Given a meter in "No Account" mode
      And a user session
      When <day> begins
      Then the display shows "<text>"

      Examples:
        | day                              | text                               |
        | the first day of the warning     | Inspection due in 30 days          |
        | the last day before the lock-out | Inspection due in 1 day            |
        | the day of the lock-out          | Locked: postal inspection required |

    Scenario: Before the warning Home says nothing of it
      Given a meter in "No Account" mode
      And a user session
      When the last day before the warning begins
      Then the display shows these rows
        | Credit: £100.00 |

    Scenario: The day is counted on at midnight
      Given a meter in "No Account" mode
      And a user session
      And the first day of the warning begins
      When 23 hours later the keys UP are pressed
      Then the display shows "Inspection due in 30 days"
      And after 1 hour the screen "Home" is shown
      And the display shows "Inspection due in 29 days"

    Scenario: After an inspection Home says nothing of it
      Given it is the first day of the warning
      And the machine calls for a postal inspection
      When the keys OK HOME are pressed
      Then the display shows these rows
        | Credit: £100.00 |

    Scenario: The screen of the inspection says it too
      Given it is the first day of the warning
      When the screen "User Menu > Postal Inspection" is open
      Then the display shows "Inspection due in 30 days"

  @IS4-INS-03 @requires:mail
  Rule: A locked machine franks nothing and shows PSD-03-023
    Source: event message PSD-03-023 "The PSD status is locked", which lists the IS-420 and IS-440; a postal inspection
    ends it.

    Scenario: The code and the reason
      Given a meter in "No Account" mode
      And it is the day of the lock-out
      When an envelope of 45 p is franked
      Then the meter refuses because the PSD is locked
      And the display shows "PSD-03-023"
      And the meter beeps
      And the envelope comes out blank
      And the registers are unchanged

    Scenario: OK takes the message away
      Given it is the day of the lock-out
      And an envelope of 45 p is franked
      When the key OK is pressed
      Then the screen "Home" is shown
      And the display shows "Locked: postal inspection required"

    Scenario: An envelope without postage is refused too
      Given a meter in "No Account" mode
      And it is the day of the lock-out
      When an envelope of 0 p is franked
      Then the meter refuses because the PSD is locked
      And the envelope comes out blank
      And the registers are unchanged

    Scenario: The account is not charged
      Given a meter in Accounts mode
      And a user session
      And it is the day of the lock-out
      When an envelope of 45 p is franked
      Then the envelope comes out blank
      And account 1 has 0 items and 0 p

    Scenario: Midnight locks a machine at which nobody presses a key
      Given a meter in "No Account" mode
      And an envelope of 45 p was franked
      And the last day before the lock-out begins
      And an envelope is put in
      And the imprint reads 45 p and piece 2
      When the day of the lock-out begins
      And an envelope is put in
      Then the envelope comes out blank
      And the display shows "PSD-03-023"

    Scenario: It is locked before it lacks credit
      Given a meter in "No Account" mode
      And an envelope of £60.00 was franked
      And it is the day of the lock-out
      When an envelope of £60.00 is franked
      Then the meter refuses because the PSD is locked

    Scenario: It is locked after a power cut too
      Given a meter in "No Account" mode
      And it is the day of the lock-out
      And the power was cut and came back
      When an envelope of 45 p is franked
      Then the meter refuses because the PSD is locked

    Scenario: It stays locked after a call that failed
      Given a meter in "No Account" mode
      And it is the day of the lock-out
      And the next message to the Data Centre meets "out of order"
      And the machine calls for a postal inspection
      And the screen "Call Failed" is shown
      When an envelope of 45 p is franked
      Then the meter refuses because the PSD is locked

    Scenario: A postal inspection unlocks it
      Given a meter in "No Account" mode
      And it is the day of the lock-out
      And the machine calls for a postal inspection
      When an envelope of 45 p is franked
      Then the imprint reads 45 p and piece 1

    Scenario Outline: Its panel works: <screen>
      Given a meter in "No Account" mode
      And it is the day of the lock-out
      When the screen "<screen>" is open
      Then the screen "<title>" is shown

      Examples:
        | screen                            | title                  |
        | User Menu > Main Menu             | Main Menu              |
        | User Menu > Credit                | Credit                 |
        | User Menu > Funds Summary         | Funds Summary          |
        | Supervisor > Account Mode Selection | Account Mode Selection |
        | Supervisor > Rate Management      | Rate Management        |

    Scenario: Credit can be added to it
      Given a meter in "No Account" mode
      And it is the day of the lock-out
      And £120.00 of credit were added
      When an envelope of 45 p is franked
      Then the imprint reads 45 p and piece 1
      And £219.55 of credit are left
