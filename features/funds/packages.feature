@requires:data-centre
Feature: Rates, software, features and graphics
  What the Data Centre offers is fetched in pieces, compared with what was announced, and put in the place of the old one
  as a whole or not at all.

  @FUN-PKG-01
  Rule: Each kind of package is installed by a synchronisation
    Source: update rates, update installed software, add new features, receive new graphics (docs/requirements.yaml).

    Scenario Outline: <package>
      Given the Data Centre offers <package>
      When the meter synchronises
      Then the meter has installed
        | <kind> | <name> |
      And the Data Centre knows what is installed

      Examples:
        | package                | kind     | name     |
        | rates "2026-B"         | rates    | 2026-B   |
        | software "1.1.0"       | software | 1.1.0    |
        | the feature "Tracking" | feature  | Tracking |
        | the graphic "Spring"   | graphic  | Spring   |

    Scenario: Features and graphics are added to those that are there
      Given the Data Centre offers the feature "Tracking"
      And the Data Centre offers the graphic "Spring"
      And the meter has synchronised
      And the Data Centre offers the feature "Differential weighing"
      And the Data Centre offers the graphic "Winter"
      When the meter synchronises
      Then the meter has installed
        | feature | Tracking              |
        | feature | Differential weighing |
        | graphic | Spring                |
        | graphic | Winter                |
      And the Data Centre knows what is installed

    Scenario: New software leaves the rest as it is
      Given the Data Centre offers rates "2026-B"
      And the Data Centre offers the feature "Tracking"
      And the meter has synchronised
      And the Data Centre offers software "1.1.0"
      When the meter synchronises
      Then the meter has installed
        | rates    | 2026-B   |
        | software | 1.1.0    |
        | feature  | Tracking |

    @requires:power
    Scenario: What was installed is kept when the power is cut
      Given the Data Centre offers rates "2026-B"
      And the Data Centre offers the graphic "Spring"
      And the meter has synchronised
      When the power is cut and comes back
      Then the meter has installed
        | rates   | 2026-B |
        | graphic | Spring |

  @FUN-PKG-02
  Rule: The newest is installed, and nothing twice
    Source: updates bring what the meter lacks (docs/requirements.yaml).

    Scenario Outline: Of two <what> the newer one is installed
      Given the Data Centre offers <what> "2.0.0"
      And the Data Centre offers <what> "3.0.0"
      When the meter synchronises
      Then the meter has installed
        | <what> | 3.0.0 |

      Examples:
        | what     |
        | rates    |
        | software |

    Scenario Outline: Newer <what> take the place of those that were installed before
      Given the Data Centre offers <what> "2.0.0"
      And the meter has synchronised
      And the Data Centre offers <what> "3.0.0"
      When the meter synchronises
      Then the meter has installed
        | <what> | 3.0.0 |

      Examples:
        | what     |
        | rates    |
        | software |

    Scenario: What is installed is not fetched again
      Given the Data Centre offers rates "2026-B"
      And the Data Centre offers software "1.1.0"
      And the Data Centre offers the feature "Tracking"
      And the Data Centre offers the graphic "Spring"
      And the meter has synchronised
      And the books are noted
      When the meter synchronises
      Then 3 messages went to the Data Centre

  @FUN-PKG-03
  Rule: A package that is not what was announced is refused, and the old one stays
    Source: a rate table or a software image is verified by its size and its digest before it replaces the old one; a
    wrong tariff may make equipment inoperable (docs/requirements.yaml).

    Scenario Outline: <package> that arrives <spoilt>
      Given the books are noted
      And the Data Centre offers <package>, and it arrives <spoilt>
      When a synchronisation is made
      Then the call is done
      And the display has said that <package> is refused
      And the meter has installed what it was made with

      Examples:
        | package                | spoilt  |
        | rates "2026-B"         | longer  |
        | rates "2026-B"         | shorter |
        | rates "2026-B"         | changed |
        | software "1.1.0"       | longer  |
        | software "1.1.0"       | shorter |
        | software "1.1.0"       | changed |
        | the feature "Tracking" | longer  |
        | the feature "Tracking" | changed |
        | the graphic "Spring"   | shorter |
        | the graphic "Spring"   | changed |

    Scenario Outline: The <what> that were installed stay when newer ones arrive <spoilt>
      Given the Data Centre offers <what> "2.0.0"
      And the meter has synchronised
      And the Data Centre offers <what> "3.0.0", and it arrives <spoilt>
      When the meter synchronises
      Then the meter has installed
        | <what> | 2.0.0 |
      And the Data Centre knows what is installed

      Examples:
        | what     | spoilt  |
        | rates    | longer  |
        | rates    | shorter |
        | rates    | changed |
        | software | longer  |
        | software | shorter |
        | software | changed |

    Scenario: A refused package does not keep the others away
      Given the Data Centre offers rates "2026-B", and it arrives changed
      And the Data Centre offers software "1.1.0"
      And the Data Centre offers the graphic "Spring"
      When the meter synchronises
      Then the meter has installed
        | software | 1.1.0  |
        | graphic  | Spring |

    Scenario: A package that was refused is installed once it arrives whole
      Given the Data Centre offers software "1.1.0", and it arrives changed
      And the meter has synchronised
      And the Data Centre offers software "1.1.0"
      When the meter synchronises
      Then the meter has installed
        | software | 1.1.0 |

    Scenario: Rates without prices are refused
      Given the books are noted
      And the Data Centre offers rates "2026-B" without prices
      When a synchronisation is made
      Then the display has said that rates "2026-B" is refused
      And the meter has installed what it was made with

    Scenario: A refused package is no reason to skip the inspection
      Given the books are noted
      And the Data Centre offers software "1.1.0", and it arrives longer
      When the meter synchronises
      Then the Data Centre has made 1 inspection more

  @FUN-PKG-04 @assumed
  Rule: A package that is too large is not fetched
    Source: the largest package that these machines take was not found.

    Scenario: A byte too many
      Given the books are noted
      And the Data Centre offers software "1.1.0", a byte larger than the machine takes
      When a synchronisation is made
      Then 3 messages went to the Data Centre
      And the display has said that software "1.1.0" is refused
      And the meter has installed what it was made with

  @FUN-PKG-05 @connect-plus @requires:mail
  Rule: New rates hold for every class, or for none
    Source: the correct tariff must be loaded (docs/requirements.yaml); a rate table is never half applied.

    Scenario Outline: <class> after rates that change every price
      Given the Data Centre offers rates "2026-B" from "2026-01-05"
        | class                | 100 | 250 | 500 | 750 | fee |
        | 1st Class            | 180 | 245 | 360 | 410 | 0   |
        | 1st Class Signed For | 180 | 245 | 360 | 410 | 200 |
        | 2nd Class            | 91  | 160 | 220 | 280 | 0   |
      And the meter has synchronised
      And class "Royal Mail <class>" is selected for mail
      When a piece is put through
      Then the piece bears <postage>

      Examples:
        | class                | postage |
        | 1st Class            | £1.80   |
        | 1st Class Signed For | £3.80   |
        | 2nd Class            | £0.91   |

    Scenario Outline: <class> after rates that were refused
      Given the Data Centre offers rates "2026-B" from "2026-01-05" that arrive changed
        | class                | 100 | 250 | 500 | 750 | fee |
        | 1st Class            | 180 | 245 | 360 | 410 | 0   |
        | 1st Class Signed For | 180 | 245 | 360 | 410 | 200 |
        | 2nd Class            | 91  | 160 | 220 | 280 | 0   |
      And class "Royal Mail <class>" is selected for mail
      And a piece is put through
      And the meter has synchronised
      When another piece is put through
      Then both pieces bear the same postage

      Examples:
        | class                |
        | 1st Class            |
        | 1st Class Signed For |
        | 2nd Class            |
