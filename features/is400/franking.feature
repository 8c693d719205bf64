@is400 @requires:mail
Feature: Franking and registers of the IS-420 and IS-440
  Source: Credit Summary report of the IS-430 guide p. 107: control total = ascending + descending,
  total items = zero items + items with postage.

  @IS4-FRK-01
  Rule: An envelope moves the registers by its postage and one item

    Scenario Outline: An envelope of <postage>
      Given a meter in "No Account" mode
      When an envelope of <postage> is franked
      Then the imprint reads <postage>
      And the registers moved by <postage> and 1 item
      And the registers balance

      Examples:
        | postage |
        | 1 p     |
        | 45 p    |
        | £1.00   |
        | £10.05  |

    Scenario: One envelope after the other
      Given a meter in "No Account" mode
      When 3 envelopes of 45 p are franked
      Then the imprint reads 45 p and piece 3
      And the registers moved by £1.35 and 3 items
      And the registers balance

    Scenario: The postage stays for the next envelope
      Given a meter in "No Account" mode
      And an envelope of 45 p was franked
      When an envelope is put in
      Then the imprint reads 45 p and piece 2
      And the registers moved by 90 p and 2 items

    Scenario: The credit at the home screen goes down
      Given a meter in "No Account" mode
      When an envelope of £1.50 is franked
      Then the display shows "Credit: £98.50"
      And the registers moved by £1.50 and 1 item

    Scenario: An envelope without postage is a zero item
      Given a meter in "No Account" mode
      When an envelope of 0 p is franked
      Then the imprint reads 0 p
      And the registers moved by 1 zero item alone
      And the registers balance

    Scenario: Zero items and others are counted apart
      Given a meter in "No Account" mode
      And an envelope of 0 p was franked
      And an envelope of 45 p was franked
      When the screen "Funds Summary" is open
      Then the display shows these rows
        | Used: £0.45             |
        | Available: £99.55       |
        | Control total: £100.00  |
        | Non-zero items: 1       |
        | Zero items: 1           |
        | Total items: 2          |

    Scenario: User and supervisor read the same registers
      Given a meter in "No Account" mode
      And an envelope of 45 p was franked
      And the registers are noted
      When the supervisor menu is opened
      Then the registers are unchanged

  @IS4-FRK-02
  Rule: The postage is charged to the account in use

    Background:
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status |
        | 1201   | Marketing | active |
        | 1310   | Sales     | active |

    Scenario: The account has the item and the postage
      Given a user session on account 1201
      When an envelope of 45 p is franked
      Then account 1201 has 1 item and 45 p
      And the registers moved by 45 p and 1 item

    Scenario: The other accounts are not charged
      Given a user session on account 1201
      When an envelope of 45 p is franked
      Then account 1310 has 0 items and 0 p
      And account 1 has 0 items and 0 p

    Scenario: What accounts were charged adds up
      Given a user session on account 1201
      And an envelope of 45 p was franked
      When a user starts a session on account 1310
      And 2 envelopes of £1.20 are franked
      Then account 1201 has 1 item and 45 p
      And account 1310 has 2 items and £2.40
      And the registers moved by £2.85 and 3 items

    Scenario: Users read the report on their account
      Given a user session on account 1310
      When 2 envelopes of 45 p are franked
      Then the user's own report is account 1310 "Sales" with 2 items and 90 p

    Scenario: A zero item counts as an item of the account
      Given a user session on account 1201
      When an envelope of 0 p is franked
      Then account 1201 has 1 item and 0 p
      And the registers moved by 1 zero item alone

    Scenario: An account stays charged when it is deactivated
      Given a user session on account 1201
      And an envelope of 45 p was franked
      When the supervisor makes account 1201 inactive
      Then account 1201 has 1 item and 45 p
      And the registers moved by 45 p and 1 item

    Scenario: Accounts stay charged when the mode changes
      Given a user session on account 1201
      And an envelope of 45 p was franked
      And the supervisor sets the mode "No Account"
      When the supervisor sets the mode "Accounts"
      Then account 1201 has 1 item and 45 p
      And the registers moved by 45 p and 1 item

    Scenario: Without accounts no account is charged
      Given the supervisor sets the mode "No Account"
      And an envelope of 45 p was franked
      When the supervisor sets the mode "Accounts"
      Then account 1 has 0 items and 0 p
      And account 1201 has 0 items and 0 p
      And the registers moved by 45 p and 1 item

  @IS4-FRK-03
  Rule: No more postage is franked than there is credit

    Scenario: Postage above the credit is refused and nothing moves
      Given a meter in "No Account" mode
      And an envelope of £60.00 was franked
      And the registers are noted
      When an envelope of £40.01 is franked
      Then the meter refuses because the credit is too low
      And the envelope comes out blank
      And the registers are unchanged

    Scenario: The account is not charged either
      Given a meter in Accounts mode
      And a user session
      And an envelope of £60.00 was franked
      When an envelope of £60.00 is franked
      Then the envelope comes out blank
      And account 1 has 1 item and £60.00

    Scenario: The credit can be used up
      Given a meter in "No Account" mode
      And an envelope of £60.00 was franked
      When an envelope of £40.00 is franked
      Then the imprint reads £40.00
      And 0 p are left
      And the registers balance

    Scenario: Without credit there are zero items only
      Given a meter in "No Account" mode
      And an envelope of £60.00 was franked
      And an envelope of £40.00 was franked
      When an envelope of 1 p is franked
      Then the envelope comes out blank
      And 0 p are left

    Scenario: After the refusal less postage is franked
      Given a meter in "No Account" mode
      And an envelope of £60.00 was franked
      And an envelope of £60.00 is franked
      And the meter refuses because the credit is too low
      When an envelope of £1.00 is franked
      Then the imprint reads £1.00
      And the registers moved by £61.00 and 2 items

  @IS4-FRK-04
  Rule: Envelopes are franked at the home screen alone

    Scenario: Nothing is franked while a supervisor is logged in
      Given a meter in Accounts mode
      And the supervisor menu
      When an envelope is put in
      Then the envelope comes out blank
      And the meter beeps
      And the registers are unchanged

    Scenario Outline: Nor in the supervisor's <screen>
      Given a meter in Accounts mode
      And the screen "<screen>" is open
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

      Examples:
        | screen                 |
        | Account Management     |
        | Account Mode Selection |
        | Account List           |
        | Add Account            |
        | Funds Summary          |

    Scenario: Nothing is franked before the shared PIN
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And the beginning of a session
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

    Scenario: Nothing is franked before an operator's PIN
      Given a meter in "Accounts with Access Control" mode with PIN "7310"
      And the beginning of a session
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

    Scenario: Nothing is franked before an account's PIN
      Given a meter in "Account with PIN Code" mode with PIN "7310"
      And the beginning of a session
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

    Scenario: Nothing is franked at the refusal of a PIN
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And a user starts a session with PIN "9999"
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

    Scenario: Nothing is franked before an account is chosen
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the beginning of a session
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

    Scenario: Nothing is franked without an active account
      Given a meter in Accounts mode
      And the supervisor makes account 1 inactive
      And the beginning of a session
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

    Scenario: Nothing is franked in the user menu
      Given a meter in Accounts mode
      And the user menu is opened
      When an envelope is put in
      Then the envelope comes out blank
      And the meter beeps
      And the registers are unchanged

    Scenario: Nothing is franked at the supervisor log-in
      Given a meter in Accounts mode
      And the screen "Supervisor Log-in" is open
      When an envelope is put in
      Then the envelope comes out blank
      And the registers are unchanged

    @requires:network
    Scenario: Nothing is franked while the PC is called
      Given a meter in "No Account" mode
      And the supervisor chooses the mode "Remote Account Management"
      When an envelope is put in
      Then the envelope comes out blank
      And after 1 minute the screen "Account Mode Changed" is shown
      And the registers are unchanged

  @IS4-FRK-05 @assumed
  Rule: Postage is keyed in digit by digit

    Scenario Outline: The keys <keys>
      Given a meter in "No Account" mode
      And a user session
      When the keys <keys> are pressed
      Then the field reads "<postage>"

      Examples:
        | keys      | postage |
        | 4         | 0.04    |
        | 4 5       | 0.45    |
        | 1 0 5     | 1.05    |
        | 9 9 9 9   | 99.99   |
        | 4 5 C     | 0.04    |
        | 4 5 C 0   | 0.40    |
        | 1 0 5 C C | 0.00    |

    Scenario: The envelope bears what was keyed in
      Given a meter in "No Account" mode
      And a user session
      And the keys 1 0 5 C 7 are pressed
      When an envelope is put in
      Then the imprint reads £1.07
      And the registers moved by £1.07 and 1 item

    Scenario: Postage is kept while the menu is open
      Given a meter in "No Account" mode
      And a user session
      And the keys 4 5 are pressed
      When the keys MENU C are pressed
      Then the screen "Home" is shown
      And the field reads "0.45"

    Scenario: The largest postage is franked
      Given a meter in "No Account" mode
      When an envelope of £99.99 is franked
      Then the imprint reads £99.99
      And the registers moved by £99.99 and 1 item

    Scenario: A digit more is refused
      Given a meter in "No Account" mode
      And a user session
      When the keys 9 9 9 9 9 are pressed
      Then the display shows "No more than 4 characters."
      And after OK the field reads "99.99"

  @IS4-FRK-06
  Rule: The imprint on the envelope says what was franked

    @requires:operator
    Scenario: A person reads the envelope
      Given a meter in "No Account" mode
      When an envelope of 45 p is franked
      Then the operator confirms that "the imprint reads £0.45 and today's date"
      And the operator confirms that "the imprint is whole and legible"
