@onboarding
Feature: What the registration opens in My Account
  Source: seed, "L'enregistrement vous permet".

  @ONB-ACC-01
  Rule: Before the registration My Account has nothing to offer
    Source: seed: the registration is what allows it.

    Scenario: A customer without equipment
      Given a customer with a base profile
      When the section "account" is opened
      Then the section "equipment" must be complete first

  @ONB-ACC-02
  Rule: A customer requests service, and sees how the request stands
    Source: seed, "de faire une demande de service ou de vérifier la situation relative à une demande de service".

    Scenario: A request gets a number
      Given a customer with registered equipment
      When service is requested for "Paper jam"
      Then the service requests are
        | SR-000001 | received |

    Scenario: The work goes on
      Given a customer with registered equipment
      And service was requested for "Paper jam"
      When the state of "SR-000001" is asked for
      Then the service requests are
        | SR-000001 | in progress |

    Scenario: The work is done
      Given a customer with registered equipment
      And service was requested for "Paper jam"
      And the state of "SR-000001" was asked for
      When the state of "SR-000001" is asked for
      Then the service requests are
        | SR-000001 | closed |

    Scenario: Two requests are two
      Given a customer with registered equipment
      And service was requested for "Paper jam"
      When service is requested for "Ink"
      Then the service requests are
        | SR-000001 | received |
        | SR-000002 | received |

    @requires:power
    Scenario: A request outlasts a power cut
      Given a customer with registered equipment
      And service was requested for "Paper jam"
      When the power is cut and comes back
      Then the service requests are
        | SR-000001 | received |

    @requires:data-centre
    Scenario Outline: A request that meets <trouble> is made once
      Given a customer with registered equipment
      And the next message to the Data Centre meets <trouble>
      When service is requested for "Paper jam"
      Then the page says that there was no answer
      When what was not answered is sent again
      And service is requested for "Ink"
      Then the service requests are
        | SR-000001 | received |
        | SR-000002 | received |

      Examples:
        | trouble                        |
        | "out of order"                 |
        | "connection reset"             |
        | "answer lost"                  |
        | "no answer"                    |
        | "no answer after carrying out" |

  @ONB-ACC-03
  Rule: A customer changes the address
    Source: seed, "de changer votre adresse".

    Scenario: The address that was registered comes first
      Given a customer with registered equipment
      Then My Account has the address "100 Main Street, Toronto ON"

    Scenario: The new address takes its place
      Given a customer with registered equipment
      When the address is changed to "7 King Street, Hamilton ON"
      Then My Account has the address "7 King Street, Hamilton ON"

    @requires:data-centre
    Scenario: A change that was not answered is none before it is
      Given a customer with registered equipment
      And the next message to the Data Centre meets "answer lost"
      When the address is changed to "7 King Street, Hamilton ON"
      Then the page says that there was no answer
      When what was not answered is sent again
      Then My Account has the address "7 King Street, Hamilton ON"

  @ONB-ACC-04
  Rule: A customer sees the rates
    Source: seed, "de consulter de l'information sur les tarifs".

    Scenario: The rates that are in force
      Given a customer with registered equipment
      When the rates are asked for
      Then the rates "factory" show $1.65, $2.30, $3.50 and $4.00 for "1st Class"
