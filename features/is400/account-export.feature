@is400 @requires:stick
Feature: Exporting the account list of an IS-420 or IS-440 to a USB key
  The list goes to the root of the key as a CSV file, to be kept or edited and imported again.

  @IS4-EXP-01
  Rule: The supervisor exports from Manage Accounts and is led through it
    Source: accounts support of the IS-420/IS-440, "Export", steps 1 to 5.

    @procedure
    Scenario: The manual's own key sequence
      Given a meter in Accounts mode
      And the supervisor menu
      When these keys are pressed
        | select "Account Management"  | OK |
        | select "Manage Accounts"     | OK |
        | select "Export Account List" | OK |
      Then the screen "Export Account List" is shown
      And the display shows "Insert the USB key and press OK."

    Scenario: The machine says when it works and when the key may be removed
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the meter asks for the stick to export to
      When the stick is inserted and OK is pressed
      Then the meter is busy with "Writing the account list"
      And the display does not show "You may now remove the USB key."
      And when it is done the display shows "You may now remove the USB key."
      And the display shows "Accounts exported: 2"

    Scenario: Back in Manage Accounts
      Given a meter in Accounts mode
      When the account list is exported
      Then the screen "Export Complete" is shown
      And OK leads back to "Manage Accounts"

    Scenario: No key stops the writing
      Given a meter in Accounts mode
      And the meter asks for the stick to export to
      When the stick is inserted and OK is pressed
      Then no key changes what it shows
      And when it is done the display shows "Accounts exported: 1"

    Scenario: C leaves before anything is written
      Given a meter in Accounts mode
      And the meter asks for the stick to export to
      When the stick is inserted and C is pressed instead
      Then the screen "Manage Accounts" is shown
      And nothing on the stick has changed

    Scenario: The list stays as it is
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the account list is exported
      Then the account list is unchanged

  @IS4-EXP-02
  Rule: The file is in the root of the key and named ACS_yyyymmdd_hhmmss.CSV by the meter's clock
    Source: accounts support of the IS-420/IS-440, note under "Import"; example ACS_20091007_035711.CSV
    in the IS-5000 guide 2012 p. 132.

    @requires:clock
    Scenario: The name is the time of the export
      Given a meter in Accounts mode
      When the account list is exported
      Then one new file is on the stick
      And its name is the time of the export

    @requires:clock
    Scenario Outline: Every part of the name has its two digits, the year four: <clock>
      Given a meter in Accounts mode
      And the meter's clock stands at "<clock>"
      When the account list is exported
      Then one new file is on the stick
      And its name is one of
        | <at once> |
        | <later>   |

      Examples:
        | clock               | at once                 | later                   |
        | 2026-03-04 05:06:07 | ACS_20260304_050607.CSV | ACS_20260304_050608.CSV |
        | 2028-02-29 13:14:15 | ACS_20280229_131415.CSV | ACS_20280229_131416.CSV |
        | 2026-12-31 23:59:59 | ACS_20261231_235959.CSV | ACS_20270101_000000.CSV |

    Scenario: Each export makes a file of its own
      Given a meter in Accounts mode
      And the account list was exported
      When the account list is exported again
      Then 2 new files are on the stick

    @requires:clock @assumed
    Scenario: A file of the same name is not overwritten
      Given a meter in Accounts mode
      And the stick holds an account file of each of the next 10 seconds
      When the account list is exported
      Then the meter says that it failed: "A file of that name is on the USB key.", "No account list was exported."
      And nothing on the stick has changed

  @IS4-EXP-03
  Rule: One account is one line, its fields separated by semicolons
    Source: semicolon and new line: accounts support of the IS-420/IS-440. Columns, status words, line end
    and encoding were not found: number, name and status, "Active" and "Inactive", CR LF, Windows-1252
    on the IS-420 and UTF-8 on the IS-440 are assumed.

    @assumed
    Scenario: Number, name and status of every account, in the order of the list
      Given a meter in "Accounts" mode with these accounts
        | number | name      | status   |
        | 1201   | Marketing | active   |
        | 1300   | Old Stock | inactive |
        | 77     | R.&D.     | active   |
      When the account list is exported
      Then one new file is on the stick
      And it holds exactly these bytes
        """
        1;Default;Active\r\n
        1201;Marketing;Active\r\n
        1300;Old Stock;Inactive\r\n
        77;R.&D.;Active\r\n
        """

    @assumed
    Scenario: A list of one account
      Given a meter in Accounts mode
      When the account list is exported
      Then one new file is on the stick
      And it holds exactly these bytes
        """
        1;Default;Active\r\n
        """

    @assumed
    Scenario: Letters beyond ASCII are in the encoding of the model
      Given a meter in Accounts mode
      And the stick holds "ACS_20251231_120000.CSV" in the encoding of this model
        | IS-420 | Windows-1252 | 1301;Müller Œuvres;Active |
        | IS-440 | UTF-8        | 1301;Müller Œuvres;Active |
      And "ACS_20251231_120000.CSV" was imported
      When the account list is exported
      Then one new file is on the stick
      And it holds exactly these bytes by model
        | IS-420 | 1;Default;Active | 1301;M\xFCller \x8Cuvres;Active         |
        | IS-440 | 1;Default;Active | 1301;M\xC3\xBCller \xC5\x92uvres;Active |

    @assumed
    Scenario: A long list is written to its last line
      Given a meter in Accounts mode
      And the stick holds "ACS_20251231_120000.CSV" with 49 accounts from 2001 on
      And "ACS_20251231_120000.CSV" was imported
      When the account list is exported
      Then one new file is on the stick
      And it holds 50 lines with CR LF line ends
      And its last line is "2049;Account 2049;Active"

  @IS4-EXP-04
  Rule: An export that cannot be completed says so and leaves no half file
    Source: "follow the on-screen prompts", accounts support of the IS-420/IS-440; the wording and the
    cleaning up are assumed.

    @assumed
    Scenario: No key is in the port
      Given a meter in Accounts mode
      And the meter asks for the stick to export to
      When OK is pressed without a stick
      Then the meter says that it failed: "No USB key found. Insert the USB key.", "No account list was exported."
      And OK leads back to "Export Account List"

    @assumed @requires:stick-faults
    Scenario Outline: The key has room for <bytes> bytes more
      Given a meter in Accounts mode
      And the stick holds "ACS_20251231_120000.CSV" with 49 accounts from 2001 on
      And "ACS_20251231_120000.CSV" was imported
      And the stick has room for <bytes> more bytes
      When the account list is exported
      Then the meter says that it failed: "The USB key is full.", "No account list was exported."
      And nothing on the stick has changed

      Examples:
        | bytes |
        | 0     |
        | 1024  |

    @assumed @requires:stick-faults
    Scenario: The key is write-protected
      Given a meter in Accounts mode
      And the stick is write-protected
      When the account list is exported
      Then the meter says that it failed: "The USB key is write-protected.", "No account list was exported."
      And nothing on the stick has changed

    @assumed @requires:stick-faults
    Scenario: The key is worn out
      Given a meter in Accounts mode
      And no file data can be written to the stick any more
      When the account list is exported
      Then the meter says that it failed: "The USB key cannot be read or written.", "No account list was exported."
      And nothing on the stick has changed

    @assumed @requires:stick-fat16
    Scenario: The root folder takes the 170th list
      Given a meter in Accounts mode
      And the stick holds 169 older account files
      When the account list is exported
      Then one new file is on the stick

    @assumed @requires:stick-fat16
    Scenario: The root folder does not take the 171st list
      Given a meter in Accounts mode
      And the stick holds 170 older account files
      When the account list is exported
      Then the meter says that it failed: "The USB key is full.", "No account list was exported."
      And nothing on the stick has changed

    @assumed @requires:stick-faults
    Scenario: After a failure the supervisor tries again with a better key
      Given a meter in Accounts mode
      And the stick is write-protected
      And the account list could not be exported
      When the stick is made writable and the export repeated
      Then the screen "Export Complete" is shown
      And one new file is on the stick

  @IS4-EXP-05
  Rule: A key that is pulled out too early does no harm to the machine
    Source: "then remove the key when told", accounts support of the IS-420/IS-440; what the machine
    says otherwise is assumed.

    @assumed @requires:clock
    Scenario Outline: The key is pulled out <after> into the export
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the stick is pulled out <after> into an export
      Then the meter says that it failed: "<why>", "No account list was exported."
      And the account list is unchanged

      Examples:
        | after             | why                                   |
        | 100 milliseconds  | No USB key found. Insert the USB key. |
        | 700 milliseconds  | The USB key was removed too early.    |
        | 1200 milliseconds | The USB key was removed too early.    |
        | 1900 milliseconds | The USB key was removed too early.    |

    @requires:clock
    Scenario: The next export to the same key is whole
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the stick is pulled out 1200 milliseconds into an export
      Then an export to the same stick succeeds
