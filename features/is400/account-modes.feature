@is400
Feature: Account modes of the IS-420 and IS-440
  Source: seed "How do I turn on Accounts"; IS-440 guide p. 98, 106-107; IS-5000 guide p. 112.

  @IS4-MODE-01 @IS4-FAQ-01
  Rule: A supervisor turns on Accounts by setting the account mode

    @procedure
    Scenario: The manual's own key sequence
      Given a meter at its home screen
      When these keys are pressed
        | press MENU                      |      |
        | select "Supervisor"             | OK   |
        | type the supervisor PIN         | OK   |
        | press MENU                      |      |
        | select "Account Management"     | OK   |
        | select "Account Mode Selection" | OK   |
        | select "Accounts"               | OK   |
      Then the screen "Account Mode Changed" is shown
      And the display shows "Account mode: Accounts"
      And the current mode is "Accounts"

    @procedure
    Scenario: The manual's own key sequence where a PIN is asked
      Given a meter at its home screen
      When these keys are pressed
        | press MENU                             |    |
        | select "Supervisor"                    | OK |
        | type the supervisor PIN                | OK |
        | press MENU                             |    |
        | select "Account Management"            | OK |
        | select "Account Mode Selection"        | OK |
        | select "No Account with Access Control" | OK |
        | type PIN "7310"                        | OK |
      Then the screen "Account Mode Changed" is shown
      And the display shows "Account mode: No Account with Access Control"
      And the current mode is "No Account with Access Control"

    Scenario: The mode that is set is shown above the modes on offer
      Given the screen "Account Mode Selection" is open
      When the supervisor sets the mode "Accounts"
      Then the current mode is "Accounts"
      And the display shows "Current mode: Accounts"
      And the cursor is on "Accounts"

    @assumed
    Scenario: The six modes stand in the order of the guide
      Given a meter in Accounts mode
      When the supervisor chooses the mode "Accounts"
      Then the modes on offer are
        | No Account                     |
        | No Account with Access Control |
        | Accounts                       |
        | Accounts with Access Control   |
        | Account with PIN Code          |
        | Remote Account Management      |

    @assumed
    Scenario: The first account is made by the machine
      Given a meter in "No Account" mode
      When the supervisor sets the mode "Accounts"
      Then the account list is
        | number | name    | status |
        | 1      | Default | active |

    Scenario: Accounts that are there are kept when the mode comes back
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor sets the mode "No Account"
      When the supervisor sets the mode "Accounts"
      Then the current mode is "Accounts"
      And the account list is unchanged

    Scenario: Choosing the mode that is set changes nothing
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor chooses the mode "Accounts"
      Then the screen "Account Management" is shown
      And the current mode is "Accounts"
      And the account list is unchanged

    Scenario: C leaves the selection and the mode stays
      Given the screen "Account Mode Selection" is open
      When the keys DOWN DOWN C are pressed
      Then the screen "Account Management" is shown
      And the current mode is "No Account"

    Scenario: Going through the modes without OK sets none of them
      Given the screen "Account Mode Selection" is open
      When the keys DOWN DOWN MENU are pressed
      Then the screen "Supervisor Menu" is shown
      And the current mode is "No Account"

  @IS4-MODE-02
  Rule: Each account mode can be set and is kept

    Scenario Outline: The supervisor sets <mode>
      Given a meter in Accounts mode
      When the supervisor sets the mode <mode>
      Then the current mode is <mode>
      And the Account Management menu offers <entries>

      Examples:
        | mode         | entries                                   |
        | "No Account" | "Account Mode Selection"                  |
        | "Accounts"   | "Account Mode Selection, Manage Accounts" |

    Scenario Outline: The supervisor sets a mode that asks for a PIN
      Given a meter in Accounts mode
      When the supervisor sets the mode <mode> with PIN "7310"
      Then the current mode is <mode>
      And the Account Management menu offers <entries>

      Examples:
        | mode                             | entries                                                    |
        | "No Account with Access Control" | "Account Mode Selection, Change PIN Code"                  |
        | "Accounts with Access Control"   | "Account Mode Selection, Manage Accounts, Manage Operators" |
        | "Account with PIN Code"          | "Account Mode Selection, Manage Accounts"                  |

    @requires:network
    Scenario: The supervisor sets "Remote Account Management"
      Given a meter in Accounts mode
      When the supervisor sets the mode "Remote Account Management"
      Then the current mode is "Remote Account Management"
      And the Account Management menu offers "Account Mode Selection, Manage Accounts"

  @IS4-MODE-03
  Rule: Leaving a mode with accounts is warned of first

    Scenario: The warning names the mode that users lose
      Given a meter in Accounts mode
      When the supervisor chooses the mode "No Account"
      Then the screen "Account Mode Warning" is shown
      And the display shows "Account mode: No Account"
      And the current mode is "Accounts"

    Scenario: OK at the warning changes the mode
      Given a meter in Accounts mode
      And the supervisor chooses the mode "No Account"
      When the key OK is pressed
      Then the display shows "Account mode: No Account"
      And the current mode is "No Account"

    Scenario: C at the warning keeps the mode
      Given a meter in Accounts mode
      And the supervisor chooses the mode "No Account"
      When the key C is pressed
      Then the screen "Account Mode Selection" is shown
      And the current mode is "Accounts"
      And the account list is unchanged

    Scenario Outline: Every mode with accounts is warned of
      Given a meter in <mode> mode with PIN "7310"
      When the supervisor chooses the mode "No Account"
      Then the screen "Account Mode Warning" is shown
      And the current mode is <mode>

      Examples:
        | mode                           |
        | "Accounts with Access Control" |
        | "Account with PIN Code"        |

    Scenario: A mode without accounts is left without a warning
      Given a meter in "No Account" mode
      When the supervisor chooses the mode "Accounts"
      Then the screen "Account Mode Changed" is shown
      And the current mode is "Accounts"

  @IS4-MODE-04
  Rule: No Account with Access Control asks for the PIN that all users share

    Scenario: The PIN is asked for during the change
      Given a meter in "No Account" mode
      When the supervisor chooses the mode "No Account with Access Control"
      Then the screen "Account Mode PIN" is shown
      And the meter asks for a PIN
      And the current mode is "No Account"

    Scenario: Users log in with the PIN that was given
      Given a meter in "No Account" mode
      When the supervisor sets the mode "No Account with Access Control" with PIN "7310"
      Then the current mode is "No Account with Access Control"
      And a user session starts with PIN "7310"

    Scenario Outline: A PIN that is too short is refused and the mode stays
      Given a meter in "No Account" mode
      When the supervisor sets the mode "No Account with Access Control" with PIN "<digits>"
      Then the meter refuses because the PIN is incomplete
      And the current mode is "No Account"

      Examples:
        | digits |
        |        |
        | 7      |
        | 731    |

    Scenario: A fifth digit is refused
      Given the supervisor chooses the mode "No Account with Access Control"
      When these keys are pressed
        | type PIN "73105" | |
      Then the meter refuses because the PIN is too long
      And the current mode is "No Account"

    Scenario: The supervisor PIN cannot be the shared one
      Given a meter in "No Account" mode
      When the supervisor sets the mode "No Account with Access Control" with the supervisor PIN
      Then the meter refuses because the PIN cannot be used
      And the current mode is "No Account"

    Scenario: C instead of a PIN keeps the mode
      Given the supervisor chooses the mode "No Account with Access Control"
      When the key C is pressed
      Then the screen "Account Mode Selection" is shown
      And the current mode is "No Account"

  @IS4-MODE-05
  Rule: Accounts with Access Control asks for the PIN of the first operator

    @assumed
    Scenario: The first operator may use the accounts that are there
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor sets the mode "Accounts with Access Control" with PIN "7310"
      And a user starts a session with PIN "7310"
      Then accounts 1 and 1201 are offered

    Scenario: The PIN is asked for during the change
      Given a meter in "No Account" mode
      When the supervisor chooses the mode "Accounts with Access Control"
      Then the screen "Account Mode PIN" is shown
      And the meter asks for a PIN
      And the current mode is "No Account"

    @assumed
    Scenario: An account and an operator are made where there are none
      Given a meter in "No Account" mode
      When the supervisor sets the mode "Accounts with Access Control" with PIN "7310"
      And a user starts a session with PIN "7310"
      Then account "1 Default" is in use
      And operator "Operator 1" is in use

    Scenario: A PIN that is too short is refused and the mode stays
      Given a meter in Accounts mode
      When the supervisor sets the mode "Accounts with Access Control" with PIN "731"
      Then the meter refuses because the PIN is incomplete
      And the current mode is "Accounts"

    Scenario: The supervisor PIN cannot be an operator's
      Given a meter in Accounts mode
      When the supervisor sets the mode "Accounts with Access Control" with the supervisor PIN
      Then the meter refuses because the PIN cannot be used
      And the current mode is "Accounts"

    @assumed
    Scenario: Operators that are there are kept and no PIN is asked for
      Given a meter in "Accounts with Access Control" mode with PIN "7310"
      And the supervisor sets the mode "Accounts"
      When the supervisor sets the mode "Accounts with Access Control"
      Then the current mode is "Accounts with Access Control"
      And the operator list is unchanged
      And a user session starts with PIN "7310"

  @IS4-MODE-06
  Rule: Account with PIN Code needs an account and a PIN for it

    Scenario: The PIN is asked for during the change
      Given a meter in Accounts mode
      When these keys are pressed
        | press MENU                      |    |
        | select "Account Management"     | OK |
        | select "Account Mode Selection" | OK |
        | select "Account with PIN Code"  | OK |
        | press OK                        |    |
      Then the screen "Account Mode PIN" is shown
      And the meter asks for a PIN
      And the current mode is "Accounts"

    Scenario: The account is opened by the PIN that was given
      Given a meter in Accounts mode
      When the supervisor sets the mode "Account with PIN Code" with PIN "7310"
      Then the current mode is "Account with PIN Code"
      And a user session starts with PIN "7310"

    Scenario: Without an account the mode is refused
      Given a meter in "No Account" mode
      When the supervisor chooses the mode "Account with PIN Code"
      Then the meter refuses because there is no account
      And the current mode is "No Account"

    Scenario: A PIN that is too short is refused and the mode stays
      Given a meter in Accounts mode
      When the supervisor sets the mode "Account with PIN Code" with PIN "731"
      Then the meter refuses because the PIN is incomplete
      And the current mode is "Accounts"

    Scenario: The supervisor PIN cannot be an account's
      Given a meter in Accounts mode
      When the supervisor sets the mode "Account with PIN Code" with the supervisor PIN
      Then the meter refuses because the PIN cannot be used
      And the current mode is "Accounts"

    @assumed
    Scenario: Accounts that have a PIN keep it and none is asked for
      Given a meter in "Account with PIN Code" mode with PIN "7310"
      And the supervisor sets the mode "Accounts"
      When the supervisor sets the mode "Account with PIN Code"
      Then the current mode is "Account with PIN Code"
      And a user session starts with PIN "7310"

  @IS4-MODE-07 @requires:network
  Rule: Remote Account Management takes its accounts from the PC

    Scenario: The PC's active accounts are the ones offered
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor sets the mode "Remote Account Management"
      And a user starts a session
      Then accounts 900 and 901 are offered

    Scenario: The accounts are no longer managed at the panel
      Given a meter in "Remote Account Management" mode
      When these keys are pressed
        | press MENU                  |    |
        | select "Account Management" | OK |
        | select "Manage Accounts"    | OK |
      Then the screen "Manage Accounts" is shown
      And the menu offers "Account Report"

    Scenario: Postage is charged to an account of the PC
      Given a meter in "Remote Account Management" mode
      When a user starts a session on account 901
      And an envelope of 45 p is franked
      Then account 901 has 1 item and 45 p
      And account 900 has 0 items and 0 p

    Scenario: What was charged before is not lost
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user starts a session on account 1201
      And an envelope of 45 p was franked
      When the supervisor sets the mode "Remote Account Management"
      Then the current mode is "Remote Account Management"
      And the registers moved by 45 p and 1 item

    Scenario: An account that the PC knows too keeps what it was charged
      Given a meter in Accounts mode with account 901 "Marketing"
      And a user starts a session on account 901
      And an envelope of 45 p was franked
      When the supervisor sets the mode "Remote Account Management"
      Then account 901 has 1 item and 45 p

    Scenario: The PC does not answer
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the network is unplugged
      When the supervisor sets the mode "Remote Account Management"
      Then the meter refuses because the PC did not answer
      And the current mode is "Accounts"
      And the account list is unchanged

    Scenario: The PC does not answer a meter without accounts
      Given a meter in "No Account" mode
      And the network is unplugged
      When the supervisor sets the mode "Remote Account Management"
      Then the meter refuses because the PC did not answer
      And the current mode is "No Account"

    @assumed
    Scenario: No key interrupts the call to the PC
      Given the supervisor chooses the mode "Remote Account Management"
      When the keys C MENU HOME OK are pressed
      Then the screen "Calling the PC" is shown
      And after 1 minute the screen "Account Mode Changed" is shown

  @IS4-MODE-08
  Rule: In No Account with Access Control the supervisor changes the shared PIN

    Scenario: The new PIN takes the place of the old one
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      When the supervisor changes the shared PIN "8642"
      Then the display shows "The PIN code was changed."
      And no session starts with PIN "7310"
      And a user session starts with PIN "8642"

    Scenario Outline: A PIN that cannot be used leaves the old one
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      When the supervisor changes the shared PIN "<digits>"
      Then the meter refuses because the PIN is incomplete
      And a user session starts with PIN "7310"

      Examples:
        | digits |
        |        |
        | 864    |

    Scenario: The supervisor PIN cannot be the shared one
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      When the supervisor changes the shared PIN to the supervisor PIN
      Then the meter refuses because the PIN cannot be used
      And a user session starts with PIN "7310"

    Scenario: C leaves the old PIN
      Given a meter in "No Account with Access Control" mode with PIN "7310"
      And the screen "Change PIN Code" is open
      When the key C is pressed
      Then the screen "Account Management" is shown
      And a user session starts with PIN "7310"
