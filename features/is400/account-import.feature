@is400 @requires:stick
Feature: Importing an account list from a USB key into an IS-420 or IS-440

  @IS4-IMP-01
  Rule: The supervisor imports from Manage Accounts and is led through it
    Source: accounts support of the IS-420/IS-440, "Import", steps 1 to 5.

    @procedure
    Scenario: The manual's own key sequence
      Given a meter in Accounts mode
      And the supervisor menu
      When these keys are pressed
        | select "Account Management"  | OK |
        | select "Manage Accounts"     | OK |
        | select "Import Account List" | OK |
      Then the screen "Import Account List" is shown
      And the display shows "Insert the USB key and press OK."

    Scenario: The file is chosen and the machine says what came of it
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1201;Marketing;Active
        """
      And the meter asks for the stick to import from
      When the stick is inserted and OK is pressed
      Then the meter is busy with "Reading the USB key"
      And when it is done the display shows "ACS_20260104_171500.CSV"
      And after OK the meter is busy with "Importing the accounts"
      And when it is done the display shows "Accounts added: 1"

    Scenario: The machine says when the key may be removed, and OK leads back
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1201;Marketing;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 1 added and 0 refused
      And OK leads back to "Manage Accounts"

    Scenario: C leaves the list of files and nothing is imported
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1201;Marketing;Active
        """
      When the supervisor looks for files to import and leaves with C
      Then the screen "Import Account List" is shown
      And the account list is unchanged

  @IS4-IMP-02
  Rule: Imported accounts are added to the existing list
    Source: accounts support of the IS-420/IS-440, "Imported accounts are added to the existing list".
    The columns and the status words of the files are assumed.

    @assumed
    Scenario: Accounts with both statuses join those that are there
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1300;Old Stock;Inactive
        0077;Despatch;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 2 added and 0 refused
      And the account list has gained
        | 1300 | Old Stock | inactive |
        | 0077 | Despatch  | active   |

    @assumed
    Scenario: An imported active account can be charged, an inactive one is not offered
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1300;Old Stock;Inactive
        1301;Despatch;Active
        """
      And "ACS_20260104_171500.CSV" was imported
      When a user starts a session on account 1301
      Then account "1301 Despatch" is in use
      And the supervisor finds 1300 "Old Stock" inactive

    @assumed @requires:mail
    Scenario: What was charged before stays charged
      Given a meter in Accounts mode
      And an envelope of 45 p was franked
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1301;Despatch;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then account 1 has 1 item and 45 p
      And account 1301 has 0 items and 0 p
      And the registers balance

    @assumed
    Scenario: The last line needs no line end
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        1301;Despatch;Active\r\n
        1302;Stores;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 2 added and 0 refused
      And the account list has gained
        | 1301 | Despatch | active |
        | 1302 | Stores   | active |

    @assumed
    Scenario Outline: A spreadsheet or editor may end lines with <ends>
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with <ends> line ends
        """
        1301;Despatch;Active
        1302;Stores;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 2 added and 0 refused
      And the account list has gained
        | 1301 | Despatch | active |
        | 1302 | Stores   | active |

      Examples:
        | ends  |
        | CR LF |
        | LF    |
        | CR    |

    @assumed
    Scenario: Letters beyond ASCII are read in the encoding of the model
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" in the encoding of this model
        | IS-420 | Windows-1252 | 1301;Müller Œuvres;Active |
        | IS-440 | UTF-8        | 1301;Müller Œuvres;Active |
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 1 added and 0 refused
      And the account list has gained
        | 1301 | Müller Œuvres | active |

    @assumed
    Scenario: The longest number and the longest name are taken
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the line for this model
        | IS-420 | 12345678901;12345678901234567890123456789012;Active                    |
        | IS-440 | 123456789012345678901234567890;12345678901234567890123456789012;Active |
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 1 added and 0 refused
      And the account list by model has gained
        | IS-420 | 12345678901 12345678901234567890123456789012 active                    |
        | IS-440 | 123456789012345678901234567890 12345678901234567890123456789012 active |

    Scenario: An exported list brings deleted accounts back
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | active   |
        | 1300   | Old Stock | inactive |
      And the account list was exported
      And every account but the first was deleted
      When the file just exported is imported
      Then the import result is 2 added and 1 refused
      And the first refused line is 1: "Account number already in use"
      And the account list is unchanged

    Scenario: Importing the same file again adds nothing
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the account list was exported
      When the file just exported is imported
      Then the import result is 0 added and 2 refused
      And the first refused line is 1: "Account number already in use"
      And the account list is unchanged

  @IS4-IMP-03
  Rule: Only files in the root whose name is ACS_yyyymmdd_hhmmss.CSV are offered
    Source: accounts support of the IS-420/IS-440, note under "Import". That the name must be a moment
    that exists, that capitals do not matter and that the newest comes first is assumed.

    Scenario Outline: <name> is not offered
      Given a meter in Accounts mode
      And the stick holds a list of one account in each of
        | <name> |
      When the supervisor looks for files to import
      Then the meter says that it failed: "No account list (ACS_yyyymmdd_hhmmss.CSV) on the USB key.", "No account was added."
      And the account list is unchanged

      Examples: in a folder
        | name                            |
        | ACCOUNTS/ACS_20260104_171500.CSV |

      Examples: another name
        | name                       |
        | ACCOUNTS.CSV               |
        | ACS_20260104_171500.TXT    |
        | ACS_20260104_171500.CSV.BAK |
        | ACS_20260104_171500        |
        | ACS_20260104-171500.CSV    |
        | ACS_20260104171500.CSV     |
        | ACS_260104_171500.CSV      |
        | ACS_20260104_1715.CSV      |
        | ACS_20260104_171500 (1).CSV |
        | ._ACS_20260104_171500.CSV  |
        | XACS_20260104_171500.CSV   |
        | ACS_2026O104_171500.CSV    |

      @assumed
      Examples: a moment that does not exist
        | name                    |
        | ACS_20260230_090000.CSV |
        | ACS_20250229_090000.CSV |
        | ACS_21000229_090000.CSV |
        | ACS_20260431_090000.CSV |
        | ACS_20260100_090000.CSV |
        | ACS_20260001_090000.CSV |
        | ACS_20261301_090000.CSV |
        | ACS_20260104_240000.CSV |
        | ACS_20260104_096000.CSV |
        | ACS_20260104_090060.CSV |

    Scenario: An empty key
      Given a meter in Accounts mode
      When the supervisor looks for files to import
      Then the meter says that it failed: "No account list (ACS_yyyymmdd_hhmmss.CSV) on the USB key.", "No account was added."
      And OK leads back to "Import Account List"

    @assumed
    Scenario: Several files are listed, the newest first, and no other
      Given a meter in Accounts mode
      And the stick holds a list of one account in each of
        | ACS_20260104_171500.CSV     |
        | README.TXT                  |
        | ACS_20251231_235959.CSV     |
        | ACS_20260230_090000.CSV     |
        | acs_20260104_171501.csv     |
        | OLD/ACS_20260105_080000.CSV |
        | ACS_20240229_000000.CSV     |
      When the supervisor looks for files to import
      Then these files are offered in this order
        | acs_20260104_171501.csv |
        | ACS_20260104_171500.CSV |
        | ACS_20251231_235959.CSV |
        | ACS_20240229_000000.CSV |

    @assumed
    Scenario: More files than the display has rows
      Given a meter in Accounts mode
      And the stick holds 40 older account files
      When the supervisor looks for files to import
      Then 40 files are offered, from "ACS_20250101_003900.CSV" to "ACS_20250101_000000.CSV"

    Scenario Outline: The file that was chosen is the one that is read: <file>
      Given a meter in Accounts mode
      And the stick holds a list of one account in each of
        | ACS_20251231_235959.CSV |
        | ACS_20260104_171500.CSV |
        | ACS_20260104_171501.CSV |
      When "<file>" is imported
      Then the import result is 1 added and 0 refused
      And the account list has gained
        | <number> | Account <number> | active |

      Examples:
        | file                    | number |
        | ACS_20251231_235959.CSV | 3001   |
        | ACS_20260104_171500.CSV | 3002   |
        | ACS_20260104_171501.CSV | 3003   |

  @IS4-IMP-04
  Rule: A key that cannot be read changes nothing
    Source: "follow the prompts", accounts support of the IS-420/IS-440; the wording is assumed.

    @assumed
    Scenario: No key is in the port
      Given a meter in Accounts mode
      And the meter asks for the stick to import from
      When OK is pressed without a stick
      Then the meter says that it failed: "No USB key found. Insert the USB key.", "No account was added."
      And OK leads back to "Import Account List"

    @assumed @requires:stick-faults
    Scenario: The file lies on dead sectors
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with 40 accounts from 2001 on
      And the sectors of "ACS_20260104_171500.CSV" cannot be read
      When "ACS_20260104_171500.CSV" is imported
      Then the meter says that it failed: "The USB key cannot be read or written.", "No account was added."
      And the account list is unchanged

    @requires:stick-faults
    Scenario: A write-protected key can be imported from
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with 2 accounts from 2001 on
      And the stick is write-protected
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 2 added and 0 refused
      And the account list has gained the accounts 2001 to 2002

    Scenario: An import writes nothing to the key
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with 2 accounts from 2001 on
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 2 added and 0 refused
      And nothing on the stick has changed

    @assumed @requires:clock
    Scenario Outline: The key is <what> in the middle of an import
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the stick holds "ACS_20260104_171500.CSV" with 40 accounts from 2001 on
      When the stick is <what> 400 milliseconds into the import of "ACS_20260104_171500.CSV"
      Then the meter says that it failed: "The USB key was removed too early.", "No account was added."
      And the account list is unchanged

      Examples:
        | what                    |
        | pulled out              |
        | pulled out and put back |

    @assumed @requires:clock
    Scenario: A file that a pulled export has torn holds no account
      Given a meter in Accounts mode
      And the stick is pulled out 1200 milliseconds into an export
      When the newest file is imported
      Then the import result is 0 added and 0 refused
      And the account list is unchanged
