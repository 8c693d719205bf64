Feature: The least that the test runner can do

  Scenario: One step
    Given nothing
