import { assumed, manual, sibling } from '../fact.ts';
import type { ProfileFacts } from './profile.ts';

/** What both models share. */
const family = {
  language: assumed('en-GB', 'United Kingdom market; other languages of the machine were not seen'),
  displayRows: assumed(6, 'display size not found'),
  accountNameLength: sibling(32, 'IS-5000 guide 2012 p. 122; IN-360 guide 2015 p. 88'),
  operatorNameLength: manual(20, 'IS-440 guide p. 106'),
  operatorCapacity: manual(20, 'IS-440 guide p. 106'),
  pinLength: manual(4, 'IS-440 guide p. 106 (operators); IN-360 guide p. 82 (shared PIN)'),
  operatorEditAsksPin: sibling(true, 'IS-5000 guide 2012 p. 135'),
  defaultAccount: assumed(
    { number: '1', name: 'Default' },
    'that a default account is made is in the IS-420 guide; its number and name were not found',
  ),
  defaultOperator: assumed('Operator 1', 'at least one operator exists; its name was not found'),
  keyCharacters: assumed(
    {
      '0': ' 0',
      '1': ".-&/'1",
      '2': 'ABC2',
      '3': 'DEF3',
      '4': 'GHI4',
      '5': 'JKL5',
      '6': 'MNO6',
      '7': 'PQRS7',
      '8': 'TUV8',
      '9': 'WXYZ9',
    },
    'telephone layout; the one documented example is "6 twice is N"',
  ),
  multiTapMs: assumed(1000, 'time until a multi-tap letter is taken: not found'),
  doublePressMs: assumed(1000, 'two presses of C clear the field: how close together, not found'),
  shortcutMs: assumed(1500, 'wait for the second digit of a menu number: not found'),
  maxPostage: assumed(9999, 'largest postage value that can be keyed in: not found'),
  factoryCredit: assumed(10000, 'postage loaded at installation'),
  inspection: assumed(
    { warningDay: 60, graceDays: 30, lockOutDay: 90 },
    'PSD locked after 90 days in the USA (event message PSD-03-023); United Kingdom and first warning not found',
  ),
  coreLimits: assumed(
    {
      descendingMost: 100_000_000,
      sumMost: 100_000_000_000,
      ascendingMost: 100_000_000_000,
      postageLeast: 0,
      postageMost: 9_999,
      challengeMs: 300_000,
    },
    'service manual of the DM300c/DM400c (codes 2011 to 2017, 202D), another machine; postage range not found',
  ),
  refill: assumed(
    { least: 1_000, most: 5_000_000, step: 1_000, usual: 10_000 },
    'least, most and steps of the IN-750 in the United Kingdom; the amount first offered was not found',
  ),
  packageBytes: assumed(1_048_576, 'largest package that the machine takes: not found'),
  factoryRates: assumed('factory', 'name of the rates that a new machine comes with: not found'),
  factorySoftware: assumed('1.0.0', 'version of the software of a new machine: not found'),
  dataCentreTimeoutMs: assumed(30_000, 'how long the machine waits for an answer: not found'),
} as const;

const csvSource =
  'delimiter, name and place are in the seed; columns, header, status words, line end and ' +
  'encoding were not found';

const is420: ProfileFacts = {
  ...family,
  accountNumberLength: sibling(11, 'IS-5000 guide 2012 p. 122; service code DBX 06 101'),
  accountNumberAlphabet: assumed('digits', 'service code DBX 06 101 speaks of digits'),
  accountCapacity: assumed(50, 'IN-360: 10, extensible to 50; not found for this machine'),
  csv: assumed(
    {
      delimiter: ';',
      lineEnd: '\r\n',
      encoding: 'windows-1252',
      header: null,
      active: 'Active',
      inactive: 'Inactive',
    },
    csvSource,
  ),
};

const is440: ProfileFacts = {
  ...family,
  accountNumberLength: sibling(30, 'IN-360 guide 2015 p. 88; iX-3 guide 2021 p. 112'),
  accountNumberAlphabet: sibling('alphanumeric', 'IN-360 guide 2015 p. 88'),
  accountCapacity: assumed(300, 'IN-600: 35, extensible to 300; not found for this machine'),
  csv: assumed(
    {
      delimiter: ';',
      lineEnd: '\r\n',
      encoding: 'utf-8',
      header: null,
      active: 'Active',
      inactive: 'Inactive',
    },
    csvSource,
  ),
};

/** The profiles by model name. A test checks them against the schema, so that no start has to. */
export const profiles = { 'is-420': is420, 'is-440': is440 } as const;

export type Is400Name = keyof typeof profiles;
