@is400
Feature: Typing on the IS-420 and IS-440
  Source: seed "press a key several times like a mobile phone (for example, press 6 twice for N)";
  IS-440 guide p. 78: "C once clears a digit, twice the field". The letters of the other keys are those
  of the telephone layout, which fits the one example.

  @IS4-TYP-01
  Rule: A key pressed several times gives its letters in turn

    Scenario: 6 twice is N
      Given the name field of a new account
      When the keys 6 6 are pressed
      Then the field reads "N"

    @assumed
    Scenario Outline: The keys <keys>
      Given the name field of a new account
      When the keys <keys> are pressed
      Then the field reads "<text>"

      Examples:
        | keys      | text |
        | 6         | M    |
        | 6 6 6     | O    |
        | 2         | A    |
        | 2 2       | B    |
        | 2 2 2     | C    |
        | 3 3 3     | F    |
        | 4 4 4     | I    |
        | 5 5       | K    |
        | 7 7 7 7   | S    |
        | 8 8 8     | V    |
        | 9 9 9 9   | Z    |
        | 1         | .    |
        | 1 1       | -    |
        | 1 1 1     | &    |
        | 2 2 2 2   | 2    |
        | 6 6 6 6   | 6    |
        | 7 7 7 7 7 | 7    |
        | 0 0       | 0    |

    @assumed
    Scenario Outline: After the last character of a key comes the first: <keys>
      Given the name field of a new account
      When the keys <keys> are pressed
      Then the field reads "<text>"

      Examples:
        | keys        | text |
        | 6 6 6 6 6   | M    |
        | 6 6 6 6 6 6 | N    |
        | 7 7 7 7 7 7 | P    |

    Scenario: Letters of different keys follow each other
      Given the name field of a new account
      When the keys 6 6 2 7 7 are pressed
      Then the field reads "NAQ"

    Scenario: The account bears the name that was typed
      Given a meter in Accounts mode
      And the screen "Add Account" is open
      When these keys are pressed
        | press 1 2 0 1       | OK |
        | press 6 6 2 6       | OK |
        | press OK            | OK |
      Then the account list gains account 1201 "NAM", active

    Scenario: Digits are typed by one press in a number
      Given the number field of a new account
      When the keys 6 6 1 1 0 are pressed
      Then the field reads "66110"

  @IS4-TYP-02 @assumed
  Rule: Two letters of the same key are parted by a pause or by RIGHT

    @requires:clock
    Scenario: After a pause the key begins another letter
      Given the name field of a new account
      When the keys 6 are pressed, and 2 seconds later 6
      Then the field reads "MM"

    @requires:clock
    Scenario: Without a pause it is the next letter
      Given the name field of a new account
      When the keys 6 are pressed, and 500 milliseconds later 6
      Then the field reads "N"

    @requires:clock
    Scenario: The pause begins again with each press
      Given the name field of a new account
      And the keys 6 are pressed, and 700 milliseconds later 6
      When 700 milliseconds later the key 6 is pressed
      Then the field reads "O"

    @requires:clock
    Scenario: A pause keeps the letter that was reached
      Given the name field of a new account
      When the keys 6 6 are pressed, and 2 seconds later 6 6
      Then the field reads "NN"

    Scenario: RIGHT takes the letter at once
      Given the name field of a new account
      When the keys 6 6 RIGHT 6 6 6 are pressed
      Then the field reads "NO"

    Scenario: RIGHT types nothing
      Given the name field of a new account
      When the keys RIGHT 6 RIGHT RIGHT are pressed
      Then the field reads "M"

  @IS4-TYP-03
  Rule: C clears a character, C twice the field

    Scenario: C once clears the last character
      Given the name field of a new account
      And "NAME" is typed
      When the key C is pressed
      Then the field reads "NAM"

    Scenario: C twice clears the field
      Given the name field of a new account
      And "NAME" is typed
      When the keys C C are pressed
      Then the field reads ""

    Scenario: C twice clears a number too
      Given the number field of a new account
      And "12017" is typed
      When the keys C C are pressed
      Then the field reads ""

    @assumed @requires:clock
    Scenario: C twice with a pause clears two characters
      Given the name field of a new account
      And "NAME" is typed
      When the keys C are pressed, and 2 seconds later C
      Then the field reads "NA"

    @assumed @requires:clock
    Scenario: Half a second is no pause
      Given the name field of a new account
      And "NAME" is typed
      When the keys C are pressed, and 500 milliseconds later C
      Then the field reads ""

    Scenario: A key between two C parts them
      Given the name field of a new account
      And "NAME" is typed
      When the keys C 6 C are pressed
      Then the field reads "NAM"

    Scenario: C clears a letter that is still being chosen
      Given the name field of a new account
      When the keys 6 6 C 6 are pressed
      Then the field reads "M"

    @assumed
    Scenario: C in an empty field leads back
      Given the name field of a new account
      When the key C is pressed
      Then the screen "Add Account" is shown
      And the field for "Account number" reads "77"

    Scenario: A name that was cleared is typed anew
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor opens "Edit / Modify" of account 1201
      When these keys are pressed
        | press C C 6 6 | OK |
        | press OK      | OK |
      Then the account list shows account 1201 as "N", active

  @IS4-TYP-04 @assumed
  Rule: UP changes between capitals, small letters and digits

    Scenario Outline: The keys <keys>
      Given the name field of a new account
      When the keys <keys> are pressed
      Then the field reads "<text>"
      And the field takes "<mode>"

      Examples:
        | keys              | text | mode   |
        | 6 6               | N    | upper  |
        | UP 6 6            | n    | lower  |
        | UP UP 6 6         | 66   | digits |
        | UP UP UP 6 6      | N    | upper  |
        | 6 6 UP 6 6        | Nn   | lower  |
        | 6 UP 2 UP 2 UP 2  | Ma2A | upper  |

    Scenario: Capitals and small letters are different names
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor adds account 1310 "MARKETING" as active
      Then the account list gains account 1310 "MARKETING", active

    Scenario: Numbers have letters only where the profile says so
      Given the number field of a new account
      When the key UP is pressed
      Then the field takes letters only where numbers may have them

    Scenario: A number begins with digits
      Given the number field of a new account
      When the keys 1 2 are pressed
      Then the field takes "digits"
      And the field reads "12"
