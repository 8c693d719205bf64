@is400 @requires:stick
Feature: Account files that an IS-420 or IS-440 cannot take as they are
  Lists are edited on a PC, and what comes back may be anything. A line that cannot be taken is refused and counted,
  the others are added, and nothing that was there is lost or changed.

  @IS4-IMP-05 @assumed
  Rule: A line that cannot be taken is refused, with the reason for the first, and the others are added
    Source: uniqueness and lengths: IS-5000 guide 2012 p. 122, IN-360 guide 2015 p. 88, service code DBX 06 101.
    Refusing line by line, and the wording, are assumed.

    Scenario Outline: <what>
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1301;Despatch;Active
        <line>
        1302;Stores;Inactive
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 2 added and 1 refused
      And the first refused line is 2: "<why>"
      And the account list has gained
        | 1301 | Despatch | active   |
        | 1302 | Stores   | inactive |

      Examples: columns
        | what                    | line                  | why                         |
        | Commas for semicolons   | 1400,Sales,Active     | Not number, name and status |
        | Tabs for semicolons     | 1400	Sales	Active     | Not number, name and status |
        | No status               | 1400;Sales            | Not number, name and status |
        | A number alone          | 1400                  | Not number, name and status |
        | One column too many     | 1400;Sales;Active;7   | Not number, name and status |
        | A semicolon at the end  | 1400;Sales;Active;    | Not number, name and status |
        | A line of nothing but a space | ⌷               | Not number, name and status |

      Examples: numbers
        | what                      | line                   | why                                  |
        | No number                 | ;Sales;Active          | No account number                    |
        | A number of the file      | 1301;Sales;Active      | Account number already in use        |
        | A number of the list      | 1201;Sales;Active      | Account number already in use        |
        | The default's number      | 1;Sales;Active         | Account number already in use        |
        | A space in the number     | 14 00;Sales;Active     | Account number has a wrong character |
        | A space before the number | ⌷1400;Sales;Active     | Account number has a wrong character |
        | A quoted number           | "1400";Sales;Active    | Account number has a wrong character |

      Examples: names
        | what                  | line                                              | why                              |
        | No name               | 1400;;Active                                      | No account name                  |
        | A name of the file    | 1400;Despatch;Active                              | Account name already in use      |
        | A name of the list    | 1400;Marketing;Active                             | Account name already in use      |
        | 33 characters         | 1400;123456789012345678901234567890123;Active     | Account name too long            |
        | A quoted name         | 1400;"Sales";Active                               | Account name has a wrong character |
        | A formula             | 1400;=1+1;Active                                  | Account name has a wrong character |

      Examples: status
        | what                   | line                | why            |
        | No status word         | 1400;Sales;         | Unknown status |
        | Another word           | 1400;Sales;Yes      | Unknown status |
        | A figure               | 1400;Sales;1        | Unknown status |
        | Small letters          | 1400;Sales;active   | Unknown status |
        | A space after the word | 1400;Sales;Active⌷  | Unknown status |

    Scenario: A number one character too long for the model
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the line for this model
        | IS-420 | 123456789012;Sales;Active                    |
        | IS-440 | 1234567890123456789012345678901;Sales;Active |
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 0 added and 1 refused
      And the first refused line is 1: "Account number too long"
      And the account list is unchanged

    Scenario: Letters in a number, where the model has digits only
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1301;Despatch;Active
        R2D2;Robots;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result by model is
        | IS-420 | 1 | 1 |
        | IS-440 | 2 | 0 |
      And the account list by model has gained
        | IS-420 | 1301 Despatch active |                      |
        | IS-440 | 1301 Despatch active | R2D2 Robots active   |

    Scenario: A heading is a line like any other
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        Number;Name;Status
        1301;Despatch;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 1 added and 1 refused
      And the first refused line by model is
        | IS-420 | 1 | Account number has a wrong character |
        | IS-440 | 1 | Unknown status                       |
      And the account list has gained
        | 1301 | Despatch | active |

    Scenario: Many lines are refused and the first of them is named
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1301;Despatch;Active

        1302;Stores;Shut
        1302;Marketing;Active
        1201;Works;Active
        1303,Canteen,Active
        1304;Reception;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 2 added and 4 refused
      And the first refused line is 3: "Unknown status"
      And the account list has gained
        | 1301 | Despatch  | active |
        | 1304 | Reception | active |

    Scenario: A line that was refused does not take its number or its name
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1301;Despatch;Perhaps
        1301;Despatch;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 1 added and 1 refused
      And the first refused line is 1: "Unknown status"
      And the account list has gained
        | 1301 | Despatch | active |

    Scenario: An account that is there keeps its name and status
      Given a meter in Accounts mode with account 1201 "Marketing"
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        1201;Sales;Inactive
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 0 added and 1 refused
      And the first refused line is 1: "Account number already in use"
      And the account list is unchanged

  @IS4-IMP-06 @assumed
  Rule: Bytes that are no text of the model's encoding do not get into the list
    Source: none; encoding and line ends were not found.

    Scenario: Mixed line ends
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        1301;Despatch;Active\r\n
        1302;Stores;Active\n
        1303;Canteen;Inactive\r
        1304;Reception;Active\r\n
        \n
        1305;Works;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 5 added and 0 refused
      And the account list has gained
        | 1301 | Despatch  | active   |
        | 1302 | Stores    | active   |
        | 1303 | Canteen   | inactive |
        | 1304 | Reception | active   |
        | 1305 | Works     | active   |

    Scenario: A byte order mark, as editors write it before UTF-8
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        \xEF\xBB\xBF1301;Despatch;Active\r\n
        1302;Stores;Active\r\n
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result by model is
        | IS-420 | 1 | 1 |
        | IS-440 | 2 | 0 |
      And the account list by model has gained
        | IS-420 | 1302 Stores active   |                    |
        | IS-440 | 1301 Despatch active | 1302 Stores active |

    Scenario Outline: <what>
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        1301;<name>;Active\r\n
        1302;Stores;Active\r\n
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 1 added and 1 refused
      And the first refused line by model is
        | IS-420 | 1 | <why, IS-420> |
        | IS-440 | 1 | <why, IS-440> |
      And the account list has gained
        | 1302 | Stores | active |

      Examples: encodings
        | what                            | name           | why, IS-420                        | why, IS-440                        |
        | A letter of UTF-8 cut short     | Caf\xE2\x82    | Account name has a wrong character | Unreadable character               |

      Examples: control characters and bytes of no letter
        | what                            | name           | why, IS-420                        | why, IS-440                        |
        | NUL                             | Sal\x00es      | Account name has a wrong character | Account name has a wrong character |
        | A tab                           | Sal\tes        | Account name has a wrong character | Account name has a wrong character |
        | Escape                          | \x1B[2JSales   | Account name has a wrong character | Account name has a wrong character |
        | Delete                          | Sales\x7F      | Account name has a wrong character | Account name has a wrong character |
        | A byte that is in neither       | Sales\x81      | Account name has a wrong character | Unreadable character               |
        | UTF-16                          | \xFF\xFES\x00  | Account name has a wrong character | Unreadable character               |

    Scenario: Windows-1252 where the model reads UTF-8
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        1301;Caf\xE9;Active\r\n
        1302;Stores;Active\r\n
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result by model is
        | IS-420 | 2 | 0 |
        | IS-440 | 1 | 1 |
      And the account list by model has gained
        | IS-420 | 1301 Café active   | 1302 Stores active |
        | IS-440 | 1302 Stores active |                    |

    Scenario: UTF-8 where the model reads Windows-1252
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        1301;Caf\xC3\xA9;Active\r\n
        1302;Stores;Active\r\n
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result by model is
        | IS-420 | 1 | 1 |
        | IS-440 | 2 | 0 |
      And the account list by model has gained
        | IS-420 | 1302 Stores active |                    |
        | IS-440 | 1301 Café active   | 1302 Stores active |

    Scenario: The end-of-file mark of old systems
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        1301;Despatch;Active\r\n
        \x1A
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 1 added and 1 refused
      And the first refused line is 2: "Not number, name and status"
      And the account list has gained
        | 1301 | Despatch | active |

  @IS4-IMP-07 @assumed
  Rule: A file may hold nothing, or more than the machine can keep
    Source: capacities: 50 on the IS-420 (IN-360: 10, extensible to 50) and 300 on the IS-440 (IN-600: 35,
    extensible to 300) are assumed.

    Scenario: An empty file
      Given a meter in Accounts mode
      And the stick holds an empty file "ACS_20260104_171500.CSV"
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 0 added and 0 refused
      And the display shows "The file holds no account."
      And the account list is unchanged

    Scenario: Nothing but line breaks
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with exactly these bytes
        """
        \r\n
        \r\n
        \n
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 0 added and 0 refused
      And the display shows "The file holds no account."
      And the account list is unchanged

    Scenario: More accounts than fit: the first are added, up to the limit
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with 302 accounts from 2001 on
      When "ACS_20260104_171500.CSV" is imported
      Then the import result by model is
        | IS-420 | 49  | 253 |
        | IS-440 | 299 | 3   |
      And the first refused line by model is
        | IS-420 | 50  | The account list is full |
        | IS-440 | 300 | The account list is full |
      And the account list by model has gained the accounts
        | IS-420 | 2001 | 2049 |
        | IS-440 | 2001 | 2299 |

    Scenario: A list that is full takes nothing and keeps what it has
      Given a meter in Accounts mode
      And an account list that is full
      And the stick holds "ACS_20260104_171500.CSV" with the lines
        """
        X1;Despatch;Active
        77777;Stores;Active
        """
      When "ACS_20260104_171500.CSV" is imported
      Then the import result is 0 added and 2 refused
      And the account list is unchanged

    @slow
    Scenario: 70,000 lines
      Given a meter in Accounts mode
      And the stick holds "ACS_20260104_171500.CSV" with 70000 accounts from 10001 on
      When "ACS_20260104_171500.CSV" is imported
      Then the import result by model is
        | IS-420 | 49  | 69951 |
        | IS-440 | 299 | 69701 |
      And the account list by model has gained the accounts
        | IS-420 | 10001 | 10049 |
        | IS-440 | 10001 | 10299 |
