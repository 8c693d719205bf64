@connect-plus @requires:mail @requires:accounting
Feature: The Connect+ Series and its accounting server
  What the machine accounts for is uploaded. A transaction that was moved shows on its new account in reports once the
  accounting server knows it.

  Background:
    Given a Connect+ with these accounts
      | name      | code |
      | Marketing | M-01 |
      | Sales     | S-01 |
    And mail was run as follows
      | pieces | account   |
      | 2      | Marketing |
      | 3      | Sales     |
    And everything is synchronised

  @CNP-SYN-01
  Rule: A moved transaction does not show on its new account instantly
    Source: seed, "The transaction does not report to the new account instantly - accounting information must sync with
    the accounting server before the change shows in a report"; FAQ "Why hasn't my moved transaction appeared on the
    new account?", "The change is not instant."

    @requires:network
    Scenario: Before it is synchronised it is on the old account
      Given the network is unplugged
      When transaction 1 is moved to account "Sales"
      Then reports show these charges
        | account   | pieces | postage |
        | Marketing | 2      | 3.30    |
        | Sales     | 3      | 4.95    |
      And the transactions are
        | id | account | pieces |
        | 1  | Sales   | 2      |
        | 2  | Sales   | 3      |

    @requires:network
    Scenario: It stays there for as long as the server is not reached
      Given the network is unplugged
      When transaction 1 is moved to account "Sales"
      Then for 3 hours reports show 3 pieces and £4.95 on account "Sales"

    @requires:clock
    Scenario: The display does not run ahead of the server
      When transaction 1 is moved to account "Sales"
      Then reports show these charges
        | account   | pieces | postage |
        | Marketing | 2      | 3.30    |
        | Sales     | 3      | 4.95    |

    @assumed
    Scenario: By itself it is synchronised within a quarter of an hour
      When transaction 1 is moved to account "Sales"
      Then within 15 minutes the accounting server has 5 pieces and £8.25 on account "Sales"
      And within 1 minute reports show 5 pieces and £8.25 on account "Sales"

    @assumed
    Scenario: It is not synchronised at once either
      When transaction 1 is moved to account "Sales"
      Then for at least 10 minutes the accounting server has 3 pieces and £4.95 on account "Sales"

    Scenario: After it is synchronised it is on the new account, and no longer on the old one
      Given transaction 1 is moved to account "Sales"
      When everything is synchronised
      Then within 5 minutes reports show 5 pieces and £8.25 on account "Sales"
      And reports show these charges
        | account | pieces | postage |
        | Sales   | 5      | 8.25    |

    @requires:network
    Scenario: Once the network is back it is synchronised
      Given the network is unplugged
      And transaction 1 is moved to account "Sales"
      When the network is plugged in again
      Then within 15 minutes reports show 5 pieces and £8.25 on account "Sales"

    @requires:power
    Scenario: A power cut between the move and the sync loses nothing
      Given transaction 1 is moved to account "Sales"
      When the power is cut and comes back
      Then within 20 minutes reports show 5 pieces and £8.25 on account "Sales"

    Scenario: A transaction that is moved twice ends where it was moved last
      Given transaction 1 is moved to account "Sales"
      And transaction 1 is moved to account "Marketing"
      And transaction 2 is moved to account "Marketing"
      When everything is synchronised
      Then within 15 minutes reports show 5 pieces and £8.25 on account "Marketing"
      And the accounting server has 5 pieces and £8.25 on account "Marketing"

    Scenario: Moved back before the sync it never shows elsewhere
      Given transaction 1 is moved to account "Sales"
      And transaction 1 is moved to account "Marketing"
      When everything is synchronised
      Then reports show these charges
        | account   | pieces | postage |
        | Marketing | 2      | 3.30    |
        | Sales     | 3      | 4.95    |

  @CNP-SYN-02
  Rule: Opening Manage Accounts uploads at once
    Source: Connect+ knowledge base, "opening Manage Accounts uploads pending transactions".

    Scenario: New transactions
      Given 1 piece was franked on account "Sales"
      When Manage Accounts is opened
      Then within 1 minute the accounting server has 4 pieces and £6.60 on account "Sales"

    Scenario: Without it they wait
      Given 1 piece was franked on account "Sales"
      When Run Mail is opened
      Then for at least 5 minutes the accounting server has 3 pieces and £4.95 on account "Sales"

    @assumed
    Scenario: By themselves they are uploaded within a quarter of an hour
      When 1 piece was franked on account "Sales"
      Then within 15 minutes the accounting server has 4 pieces and £6.60 on account "Sales"

    Scenario: New and changed accounts are uploaded too
      Given this account is created
        | name    | code | under | status |
        | Archive | A-01 |       | active |
      And "Done" is touched
      And within 1 minute the accounting server knows account "Archive"
      When account "Archive" is made inactive
      And Manage Accounts is opened
      Then within 1 minute the accounting server knows the accounts
        | code | name      | status   |
        | M-01 | Marketing | active   |
        | S-01 | Sales     | active   |
        | A-01 | Archive   | inactive |

    @assumed
    Scenario: An account that is deleted is inactive at the server
      Given this account is created
        | name    | code |
        | Archive | A-01 |
      And "Done" is touched
      And within 1 minute the accounting server knows account "Archive"
      When account "Archive" is deleted
      And Manage Accounts is opened
      Then within 1 minute the accounting server knows the accounts
        | code | name      | status   |
        | M-01 | Marketing | active   |
        | S-01 | Sales     | active   |
        | A-01 | Archive   | inactive |

  @CNP-SYN-03 @assumed
  Rule: Nothing is lost and nothing counts twice, whatever happens to an upload
    Source: docs/requirements.yaml; an upload is repeated until the server has confirmed it.

    Scenario Outline: A message that ends as "<trouble>" is sent again
      Given the next 1 message to the accounting server ends as "<trouble>"
      And 1 piece was franked on account "Sales"
      When Manage Accounts is opened
      Then within 10 minutes the accounting server has 4 pieces and £6.60 on account "Sales"
      And for 2 hours the accounting server has 6 pieces and £9.90 in all

      Examples:
        | trouble                      |
        | out of order                 |
        | connection reset             |
        | answer lost                  |
        | no answer                    |
        | no answer after carrying out |

    Scenario Outline: A move whose message ends as "<trouble>"
      Given transaction 1 is moved to account "Sales"
      And the next 2 messages to the accounting server end as "<trouble>"
      When Manage Accounts is opened
      Then within 15 minutes reports show 5 pieces and £8.25 on account "Sales"
      And reports and server tie to the registers

      Examples:
        | trouble                      |
        | out of order                 |
        | connection reset             |
        | answer lost                  |
        | no answer                    |
        | no answer after carrying out |

    Scenario: A server that never answers well does not stop work at the panel
      Given the next 1000 messages to the accounting server end as "out of order"
      When 1 piece was franked on account "Sales"
      And 1 hour passes
      Then the batch has 0 pieces and £0.00
      And the accounting server has 5 pieces and £8.25 in all

    @requires:clock
    Scenario: A server that is out of order is asked less and less often
      Given the next 1000 messages to the accounting server end as "out of order"
      And 1 piece was franked on account "Sales"
      When Manage Accounts is opened
      Then no more than 12 messages reach the accounting server in 6 hours

    @requires:clock
    Scenario: Once the server works again all is uploaded within the hour
      Given the next 8 messages to the accounting server end as "out of order"
      And 1 piece was franked on account "Sales"
      And Manage Accounts is opened
      When 4 hours pass
      Then the accounting server has 6 pieces and £9.90 in all

    @requires:network @requires:clock
    Scenario: A network that is unplugged for days
      Given the network is unplugged
      And 1 piece was franked on account "Sales"
      And 3 days pass
      And 2 pieces were franked on account "Marketing"
      And 5 days pass
      When the network is plugged in again
      Then within 65 minutes the accounting server has 8 pieces and £13.20 in all
      And reports and server tie to the registers

    @requires:clock
    Scenario: A clock that jumps ahead by days
      Given 1 piece was franked on account "Sales"
      When 30 days pass
      Then the accounting server has 6 pieces and £9.90 in all

    @requires:power @requires:clock
    Scenario Outline: A power cut <after> into an upload
      Given 1 piece was franked on account "Sales"
      And Manage Accounts is opened
      And <after> passes
      When the power is cut and comes back
      Then within 10 minutes the accounting server has 6 pieces and £9.90 in all
      And reports and server tie to the registers

      Examples:
        | after             |
        | 0 milliseconds    |
        | 1 second          |
        | 1999 milliseconds |
        | 3 seconds         |

    @requires:power @requires:clock
    Scenario Outline: A power cut <bytes> bytes into saving what is uploaded or what was confirmed
      Given 1 piece was franked on account "Sales"
      And Manage Accounts is opened
      When the power is cut <bytes> bytes into the upload
      Then within 20 minutes the accounting server has 6 pieces and £9.90 in all
      And reports and server tie to the registers

      Examples:
        | bytes |
        | 0     |
        | 30    |
        | 1000  |
        | 2500  |
        | 3500  |
        | 5000  |

    @requires:power @requires:network
    Scenario: What was to be uploaded as the power went is uploaded when it comes back
      Given the network is unplugged
      And 1 piece was franked on account "Sales"
      And Manage Accounts is opened
      And the power was cut and came back
      When the network is plugged in again
      Then within 15 minutes the accounting server has 4 pieces and £6.60 on account "Sales"
