@connect-plus
Feature: Saving, deleting and printing reports on the Connect+ Series
  Source: seed "How do I run an accounting report on the Connect+ Series?", step 6; printing needs an attached
  document printer: operator guide.

  @CNP-REP-20
  Rule: A report can be saved under a name, with its settings
    Source: seed, step 6; what a saved report keeps was not found: its standard report, days and accounts.

    @procedure
    Scenario: Saving by the Actions menu
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
      And the report "Account Summary" is viewed
      When "Actions" is touched
      Then the screen "Actions" is shown
      When "Save report" is touched
      Then the screen "Save report" is shown
      When "June" is typed and confirmed
      Then the screen "Report settings" is shown
      And the screen says "June"
      When "Cancel" is touched
      Then the screen "View & edit reports" is shown
      And after the eleven standard reports the list has
        | June |

    @assumed
    Scenario: It comes back with the days and the accounts that it was saved with
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And the report "Transaction Log" is opened with
        | from       | to         | accounts |
        | 02/01/2026 | 09/01/2026 | Sales    |
      And it was saved as "Sales, first week"
      When the settings of the report "Sales, first week" are opened
      Then the report asks for
        | Period          | 02/01/2026 - 09/01/2026 |
        | From (DDMMYYYY) | 02/01/2026              |
        | To (DDMMYYYY)   | 09/01/2026              |
        | Accounts        | Sales                   |

    Scenario: It has the figures of its standard report and its own title
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
        | Sales     | 3      |
      And the report "Account Summary" is opened with
        | accounts |
        | Sales    |
      And it was saved as "Sales only"
      When the report "Sales only" is viewed
      Then the report reads
        | Account | Pieces | Postage | Fees | Surcharge | Total |
        | Sales   | 3      | 4.95    | 0.00 | 0.00      | 4.95  |
        | Total   | 3      | 4.95    | 0.00 | 0.00      | 4.95  |
      And above its columns the report says
        | Sales only              |
        | 01/01/2026 - 31/01/2026 |
        | Sales                   |

    @assumed
    Scenario: The standard report stays as it was
      Given the report "Quick Profile" is opened with
        | from       | to         |
        | 02/01/2026 | 09/01/2026 |
      And it was saved as "First week"
      When the settings of the report "Quick Profile" are opened
      Then the report asks for
        | Period          | 01/01/2026 - 31/01/2026 |
        | From (DDMMYYYY) | 01/01/2026              |
        | To (DDMMYYYY)   | 31/01/2026              |

    @assumed @requires:power
    Scenario: It is there after the power was off
      Given the report "Quick Profile" was saved as "June"
      When the power is cut and comes back
      Then after the eleven standard reports the list has
        | June |

    @assumed
    Scenario: A report needs a name
      When the report "Quick Profile" is saved as ""
      Then the Connect+ refuses because the name is missing

    @assumed
    Scenario Outline: The name of another report is refused: <name>
      Given the report "Quick Profile" was saved as "June"
      When the report "Account Summary" is saved as "<name>"
      Then the Connect+ refuses because the report name is in use

      Examples:
        | name           |
        | June           |
        | Account Detail |

    @assumed
    Scenario: Saved again under its own name it keeps its new settings
      Given the report "Quick Profile" was saved as "June"
      And the report "June" is opened with
        | from       | to         |
        | 01/06/2026 | 30/06/2026 |
      And it was saved as "June"
      When the settings of the report "June" are opened
      Then the report asks for
        | Period          | 01/06/2026 - 30/06/2026 |
        | From (DDMMYYYY) | 01/06/2026              |
        | To (DDMMYYYY)   | 30/06/2026              |
      And after the eleven standard reports the list has
        | June |

    @assumed
    Scenario: An account that was deleted since is no longer in it, and no other one instead
      Given a Connect+ with these accounts
        | name      | code |
        | Marketing | M-01 |
        | Sales     | S-01 |
      And this mail was run
        | account   | pieces |
        | Marketing | 2      |
      And the report "Transaction Log" is opened with
        | accounts |
        | Sales    |
      And it was saved as "Sales only"
      And account "Sales" is deleted and the question is answered with "Yes, delete"
      When the report "Sales only" is viewed
      Then the report reads
        | Transaction ID | Account | Pieces | Postage | Surcharge | Total |
        | Total          |         | 0      | 0.00    | 0.00      | 0.00  |
      And the settings of the report "Sales only" are opened
      And the report asks for
        | Period          | 01/01/2026 - 31/01/2026 |
        | From (DDMMYYYY) | 01/01/2026              |
        | To (DDMMYYYY)   | 31/01/2026              |
        | Accounts        | none                    |

  @CNP-REP-21
  Rule: A saved report can be deleted, a standard one cannot
    Source: seed, step 6; that standard reports stay is assumed.

    @assumed
    Scenario: The machine asks first, then the report is gone
      Given the report "Quick Profile" was saved as "June"
      When the deletion of the report "June" is asked for
      Then the screen says "Delete the report June?"
      When "Yes, delete" is touched
      Then the screen "View & edit reports" is shown
      And the list has the eleven standard reports alone

    @assumed
    Scenario: Cancel keeps it
      Given the report "Quick Profile" was saved as "June"
      And the deletion of the report "June" is asked for
      When "Cancel" is touched
      Then after the eleven standard reports the list has
        | June |

    @assumed
    Scenario: Of two saved reports the other one stays
      Given the report "Quick Profile" was saved as "June"
      And the report "Quick Profile" was saved as "July"
      And the deletion of the report "June" is asked for
      When "Yes, delete" is touched
      Then after the eleven standard reports the list has
        | July |

    @assumed
    Scenario: A standard report cannot be deleted
      When the deletion of the report "Account List" is asked for
      Then the Connect+ refuses because it is a standard report
      When "OK" is touched
      Then the list has the eleven standard reports alone

  @CNP-REP-22 @requires:printer
  Rule: A report is printed on the document printer, if one is attached
    Source: printing needs an attached document printer: operator guide.

    Scenario: With a printer
      Given a document printer is attached
      When the report "Quick Profile" is printed
      Then the screen says "The report has been printed."
      When "OK" is touched
      Then the screen "Report settings" is shown

    Scenario: Without a printer
      When the report "Quick Profile" is printed
      Then the Connect+ refuses because there is no printer
      When "OK" is touched
      Then the screen "Report settings" is shown
