@requires:data-centre
Feature: Synchronising with the Data Centre
  One call brings all that there is to bring: postage that was asked for, rates, software, features, graphics, the
  inspection, and diagnostics for the other side. What is cut short goes on with the next call.

  @FUN-SYN-01
  Rule: A synchronisation carries out all seven tasks
    Source: the seven tasks (docs/requirements.yaml): refill postage, update rates, update software, perform inspections,
    collect diagnostics, add features, receive graphics.

    Scenario: All seven in one call
      Given the books are noted
      And a refill of £50.00 has come to its request for postage
      And this message meets "answer lost"
      And the call came to its end
      And the Data Centre offers rates "2026-B"
      And the Data Centre offers software "1.1.0"
      And the Data Centre offers the feature "Tracking"
      And the Data Centre offers the graphic "Spring"
      And the Data Centre wants diagnostics
      When the meter synchronises
      Then the credit has grown by £50.00
      And the meter has installed
        | rates    | 2026-B   |
        | software | 1.1.0    |
        | feature  | Tracking |
        | graphic  | Spring   |
      And the Data Centre has made 1 inspection more
      And the Data Centre has received diagnostics 1 time
      And the Data Centre has the same figures as the meter
      And the Data Centre knows what is installed

    Scenario: A synchronisation that has nothing to bring is an inspection
      Given the books are noted
      When the meter synchronises
      Then 3 messages went to the Data Centre
      And the Data Centre has made 1 inspection more
      And the books are as they were

    Scenario: A balance inquiry fetches nothing
      Given the Data Centre offers software "1.1.0"
      When a balance inquiry is made
      Then the call is done
      And the meter has installed what it was made with

  @FUN-SYN-02
  Rule: Diagnostics are sent when they are wanted
    Source: collect diagnostics (docs/requirements.yaml).

    Scenario: They are wanted
      Given the Data Centre wants diagnostics
      When the meter synchronises
      Then the Data Centre has received diagnostics 1 time

    Scenario: They are wanted for two synchronisations
      Given the Data Centre wants diagnostics
      And the meter has synchronised
      When the meter synchronises
      Then the Data Centre has received diagnostics 2 times

    Scenario: They are not wanted
      When the meter synchronises
      Then the Data Centre has received diagnostics 0 times

  @FUN-SYN-03
  Rule: A download that was cut goes on with the next call, and is installed when it is whole
    Source: each step of a synchronisation resumes at the next one and is never half applied; software is updated
    (docs/requirements.yaml).

    @requires:power
    Scenario Outline: The power goes <later> after the screen of piece <piece> has come
      Given the Data Centre offers software "1.1.0" in 5 pieces
      And a synchronisation has come to its piece <piece>
      When <later> later the power is cut and comes back
      Then the meter has installed what it was made with

      Examples:
        | piece | later             |
        | 1     | 0 seconds         |
        | 1     | 1500 milliseconds |
        | 2     | 0 seconds         |
        | 3     | 1500 milliseconds |
        | 5     | 0 seconds         |
        | 5     | 1500 milliseconds |

    @requires:power
    Scenario Outline: After a cut <later> into piece <piece> of 5 the pieces from there on are fetched
      Given the Data Centre offers software "1.1.0" in 5 pieces
      And a synchronisation has come to its piece <piece>
      And <later> later the power is cut and comes back
      And the books are noted
      When the meter synchronises
      Then <messages> messages went to the Data Centre
      And the meter has installed
        | software | 1.1.0 |
      And the Data Centre knows what is installed

      Examples:
        | piece | later             | messages |
        | 1     | 0 seconds         | 8        |
        | 1     | 1500 milliseconds | 8        |
        | 2     | 0 seconds         | 7        |
        | 2     | 1500 milliseconds | 7        |
        | 3     | 0 seconds         | 6        |
        | 3     | 1500 milliseconds | 6        |
        | 4     | 0 seconds         | 5        |
        | 4     | 1500 milliseconds | 5        |
        | 5     | 0 seconds         | 4        |
        | 5     | 1500 milliseconds | 4        |

    Scenario Outline: Piece <piece> of 5 meets "<trouble>"
      Given the Data Centre offers rates "2026-B" in 5 pieces
      And a synchronisation has come to its piece <piece>
      And this message meets "<trouble>"
      And the call came to its end
      And the books are noted
      When the meter synchronises
      Then <messages> messages went to the Data Centre
      And the meter has installed
        | rates | 2026-B |

      Examples:
        | piece | trouble                      | messages |
        | 1     | out of order                 | 8        |
        | 2     | connection reset             | 7        |
        | 3     | answer lost                  | 6        |
        | 4     | no answer                    | 5        |
        | 5     | no answer after carrying out | 4        |

    Scenario: A call that is cut at a piece says that it has failed, and the old version stays
      Given the Data Centre offers software "1.1.0" in 5 pieces
      And a synchronisation has come to its piece 3
      And this message meets "connection reset"
      When the call comes to its end
      Then the call has failed
      And the meter has installed what it was made with

    @requires:network
    Scenario Outline: The network is unplugged at piece <piece> of 5
      Given the Data Centre offers software "1.1.0" in 5 pieces
      And a synchronisation has come to its piece <piece>
      And the network is unplugged
      And the call came to its end
      And the network is plugged in again
      When the meter synchronises
      Then the meter has installed
        | software | 1.1.0 |

      Examples:
        | piece |
        | 1     |
        | 3     |
        | 5     |

    Scenario: Another version takes the place of one that was half fetched
      Given the Data Centre offers software "1.1.0" in 5 pieces
      And a synchronisation has come to its piece 3
      And this message meets "connection reset"
      And the call came to its end
      And the Data Centre offers software "1.2.0" in 4 pieces
      When the meter synchronises
      Then the meter has installed
        | software | 1.2.0 |

  @FUN-SYN-04
  Rule: What a call was not able to do, the next one does
    Source: as @FUN-SYN-03.

    Scenario Outline: The opening of a synchronisation meets "<trouble>"
      Given the Data Centre offers the feature "Tracking"
      And the next message to the Data Centre meets "<trouble>"
      And a synchronisation is made
      And the call has failed
      When the meter synchronises
      Then the meter has installed
        | feature | Tracking |

      Examples:
        | trouble                      |
        | out of order                 |
        | connection reset             |
        | answer lost                  |
        | no answer                    |
        | no answer after carrying out |

    Scenario: The Data Centre is out of order for three calls
      Given the Data Centre offers the graphic "Spring"
      And the next 3 messages to the Data Centre meet "out of order"
      And a synchronisation is made
      And a synchronisation is made
      And a synchronisation is made
      When the meter synchronises
      Then the meter has installed
        | graphic | Spring |

    Scenario: An answer to an earlier challenge opens no session
      Given the Data Centre offers software "1.1.0"
      And the next answer bears an earlier challenge
      When a synchronisation is made
      Then the call has failed
      And the meter has installed what it was made with

    Scenario: An answer that makes no sense ends the call
      Given the next answer bears nonsense
      When a synchronisation is made
      Then the call has failed
