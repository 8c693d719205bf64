@is400 @requires:data-centre
Feature: Adding credit on the IS-420 and IS-440
  Source: IS-440 guide p. 78 and IS-420 guide p. 77 (My Credit > Credit): the amount, which is that of the
  previous transaction at first, then the PIN code, then OK on "Confirm - Add Credit". Wording of other messages and
  the numbers of menus that no guide names are assumed.

  @IS4-CRD-01
  Rule: The amount offered is that of the previous transaction
    Source: IS-440 guide p. 78; IS-420 guide p. 77.

    @assumed
    Scenario: A machine that never added credit offers the usual amount
      Given a meter in "No Account" mode
      When credit is opened
      Then the field for "Amount" reads "100.00"

    Scenario Outline: After £<added> were added £<added> are offered
      Given £<added> of credit were added
      When credit is opened
      Then the field for "Amount" reads "<added>"

      Examples:
        | added  |
        | 10.00  |
        | 250.00 |

    Scenario: The last of two counts
      Given £250.00 of credit were added
      And £70.00 of credit were added
      When credit is opened
      Then the field for "Amount" reads "70.00"

    Scenario: The amount is remembered without power
      Given £70.00 of credit were added
      And the power was cut and came back
      When credit is opened
      Then the field for "Amount" reads "70.00"

    Scenario: An amount that was not confirmed is no transaction
      Given £70.00 of credit were added
      And a user goes as far as confirming £30.00 of credit
      And the key HOME is pressed
      When credit is opened
      Then the field for "Amount" reads "70.00"

    Scenario: An amount that was refused is no transaction
      Given £70.00 of credit were added
      And £5000.00 of credit are asked for
      And the screen "Credit Refused" is shown
      And the keys OK HOME are pressed
      When credit is opened
      Then the field for "Amount" reads "70.00"

    Scenario: The offered amount is added by OK alone
      Given £70.00 of credit were added
      And credit is opened
      When the keys OK OK are pressed
      And the call ends
      Then the display shows "Credit added: £70.00"
      And credit of £140.00 was added in all

  @IS4-CRD-02
  Rule: The amount is confirmed before the machine calls
    Source: IS-440 guide p. 78: "Confirm - Add Credit", OK starts the call.

    @procedure
    Scenario: The manual's own key sequence
      Given a meter in "No Account" mode
      And a user session
      When these keys are pressed
        | press MENU         |    |
        | select "My Credit" | OK |
        | select "Credit"    | OK |
        | type "12000"       | OK |
      Then the screen "Confirm - Add Credit" is shown
      And the display shows these rows
        | Amount: £120.00 |
      And after OK the screen "Connecting to the server" is shown
      And the call ends with "Credit Added"

    Scenario: 7.2 is the number of Credit
      Given a meter in "No Account" mode
      And a user session
      When the keys MENU 7 2 are pressed
      Then the screen "Credit" is shown

    Scenario: Nothing is asked of the server before OK
      Given a meter in "No Account" mode
      When a user goes as far as confirming £120.00 of credit
      Then the screen "Confirm - Add Credit" is shown
      And the server had no message
      And credit of £0.00 was added in all

    Scenario: C on the confirmation leads back to the amount
      Given a user goes as far as confirming £120.00 of credit
      When the key C is pressed
      Then the field for "Amount" reads "120.00"
      And the server had no message

    Scenario: C once takes a digit of the amount away
      Given credit is opened
      When the key C is pressed
      Then the field for "Amount" reads "10.00"

    Scenario: C twice in a row clears the amount
      Given credit is opened
      When the keys C C are pressed
      Then the field for "Amount" reads "0.00"

    Scenario: Keys are dead while the machine calls
      Given a meter in "No Account" mode
      And a call for £120.00 of credit was begun
      When the keys C HOME MENU 9 OK are pressed
      Then the screen "Connecting to the server" is shown
      And the call ends with "Credit Added"

  @IS4-CRD-03 @assumed
  Rule: Amounts are from £10.00 to £50000.00 in steps of £10.00
    Source: IN-750 article of the vendor in the United Kingdom; the limits of these machines were not found.

    Scenario Outline: £<amount> is refused and the limits are named
      Given a meter in "No Account" mode
      When £<amount> is entered as credit
      Then the meter refuses the amount and names £10.00, £50000.00 and £10.00
      And the server had no message

      Examples:
        | amount   |
        | 0.00     |
        | 5.00     |
        | 9.99     |
        | 10.01    |
        | 15.00    |
        | 50000.01 |
        | 50010.00 |

    Scenario Outline: £<amount> is taken
      Given a meter in "No Account" mode
      When £<amount> is entered as credit
      Then the screen "Confirm - Add Credit" is shown
      And the display shows "Amount: £<amount>"

      Examples:
        | amount   |
        | 10.00    |
        | 20.00    |
        | 49990.00 |
        | 50000.00 |

    Scenario: An eighth digit is refused
      Given credit is opened
      And "50000000" is typed
      Then the display shows "No more than 7 characters."

  @IS4-CRD-04
  Rule: A success message says what was added
    Source: IS-420 guide p. 77: success message; its lines are assumed.

    Scenario: The amount, the new credit and the balance of the postal account
      Given the postal account holds £1000.00 and £500.00 on credit
      When £120.00 of credit are asked for
      Then the screen "Credit Added" is shown
      And the display shows these rows
        | Credit added: £120.00 |
        | New credit: £220.00   |
        | Balance: £880.00      |
        | On credit: £500.00    |
      And credit of £120.00 was added in all

    Scenario: Home shows the new credit
      Given £120.00 of credit were added
      When a user starts a session
      Then the display shows "Credit: £220.00"

    Scenario: What is prepaid goes first, then what may be had on credit
      Given the postal account holds £100.00 and £500.00 on credit
      When £150.00 of credit are asked for
      Then the display shows "Balance: £0.00"
      And the display shows "On credit: £450.00"

    @requires:mail
    Scenario: Added credit can be franked
      Given £120.00 of credit were added
      And an envelope of £90.00 was franked
      When an envelope of £90.00 is franked
      Then the imprint reads £90.00 and piece 2
      And £40.00 of credit are left

    Scenario: A call that breaks off once the credit has come says so and adds once
      Given a meter in "No Account" mode
      And £120.00 of credit are being asked for
      When the server fails with "connection reset" after this message
      And the call ends
      Then the screen "Credit Added" is shown
      And the display shows "The connection broke off."
      And credit of £120.00 was added in all

  @IS4-CRD-05
  Rule: A failure message names the amount that may be added
    Source: IS-420 guide p. 77: the amount that may actually be added, from the balance of the postal account.

    Scenario: The amount is named and nothing is added
      Given the postal account holds £30.00 and £40.00 on credit
      When £120.00 of credit are asked for
      Then the screen "Credit Refused" is shown
      And the meter beeps
      And the display shows "Not enough in the postal account."
      And the display shows "Amount that may be added: £70.00"
      And credit of £0.00 was added in all

    Scenario Outline: The amount is offered after <key>
      Given the postal account holds £30.00 and £40.00 on credit
      And £120.00 of credit are asked for
      When the key <key> is pressed
      Then the field for "Amount" reads "70.00"

      Examples:
        | key |
        | OK  |
        | C   |

    Scenario: The amount that was offered can be added
      Given the postal account holds £30.00 and £40.00 on credit
      And £120.00 of credit are asked for
      When the keys OK OK OK are pressed
      And the call ends
      Then the display shows "Credit added: £70.00"
      And credit of £70.00 was added in all

    Scenario: Another amount can be keyed in
      Given the postal account holds £30.00 and £40.00 on credit
      And £120.00 of credit are asked for
      And the key OK is pressed
      When £50.00 is keyed in as credit
      Then the display shows "Amount: £50.00"

    @assumed
    Scenario Outline: The amount is one that the machine takes: of £<held> it names £<named>
      Given the postal account holds £<held> and £0.00 on credit
      When £50000.00 of credit are asked for
      Then the display shows "Amount that may be added: £<named>"

      Examples:
        | held     | named    |
        | 79.99    | 70.00    |
        | 80.00    | 80.00    |
        | 10.00    | 10.00    |
        | 9.99     | 0.00     |
        | 49999.99 | 49990.00 |

  @IS4-CRD-06
  Rule: After a communication error the amount cannot be changed
    Source: IS-420 guide p. 77.

    Scenario Outline: The same amount is asked for again after <trouble>
      Given a meter in "No Account" mode
      And £120.00 of credit are being asked for
      When the server fails with <trouble> at this message
      And the call ends
      Then the screen "Call Failed" is shown
      And the meter beeps
      And the display shows "<said>"
      And after OK the amount of £120.00 is fixed
      And after OK and the end of the call credit of £120.00 was added in all

      Examples:
        | trouble                        | said                          |
        | "out of order"                 | The server is out of order.   |
        | "connection reset"             | The connection broke off.     |
        | "answer lost"                  | The connection broke off.     |
        | "no answer"                    | The server did not answer.    |
        | "no answer after carrying out" | The server did not answer.    |

    Scenario Outline: No key changes the amount: <keys>
      Given a call for £120.00 of credit was lost
      And the amount of £120.00 is fixed
      When the keys <keys> are pressed
      Then the amount of £120.00 is fixed

      Examples:
        | keys     |
        | 5        |
        | 0        |
        | UP DOWN  |
        | LEFT 1 2 |

    Scenario Outline: Leaving with <key> does not free the amount
      Given a call for £120.00 of credit was lost
      And the amount of £120.00 is fixed
      And the key <key> is pressed
      When credit is opened
      Then the amount of £120.00 is fixed

      Examples:
        | key  |
        | C    |
        | MENU |
        | HOME |

    Scenario: Nor does a power cut
      Given a call for £120.00 of credit was lost
      And the power was cut and came back
      When credit is opened
      Then the amount of £120.00 is fixed

    Scenario: Nor does a power cut while the credit is asked for
      Given £120.00 of credit are being asked for
      And the power was cut and came back
      When credit is opened
      Then the amount of £120.00 is fixed

    @requires:network
    Scenario: The amount is fixed after each failed call
      Given a call for £120.00 of credit was lost
      And the network is unplugged
      And the amount of £120.00 is fixed
      When the key OK is pressed
      And the call ends
      Then the display shows "No connection to the server."
      And after OK the amount of £120.00 is fixed

    Scenario: Once it was added the amount is free again
      Given a call for £120.00 of credit was lost
      And the amount of £120.00 is fixed
      And the key OK is pressed
      And the call ends with "Credit Added"
      When credit is opened
      Then the field for "Amount" reads "120.00"
      And credit of £120.00 was added in all

    Scenario: Once it was refused the amount is free again
      Given a call for £120.00 of credit never arrived
      And the postal account holds £50.00 and £0.00 on credit
      And the amount of £120.00 is fixed
      When the key OK is pressed
      And the call ends
      Then the display shows "Amount that may be added: £50.00"
      And after OK the field reads "50.00"

    Scenario: A call for something else brings it too
      Given a call for £120.00 of credit was lost
      When the machine calls for a postal inspection
      Then the screen "Call Complete" is shown
      And the display shows these rows
        | Credit added: £120.00    |
        | Postal inspection done.  |
      And credit of £120.00 was added in all

    @requires:network
    Scenario: Without a network the amount stays for the next try
      Given a meter in "No Account" mode
      And the network is unplugged
      When £120.00 of credit are asked for
      Then the display shows "No connection to the server."
      And after OK the amount of £120.00 is fixed

    @requires:network @assumed
    Scenario: An amount that was never asked for is free again once Credit is left
      Given a meter in "No Account" mode
      And the network is unplugged
      And £120.00 of credit are asked for
      And the keys OK C are pressed
      When credit is opened
      Then the field for "Amount" reads "100.00"

  @IS4-CRD-07
  Rule: The supervisor may set a PIN that credit asks for
    Source: IS-440 guide p. 143 (optional, set and cancelled by the supervisor) and p. 78 (asked after the amount). Where it
    is set, and that it has four digits, is assumed.

    Scenario: Without a PIN none is asked for
      Given a meter in "No Account" mode
      When £120.00 is entered as credit
      Then the screen "Confirm - Add Credit" is shown

    Scenario: With a PIN it is asked for after the amount
      Given the supervisor has set PIN "2718" for credit
      When £120.00 is entered as credit
      Then the screen "Credit PIN Code" is shown
      And the display shows "Amount: £120.00"
      And the meter asks for a PIN

    Scenario: The right PIN leads on to the confirmation
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      When PIN "2718" is entered
      Then the screen "Confirm - Add Credit" is shown
      And the display shows "Amount: £120.00"

    Scenario: Credit is added with it
      Given the supervisor has set PIN "2718" for credit
      When £120.00 of credit are asked for
      Then the display shows "Credit added: £120.00"
      And credit of £120.00 was added in all

    Scenario Outline: PIN <digits> is refused and nothing is asked of the server
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      When PIN "<digits>" is entered
      Then the meter refuses the PIN and counts 1
      And after OK the screen "Credit PIN Code" is shown
      And the server had no message

      Examples:
        | digits |
        | 2719   |
        | 271    |
        | 8172   |
        |        |

    Scenario: The supervisor PIN is not the PIN for credit
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      When the supervisor PIN is entered
      Then the meter refuses the PIN and counts 1

    Scenario: Wrong PINs in a row are counted
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      And PIN "1111" is entered
      And the key OK is pressed
      When PIN "2222" is entered
      Then the meter refuses the PIN and counts 2

    Scenario: They are counted apart from those at the supervisor log-in
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      And PIN "1111" is entered
      And the keys OK HOME are pressed
      When PIN "1111" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 1

    Scenario: A right PIN ends the count
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      And PIN "1111" is entered
      And the key OK is pressed
      And PIN "2718" is entered
      And £120.00 is entered as credit
      When PIN "1111" is entered
      Then the meter refuses the PIN and counts 1

    Scenario: The PIN is never shown
      Given the supervisor has set PIN "2718" for credit
      When £120.00 of credit are asked for
      Then the screen "Credit Added" is shown
      And the display never showed PIN "2718"

    Scenario: A wrong PIN is never shown
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      When PIN "9157" is entered
      Then the meter refuses the PIN and counts 1
      And the display never showed PIN "9157"

    Scenario: Digits are masked as they are typed
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      When the keys 2 7 1 C are pressed
      Then the field reads "••"

    Scenario: C on an empty PIN leads back to the amount
      Given the supervisor has set PIN "2718" for credit
      And £120.00 is entered as credit
      When the key C is pressed
      Then the field for "Amount" reads "120.00"

    Scenario: Another PIN takes its place
      Given the supervisor has set PIN "2718" for credit
      And the supervisor has set PIN "3141" for credit
      And £120.00 is entered as credit
      When PIN "2718" is entered
      Then the meter refuses the PIN and counts 1

    Scenario: The PIN outlasts a power cut
      Given the supervisor has set PIN "2718" for credit
      And the power was cut and came back
      When £120.00 is entered as credit
      Then the meter asks for a PIN

    Scenario: Once it is cancelled none is asked for
      Given the supervisor has set PIN "2718" for credit
      And the supervisor has cancelled the PIN for credit
      When £120.00 is entered as credit
      Then the screen "Confirm - Add Credit" is shown

    @assumed
    Scenario: The supervisor sees whether there is one
      Given the supervisor has set PIN "2718" for credit
      When the screen "Supervisor > Credit PIN > Credit PIN Menu" is open
      Then the display shows "The PIN code is asked for."
      And the menu offers "Set PIN Code, Cancel PIN Code"

    @assumed
    Scenario: Without one there is nothing to cancel
      Given the screen "Supervisor > Credit PIN > Credit PIN Menu" is open
      Then the display shows "No PIN code is asked for."
      And the menu offers "Set PIN Code"

    @assumed
    Scenario: A PIN has four digits
      Given the screen "Supervisor > Credit PIN > Set PIN" is open
      When PIN "271" is entered
      Then the meter refuses because the PIN is incomplete

    @assumed
    Scenario: It is not the supervisor's
      Given the screen "Supervisor > Credit PIN > Set PIN" is open
      When the supervisor PIN is entered
      Then the meter refuses because the PIN cannot be used

    @assumed
    Scenario: An amount that is fixed asks for no PIN: it was given when it was confirmed
      Given the supervisor has set PIN "2718" for credit
      And a call for £120.00 of credit was lost
      When credit is opened
      Then the amount of £120.00 is fixed

  @IS4-CRD-08
  Rule: The supervisor reads what was added
    Source: adding-postage report of the IN-360 guide p. 117: date and time, amount, new descending register. That it holds
    the last five is assumed.

    @assumed
    Scenario: A machine that never added credit has none to show
      Given a meter in "No Account" mode
      When the supervisor reads the adding-postage report
      Then the display shows these rows
        | No credit was added yet. |

    Scenario: Each has its time, its amount and the credit after it, the newest first
      Given £120.00 of credit were added at "2026-01-05 10:00"
      And £30.00 of credit were added at "2026-01-07 16:30"
      When the supervisor reads the adding-postage report
      Then the display shows these rows
        | 2026-01-07 16:30 £30.00 = £250.00  |
        | 2026-01-05 10:00 £120.00 = £220.00 |

    @requires:mail
    Scenario: The credit after it is what was there then
      Given an envelope of £60.00 was franked
      And £30.00 of credit were added at "2026-01-07 16:30"
      And an envelope of £60.00 was franked
      When the supervisor reads the adding-postage report
      Then the display shows these rows
        | 2026-01-07 16:30 £30.00 = £70.00 |

    @assumed
    Scenario: The last five are there
      Given credit of £10.00, £20.00, £30.00, £40.00, £50.00 and £60.00 was added
      When the supervisor reads the adding-postage report
      Then the adding-postage report lists £60.00, £50.00, £40.00, £30.00 and £20.00

    Scenario: A refused amount is not among them
      Given £30.00 of credit were added
      And £5000.00 of credit are asked for
      When the supervisor reads the adding-postage report
      Then the adding-postage report lists £30.00

    Scenario: Credit that was brought at the second try is there once
      Given a call for £120.00 of credit was lost
      And the amount of £120.00 is fixed
      And the key OK is pressed
      And the call ends with "Credit Added"
      When the supervisor reads the adding-postage report
      Then the adding-postage report lists £120.00

  @IS4-CRD-09 @assumed
  Rule: The balance of the postal account is shown as the server last told it
    Source: not found; the machine must know it to name the amount that may be added.

    Scenario: Before the first call it is not known
      Given a meter in "No Account" mode
      When the screen "User Menu > Account Balance" is open
      Then the display shows "The balance is not known yet."

    Scenario: A call asks for it
      Given the postal account holds £830.00 and £20.00 on credit
      When the machine calls for the balance
      Then the screen "Call Complete" is shown
      And the display shows "Balance: £830.00"
      And the display shows "On credit: £20.00"

    Scenario: It stays on the display of 7.4
      Given the postal account holds £830.00 and £20.00 on credit
      And the machine calls for the balance
      And the postal account holds £5.00 and £6.00 on credit
      When the keys OK 4 are pressed
      Then the display shows "Balance: £830.00"
      And the display shows "On credit: £20.00"

    @requires:network
    Scenario: A call that fails says why
      Given the network is unplugged
      When the machine calls for the balance
      Then the screen "Call Failed" is shown
      And the meter beeps
      And the display shows "No connection to the server."
