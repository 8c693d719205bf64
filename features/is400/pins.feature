@is400
Feature: PINs of the IS-420 and IS-440
  Source: IS-440 guide p. 106 and 143; IN-360 guide p. 82 and 139; IS-280 guide p. 119.

  @IS4-PIN-01
  Rule: The supervisor menu opens with the supervisor PIN alone

    Scenario: The supervisor PIN opens it
      Given a meter at its home screen
      When the supervisor PIN is entered at the supervisor log-in
      Then the screen "Supervisor Menu" is shown
      And the display never showed the supervisor PIN

    Scenario Outline: Wrong PINs do not open it
      Given a meter at its home screen
      When PIN "<digits>" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1
      And after OK the screen "Supervisor Log-in" is shown
      And the meter asks for a PIN

      Examples:
        | digits |
        | 0000   |
        | 12     |
        |        |

    Scenario: A PIN that is wrong in its last digit only does not open it
      Given a meter at its home screen
      When the supervisor PIN with another last digit is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1

    Scenario: A fifth digit is refused
      Given the screen "Supervisor Log-in" is open
      When these keys are pressed
        | type PIN "12345" | |
      Then the meter refuses because the PIN is too long
      And after OK the screen "Supervisor Log-in" is shown

    Scenario: A user's PIN does not open it
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And a user session with PIN "7310"
      When PIN "7310" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1

    Scenario: An operator's PIN does not open it
      Given a meter in "Accounts with Access Control" mode with PIN "7310"
      And a user session with PIN "7310"
      When PIN "7310" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1

    Scenario: C leaves the log-in
      Given a meter in "No Account" mode
      And the screen "Supervisor Log-in" is open
      When the key C is pressed
      Then the screen "Home" is shown

    Scenario: Digits of a PIN that was not finished are forgotten
      Given a meter in "No Account" mode
      And the screen "Supervisor Log-in" is open
      And the keys 4 3 2 HOME are pressed
      When these keys are pressed
        | press MENU          |    |
        | select "Supervisor" | OK |
      Then the screen "Supervisor Log-in" is shown
      And the meter asks for a PIN

  @IS4-PIN-02 @assumed
  Rule: Wrong PINs in a row are counted

    Scenario: The second wrong PIN is number two
      Given PIN "0000" is entered at the supervisor log-in
      And the meter refuses the PIN and counts 1
      When PIN "1111" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 2

    Scenario: The count goes on after the log-in was left
      Given PIN "0000" is entered at the supervisor log-in
      And the keys OK HOME are pressed
      When PIN "1111" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 2

    Scenario: A right PIN ends the count
      Given PIN "0000" is entered at the supervisor log-in
      And the supervisor PIN is entered at the supervisor log-in
      And the key HOME is pressed
      When PIN "0000" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1

    Scenario: After many wrong PINs the right one still opens
      Given a wrong PIN was entered 20 times at the supervisor log-in
      When the supervisor PIN is entered at the supervisor log-in
      Then the screen "Supervisor Menu" is shown

    Scenario: Users' wrong PINs are not counted as the supervisor's
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And a user starts a session with PIN "9999"
      And the meter refuses the PIN and counts 1
      When a user starts a session with PIN "7310"
      And PIN "9999" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1

  @IS4-PIN-03 @assumed
  Rule: A PIN is never shown

    Scenario: Digits are masked as they are typed
      Given the screen "Supervisor Log-in" is open
      When these keys are pressed
        | type PIN "9157" | |
      Then the field reads "••••"
      And the display never showed PIN "9157"

    Scenario: C takes a masked digit away
      Given the screen "Supervisor Log-in" is open
      When the keys 9 1 5 C are pressed
      Then the field reads "••"

    Scenario: A refusal does not show what was wrong
      Given a meter at its home screen
      When PIN "9157" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1
      And the display never showed PIN "9157"

    Scenario Outline: A new PIN is not shown either
      Given a meter in Accounts mode
      When the supervisor sets the mode <mode> with PIN "9157"
      Then the current mode is <mode>
      And the display never showed PIN "9157"

      Examples:
        | mode                             |
        | "No Account with Access Control" |
        | "Accounts with Access Control"   |
        | "Account with PIN Code"          |

    Scenario: Nor at the start of a session
      Given a meter in "No Account with Access Control" mode with PIN "9157"
      When a user starts a session with PIN "9157"
      Then the screen "Home" is shown
      And the display never showed PIN "9157"

    Scenario: Nor where it is changed
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      When the supervisor changes the shared PIN "9157"
      Then the display shows "The PIN code was changed."
      And the display never showed PIN "9157"

  @IS4-PIN-04
  Rule: Where users need a PIN, only the right one starts a session

    Scenario: The shared PIN starts a session
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      When a user starts a session with PIN "7310"
      Then the screen "Home" is shown

    Scenario Outline: Another shared PIN is refused
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      When a user starts a session with PIN "<digits>"
      Then the meter refuses the PIN and counts 1
      And after OK the screen "Enter PIN Code" is shown

      Examples:
        | digits |
        | 7311   |
        | 731    |
        | 0137   |
        |        |

    Scenario: A session that needs a PIN offers nothing without it
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And the beginning of a session
      When the keys MENU HOME OK are pressed
      Then the meter refuses the PIN and counts 1

    Scenario Outline: The supervisor PIN in place of a user's opens the supervisor menu
      Given a meter in <mode> mode with PIN "7310"
      When a session is started with the supervisor PIN
      Then the screen "Supervisor Menu" is shown
      And the current mode is <mode>

      Examples:
        | mode                             |
        | "No Account with Access Control" |
        | "Accounts with Access Control"   |
        | "Account with PIN Code"          |

    Scenario: A right shared PIN ends the count
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And a user starts a session with PIN "9999"
      And a user starts a session with PIN "7310"
      When a user starts a session with PIN "9999"
      Then the meter refuses the PIN and counts 1
