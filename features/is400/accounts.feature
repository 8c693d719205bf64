@is400
Feature: Accounts on the IS-420 and IS-440

  @IS4-ACC-02
  Rule: A supervisor adds an account with a number, a name and a status

    Scenario: A number that is taken is refused and the list stays as it was
      Given a meter in Accounts mode with account 1201 "Marketing"
      When the supervisor adds account 1201 "Sales" as active
      Then the account list is unchanged
