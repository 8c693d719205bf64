@connect-plus @requires:data-centre @requires:mail
Feature: Rates on the Connect+ Series
  The prices of the classes are those of the newest rates that hold on the day; before any came, those of the factory.
  What every machine does alike with packages is in features/funds.

  @CNP-RAT-01 @assumed @requires:clock
  Rule: New prices hold from their effective day on
    Source: docs/requirements.yaml, "update rates" among the tasks of a synchronisation; that rates come before their day
    is assumed.

    Background:
      Given the Data Centre offers rates "2026-02" from "2026-01-08"
        | class     | 100 | 250 | 500 | 750 | fee |
        | 1st Class | 180 | 245 | 360 | 410 | 0   |
        | 2nd Class | 91  | 160 | 220 | 280 | 0   |
      And a synchronisation was made

    Scenario: Before that day the old prices hold
      When a piece of 20 g is run
      Then the last imprint is £1.65

    Scenario: On the day before they still hold
      Given the meter's clock stands at "2026-01-07 23:59:00"
      When a piece of 20 g is run
      Then the last imprint is £1.65

    Scenario: From midnight on the new ones do
      Given the meter's clock stands at "2026-01-08 00:00:00"
      When a piece of 20 g is run
      Then the last imprint is £1.80

    Scenario: Long afterwards too
      Given the meter's clock stands at "2026-01-20 12:00:00"
      When a piece of 20 g is run
      Then the last imprint is £1.80

    Scenario Outline: <grams> g as <class> on that day
      Given the meter's clock stands at "2026-01-08 09:00:00"
      And class "Royal Mail <class>" is selected for mail
      When a piece of <grams> g is run
      Then the last imprint is <postage>

      Examples:
        | class     | grams | postage |
        | 1st Class | 100   | £1.80   |
        | 1st Class | 101   | £2.45   |
        | 1st Class | 300   | £3.60   |
        | 1st Class | 750   | £4.10   |
        | 2nd Class | 100   | £0.91   |
        | 2nd Class | 501   | £2.80   |

    @requires:power
    Scenario: They hold after a power cut
      Given the meter's clock stands at "2026-01-08 09:00:00"
      And the power was cut and came back
      When a piece of 20 g is run
      Then the last imprint is £1.80

    Scenario: Each day's pieces are charged at that day's prices
      Given the meter's clock stands at "2026-01-07 23:50:00"
      And 1 piece was franked
      And 20 minutes pass
      When 1 piece was franked
      Then the transactions are
        | id | date       | pieces | total |
        | 1  | 07/01/2026 | 1      | 1.65  |
        | 2  | 08/01/2026 | 1      | 1.80  |

    Scenario: Meter Information says what holds and what will
      Then Meter Information says
        | Rates: 2026-02                 |
        | Rates in force: of the factory |
        | Rates from 08/01/2026: 2026-02 |

    Scenario: Meter Information on that day
      Given the meter's clock stands at "2026-01-08 09:00:00"
      Then Meter Information says
        | Rates: 2026-02          |
        | Rates in force: 2026-02 |
      And Meter Information does not speak of "Rates from"

  @CNP-RAT-02 @assumed
  Rule: What rates do not speak of stays as it was

    Background:
      Given the Data Centre offers rates "2026-02" from "2026-01-05"
        | class                | 100 | 250 | 500 | 750 | fee |
        | 1st Class Signed For | 180 | 245 | 360 | 410 | 200 |

    Scenario: Rates for today hold at once
      Given class "Royal Mail 1st Class Signed For" is selected for mail
      And a synchronisation was made
      When a piece of 20 g is run
      Then the last imprint is £3.80

    Scenario: A class that the rates lack keeps its prices
      Given a synchronisation was made
      When a piece of 20 g is run
      Then the last imprint is £1.65

    Scenario: The fee of a service is part of the rates
      Given class "Royal Mail 1st Class Signed For" is selected for mail
      And a synchronisation was made
      When a piece of 20 g is run
      Then the transactions are
        | id | class                | pieces | total |
        | 1  | 1st Class Signed For | 1      | 3.80  |

    Scenario: Before they were fetched nothing changes
      Given class "Royal Mail 1st Class Signed For" is selected for mail
      And a balance inquiry was made
      When a piece of 20 g is run
      Then the last imprint is £3.45

  @CNP-RAT-03 @assumed
  Rule: Weights that rates have no price for cannot be franked

    Scenario Outline: <grams> g
      Given the Data Centre offers rates "2026-02" from "2026-01-05"
        | class     | 100 | 250 | fee |
        | 1st Class | 180 | 245 | 0   |
      And a synchronisation was made
      When a piece of <grams> g is run
      Then <what comes of it>

      Examples:
        | grams | what comes of it                                 |
        | 250   | the last imprint is £2.45                        |
        | 251   | the Connect+ refuses because the piece is too heavy |

    Scenario: A price that the meter cannot print
      Given the Data Centre offers rates "2026-02" from "2026-01-05"
        | class     | 100    | 250    | fee |
        | 1st Class | 100000 | 100000 | 0   |
      And a synchronisation was made
      When a piece of 20 g is run
      Then the Connect+ refuses because the meter cannot print the postage
      And the piece comes out unfranked
      And the meter has used £0.00 for 0 pieces, and £500.00 is left

  @CNP-RAT-04
  Rule: Rates hold whole and verified, or not at all
    Source: docs/requirements.yaml; that a package is verified before it replaces the old one is required of the Data
    Centre's tasks.

    Scenario Outline: Rates that arrive <how>
      Given the Data Centre offers rates "2026-02" from "2026-01-05" that arrive <how>
        | class     | 100 | 250 | 500 | 750 | fee |
        | 1st Class | 180 | 245 | 360 | 410 | 0   |
        | 2nd Class | 91  | 160 | 220 | 280 | 0   |
      And the screen "Funds > Meter Information" is open
      When "Upload postal information now" is touched and answered
      Then the message has the row
        | Not installed: rates 2026-02, <reason> |
      And Meter Information says
        | Rates: factory                 |
        | Rates in force: of the factory |

      Examples:
        | how     | reason     |
        | longer  | wrong size |
        | shorter | wrong size |
        | changed | damaged    |

    Scenario: After refused rates the old prices hold
      Given the Data Centre offers rates "2026-02" from "2026-01-05" that arrive changed
        | class     | 100 | 250 | 500 | 750 | fee |
        | 1st Class | 180 | 245 | 360 | 410 | 0   |
      And a synchronisation was made
      When a piece of 20 g is run
      Then the last imprint is £1.65

    Scenario: While they are fetched the old prices hold
      Given the Data Centre offers rates "2026-02" in 3 pieces
      And a synchronisation has come to its piece 3
      And this message meets "connection reset"
      When the call comes to its end
      Then Meter Information says
        | Rates: factory                          |
        | Partly received: rates 2026-02, 2 of 3 |

    @requires:clock
    Scenario: Of two rates each holds on its days
      Given the Data Centre offers rates "2026-02" from "2026-01-06"
        | class     | 100 | 250 | 500 | 750 | fee |
        | 1st Class | 180 | 245 | 360 | 410 | 0   |
      And the Data Centre offers rates "2026-03" from "2026-01-09"
        | class     | 100 | 250 | 500 | 750 | fee |
        | 1st Class | 190 | 255 | 370 | 420 | 0   |
      And a synchronisation was made
      And the meter's clock stands at "2026-01-07 09:00:00"
      And 1 piece was franked
      And the meter's clock stands at "2026-01-09 09:00:00"
      When 1 piece was franked
      Then the transactions are
        | id | date       | total |
        | 1  | 07/01/2026 | 1.80  |
        | 2  | 09/01/2026 | 1.90  |

  @CNP-RAT-05
  Rule: Meter Information says what is installed
    Source: docs/requirements.yaml: rates, software, features, graphics.

    @assumed
    Scenario: A new machine
      Then Meter Information says
        | Rates: factory                 |
        | Rates in force: of the factory |
        | Software: 1.0.0                |
      And Meter Information does not speak of "Feature"

    Scenario: After an upload that has brought everything
      Given the Data Centre offers software "1.1.0"
      And the Data Centre offers the feature "Differential weighing"
      And the Data Centre offers the graphic "Spring 2026"
      And the screen "Funds > Meter Information" is open
      When "Upload postal information now" is touched and answered
      Then the message has the rows
        | Installed: software 1.1.0                 |
        | Installed: features Differential weighing |
        | Installed: graphics Spring 2026           |
      And Meter Information says
        | Software: 1.1.0                |
        | Feature: Differential weighing |
        | Graphic: Spring 2026           |

    Scenario: What is fetched is told part by part
      Given the Data Centre offers software "1.1.0" in 2 pieces
      And the screen "Funds > Meter Information" is open
      When "Upload postal information now" is touched
      Then the call shows
        | Opening a session                          |
        | Postal inspection                          |
        | Receiving software 1.1.0: part 1 of 2 |
        | Receiving software 1.1.0: part 2 of 2 |
        | Ending the session                         |
