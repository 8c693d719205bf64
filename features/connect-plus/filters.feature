@connect-plus @requires:mail @requires:clock
Feature: Filtering transactions on the Connect+ Series
  Source: seed "How do I move a transaction", "Create a filter to find the transaction"; Connect+ operator guide,
  "Filter Transaction List".

  Background:
    Given a Connect+ with these accounts
      | name      | code |
      | Marketing | M-01 |
      | Sales     | S-01 |
    And 1 piece was franked on account "Marketing"
    And 2 days pass
    And 2 pieces were franked on account "Sales"
    And 2 days pass
    And 3 pieces were franked on account "Marketing"
    And the transaction filter is opened

  @CNP-FIL-01
  Rule: A date period is mandatory, an account is optional
    Source: Connect+ operator guide, "Filter Transaction List"; the criteria are Date and Account.

    Scenario Outline: Both days of the period are part of it: <from> to <to>
      Given the date criterion "<from>" to "<to>" is added
      When "View transactions" is touched
      Then the transactions on the display are
        | id | pieces   |
        | 2  | 2        |

      Examples:
        | from     | to       |
        | 07012026 | 07012026 |
        | 06012026 | 08012026 |
        | 07012026 | 08012026 |
        | 06012026 | 07012026 |

    Scenario: First and last day
      Given the date criterion "05012026" to "09012026" is added
      When "View transactions" is touched
      Then the transactions on the display are
        | id | date       | account   | pieces |
        | 1  | 05/01/2026 | Marketing | 1      |
        | 2  | 07/01/2026 | Sales     | 2      |
        | 3  | 09/01/2026 | Marketing | 3      |

    Scenario: Days around leave them out
      Given the date criterion "06012026" to "08012026" is added
      When "View transactions" is touched
      Then the transactions on the display are
        | id |
        | 2  |

    Scenario: An account narrows the period down
      Given the account criterion "Marketing" is added
      When "View transactions" is touched
      Then the transactions on the display are
        | id | account   | pieces |
        | 1  | Marketing | 1      |
        | 3  | Marketing | 3      |

    Scenario: Several accounts
      Given the account criterion "Marketing, Sales" is added
      When "View transactions" is touched
      Then the transactions on the display are
        | id |
        | 1  |
        | 2  |
        | 3  |

    Scenario: An account that is picked again is out again
      Given the account criterion "Marketing" is added
      And the account criterion "Marketing, Sales" is added
      When "View transactions" is touched
      Then the transactions on the display are
        | id | account |
        | 2  | Sales   |

    Scenario: Without a period nothing is viewed
      Given "Reset all" is touched
      And the account criterion "Marketing" is added
      When "View transactions" is touched
      Then the Connect+ refuses because a date period is needed

    Scenario: Without a period nothing is saved
      Given "Reset all" is touched
      When "Save" is touched
      Then the Connect+ refuses because a date period is needed

  @CNP-FIL-02
  Rule: Criteria are added, changed and removed
    Source: Connect+ operator guide, "Add criterion", "Remove this criterion", "Reset all".

    Scenario: Remove this criterion takes the account away
      Given the account criterion "Sales" is added
      When "Remove this criterion" is touched
      Then the filter has the criteria
        | Date: 01/01/2026 - 31/01/2026 |

    Scenario: A removed criterion starts empty when it is added again
      Given the account criterion "Sales" is added
      And "Remove this criterion" is touched
      When the account criterion "Marketing" is added
      Then the filter has the criteria
        | Date: 01/01/2026 - 31/01/2026 |
        | Account: Marketing            |

    Scenario: Reset all leaves none
      Given the account criterion "Sales" is added
      When "Reset all" is touched
      Then the filter has no criteria

    Scenario: A period that was never confirmed to its end is whole
      Given "Reset all" is touched
      When the date criterion is begun with "07012026" and cancelled
      Then the filter has the criteria
        | Date: 07/01/2026 - 07/01/2026 |

    Scenario: A first day after the last one takes the last one along
      When the date criterion is begun with "03022026" and cancelled
      Then the filter has the criteria
        | Date: 03/02/2026 - 03/02/2026 |

    Scenario Outline: <day> is no day
      When the date criterion "<day>" to "31012026" is added
      Then the Connect+ refuses because there is no such day

      Examples:
        | day      |
        | 31022026 |
        | 00012026 |
        | 0101     |

    Scenario: A period that ends before it begins is refused
      When the date criterion "09012026" to "08012026" is added
      Then the Connect+ refuses because the days are the wrong way round

  @CNP-FIL-03
  Rule: The filter opens with the last one
    Source: Connect+ operator guide, "Filter Transaction List".

    @assumed
    Scenario: The first time it has the period of today
      When the screen "Home" is open
      And the transaction filter is opened
      Then the filter has the criteria
        | Date: 01/01/2026 - 31/01/2026 |

    Scenario: What was viewed last is there again
      Given the date criterion "07012026" to "09012026" is added
      And the account criterion "Sales" is added
      And its transactions were viewed
      And the screen "Home" is open
      When the transaction filter is opened
      Then the filter has the criteria
        | Date: 07/01/2026 - 09/01/2026 |
        | Account: Sales                |

    @requires:power
    Scenario: It outlasts the power
      Given the date criterion "07012026" to "09012026" is added
      And its transactions were viewed
      And the power was cut and came back
      When the transaction filter is opened
      Then the filter has the criteria
        | Date: 07/01/2026 - 09/01/2026 |

    Scenario: Back from the list the filter is as it was
      Given the account criterion "Sales" is added
      And its transactions were viewed
      When "Back" is touched
      Then the filter has the criteria
        | Date: 01/01/2026 - 31/01/2026 |
        | Account: Sales                |

  @CNP-FIL-04
  Rule: Filters are saved under a name
    Source: Connect+ operator guide, "Saved Filters", "Save".

    Scenario: A saved filter has all its criteria
      Given the date criterion "05012026" to "07012026" is added
      And the account criterion "Marketing" is added
      And the filter is saved as "early marketing"
      And "Reset all" is touched
      When the saved filter "early marketing" is used
      And "View transactions" is touched
      Then the transactions on the display are
        | id | account   |
        | 1  | Marketing |

    Scenario: A saved filter shows its criteria
      Given the account criterion "Marketing" is added
      And the filter is saved as "mine"
      And "Reset all" is touched
      When the saved filter "mine" is used
      Then the filter has the criteria
        | Date: 01/01/2026 - 31/01/2026 |
        | Account: Marketing            |

    @assumed
    Scenario: A name that is in use is refused
      Given the filter is saved as "mine"
      When the filter is saved as "mine"
      Then the Connect+ refuses because the filter name is in use

    @assumed
    Scenario: A filter needs a name
      When the filter is saved as " "
      Then the Connect+ refuses because the name is missing
