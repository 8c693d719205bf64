@is400 @requires:power
Feature: Power cuts on the IS-420 and IS-440
  The plug is pulled at any moment. What was confirmed is kept, what was not is as if it had never been begun, and
  money is never lost or made.

  @IS4-PWR-01
  Rule: What was not confirmed is not kept
    Source: "Press OK to confirm the new account", accounts support of the IS-420/IS-440; memory that survives a power
    cut is required of franking machines (docs/requirements.yaml).

    Scenario: Without power the display is dark and no key lights it
      Given a meter in Accounts mode
      When the power is cut
      Then the display is dark
      And no key lights it

    Scenario Outline: The power is cut while a new account is entered: <screen>
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a new account 1301 "Despatch" is entered up to "<screen>"
      When the power is cut and comes back
      Then the account list is unchanged
      And a new account starts with an empty number and name

      Examples:
        | screen                   |
        | Add Account              |
        | Account Status           |
        | Account Creation Summary |

    Scenario: The power is cut where the machine asks whether to delete
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor opens "Delete" of account 1201
      When the power is cut and comes back
      Then the account list is unchanged

  @IS4-PWR-02
  Rule: What the display has shown as done is kept
    Source: as @IS4-PWR-01.

    Scenario: A new account
      Given a meter in Accounts mode
      And the supervisor adds account 1301 "Despatch" as inactive
      When the power is cut and comes back
      Then the account list gains account 1301 "Despatch", inactive

    Scenario: A new name
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor renames account 1201 to "Sales"
      When the power is cut and comes back
      Then the account list shows account 1201 as "Sales", active

    Scenario: A deletion
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the supervisor deletes account 1201
      When the power is cut and comes back
      Then the account list loses account 1201

    @requires:stick
    Scenario: An import
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with 3 accounts from 2001 on
      And "ACS_20260104_171500.CSV" was imported
      When the power is cut and comes back
      Then the account list has gained the accounts 2001 to 2003

    Scenario: Power that is cut twice loses no more than once
      Given a meter in Accounts mode
      And the supervisor adds account 1301 "Despatch" as active
      And the power was cut and came back
      When the power is cut and comes back
      Then the account list gains account 1301 "Despatch", active
      And the supervisor can still add account 1302 "Stores"

  @IS4-PWR-03 @assumed
  Rule: A change that the power cuts short as it is saved is kept whole or not at all
    Source: as @IS4-PWR-01. Bytes are of the machine's memory; a rig that cannot cut at a byte cuts as soon as
    the key is pressed.

    Scenario Outline: A new account, <bytes> bytes into saving it
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the power is cut <bytes> bytes into saving the new account 1301 "Despatch"
      Then the account list is as before or has gained 1301 "Despatch"
      And the supervisor can still add account 1302 "Stores"

      Examples:
        | bytes  |
        | 0      |
        | 1      |
        | 19     |
        | 20     |
        | 300    |
        | 600    |
        | 900    |
        | 1200   |
        | 100000 |

    Scenario Outline: A changed account, <bytes> bytes into saving it
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the power is cut <bytes> bytes into saving account 1201 as "Sales", inactive
      Then the account list is as before or has 1201 as "Sales", inactive
      And the supervisor can still add account 1302 "Stores"

      Examples:
        | bytes  |
        | 0      |
        | 21     |
        | 300    |
        | 600    |
        | 900    |
        | 1200   |
        | 100000 |

    Scenario Outline: A deletion, <bytes> bytes into saving it
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the power is cut <bytes> bytes into deleting account 1201
      Then the account list is as before or without 1201
      And the supervisor can still add account 1302 "Stores"

      Examples:
        | bytes  |
        | 0      |
        | 21     |
        | 300    |
        | 600    |
        | 900    |
        | 100000 |

    @requires:stick
    Scenario Outline: An import, <bytes> bytes into saving it
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1301;Despatch;Active
        1302;Stores;Active
        """
      When the power is cut <bytes> bytes into saving the import of "ACS_20260104_171500.CSV"
      Then the account list is as before or has gained all of
        | 1301 | Despatch |
        | 1302 | Stores   |
      And the supervisor can still add account 1303 "Canteen"

      Examples:
        | bytes  |
        | 0      |
        | 21     |
        | 400    |
        | 900    |
        | 1200   |
        | 1500   |
        | 100000 |

    Scenario Outline: The account mode, <bytes> bytes into saving it
      Given a meter at its home screen
      When the power is cut <bytes> bytes into saving the mode Accounts
      Then the current mode is "No Account" or "Accounts"

      Examples:
        | bytes  |
        | 0      |
        | 200    |
        | 500    |
        | 800    |
        | 100000 |

  @IS4-PWR-04 @requires:mail
  Rule: Registers and accounts are charged together or not at all
    Source: control total = ascending + descending: Credit Summary report of the IS-430 guide p. 107.

    Scenario: What was franked is kept
      Given a meter in Accounts mode
      And an envelope of 45 p was franked
      And an envelope of 120 p was franked
      When the power is cut and comes back
      Then the registers moved by 165 p and 2 items
      And account 1 has 2 items and 165 p
      And the registers balance

    Scenario Outline: The power is cut <bytes> bytes into saving an envelope
      Given a meter in Accounts mode
      And the registers are noted
      When the power is cut <bytes> bytes into saving an envelope of 45 p
      Then the registers moved by nothing or by 45 p and an item
      And what the accounts were charged is what was used
      And the registers balance

      Examples:
        | bytes  |
        | 0      |
        | 21     |
        | 250    |
        | 600    |
        | 800    |
        | 1000   |
        | 100000 |

    Scenario: Postage that was keyed in is forgotten
      Given a meter in Accounts mode
      And a user session
      And "45" is typed
      When the power is cut and comes back
      Then the screen "Home" is shown
      And the field reads "0.00"

  @IS4-PWR-05
  Rule: A power cut ends the session
    Source: users choose an account at the start of each session, accounts support of the IS-420/IS-440.

    Scenario: A user chooses an account again
      Given a meter in Accounts mode with account 1201 "Marketing"
      And a user starts a session on account 1201
      When the power is cut and comes back
      Then the screen "Select Account" is shown

    Scenario: A supervisor logs in again
      Given a meter in Accounts mode
      And the supervisor menu
      When the power is cut and comes back
      Then the screen "Home" is shown

    Scenario: Where a PIN opens the session it is asked for again
      Given a meter in "No Account with Access Control" mode with PIN "4711"
      And a user session with PIN "4711"
      When the power is cut and comes back
      Then the screen "Enter PIN Code" is shown
      And the meter asks for a PIN

  @IS4-PWR-06
  Rule: The account mode and the count of wrong PINs outlast a power cut
    Source: modes are a setting of the supervisor, accounts support of the IS-420/IS-440. That wrong PINs are
    counted is assumed.

    Scenario Outline: The mode <mode>
      Given a meter in "<mode>" mode with PIN "4711"
      When the power is cut and comes back
      Then the current mode is "<mode>"
      And a user session starts with PIN "4711"

      Examples:
        | mode                           |
        | No Account with Access Control |
        | Accounts with Access Control   |
        | Account with PIN Code          |

    Scenario Outline: The mode <mode>, which has no PIN
      Given a meter in "<mode>" mode
      When the power is cut and comes back
      Then the current mode is "<mode>"

      Examples:
        | mode       |
        | No Account |
        | Accounts   |

    @assumed
    Scenario: Wrong PINs are counted on
      Given a meter in Accounts mode
      And PIN "0000" is entered at the supervisor log-in
      And the power was cut and came back
      When PIN "0001" is entered at the supervisor log-in
      Then the meter refuses the PIN and counts 2

  @IS4-PWR-07
  Rule: A power cut while the machine is busy leaves it as it was
    Source: as @IS4-PWR-01; for the PC: if the connection fails the previous mode stays, IS-440 guide p. 98.

    @requires:stick @requires:clock
    Scenario Outline: <after> into an import
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the stick holds "ACS_20260104_171500.CSV" with 3 accounts from 2001 on
      When the power is cut <after> into the import of "ACS_20260104_171500.CSV"
      Then the account list is unchanged

      Examples:
        | after            |
        | 1 millisecond    |
        | 799 milliseconds |

    @requires:stick @requires:clock
    Scenario: The import can be made again afterwards
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with 3 accounts from 2001 on
      And the power is cut 400 milliseconds into the import of "ACS_20260104_171500.CSV"
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 3 added and 0 refused
      And the account list has gained the accounts 2001 to 2003

    @requires:stick @requires:clock
    Scenario Outline: <after> into an export
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the power is cut <after> into an export
      Then the account list is unchanged
      And an export to the stick that stayed in is whole

      Examples:
        | after             |
        | 100 milliseconds  |
        | 700 milliseconds  |
        | 1200 milliseconds |
        | 1900 milliseconds |

    @requires:network @requires:clock
    Scenario: While the PC is called
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the power is cut 2 seconds into calling the PC
      Then the current mode is "Accounts"
      And the account list is unchanged
