import { assumed, manual, sibling } from '../fact.ts';
import type { ProfileFacts } from './profile.ts';

const connectPlus: ProfileFacts = {
  language: assumed('en-GB', 'United Kingdom market; other languages of the machine were not seen'),
  displayWidth: assumed(800, 'display size not found'),
  displayHeight: assumed(480, 'display size not found'),
  visibleRows: assumed(8, 'rows of a list that fit on the display: not found'),
  keyboard: assumed(
    {
      lower: ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm.-'],
      upper: ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM.-'],
      symbols: ['~`!@#$%^&*', '()_+=[]{}|', '\\:;"\'<>,?/', '£€éèêàçöüß'],
      accents: ['ąćęłńóśźżø', 'ĄĆĘŁŃÓŚŹŻØ', 'áâäåæíîñôú', 'ÁÂÄÅÆÉÇÑÖÜ'],
      digits: ['789', '456', '123', '0'],
    },
    'that there is an on-screen keyboard is in the manual; its layout was not found',
  ),
  accountNameLength: sibling(75, 'SendPro C account fields'),
  accountCodeLength: assumed(
    20,
    'that a code is required and unique is in the manual; not its length',
  ),
  accountDescriptionLength: manual(150, 'Connect+ operator guide p. 110'),
  accountPasswordLength: manual(4, 'Connect+ operator guide p. 110'),
  accountLevels: manual(3, 'Connect+ operator guide p. 109'),
  accountCapacities: manual([100, 300, 500, 1000, 2000, 3000], 'online help of the machine'),
  userNameLength: assumed(20, 'length of a username: not found'),
  userPasswordLength: assumed(16, 'length of a user password: not found'),
  hintLength: assumed(50, 'length of a password hint: not found'),
  jobIdLength: assumed(20, 'length of a Job ID: not found'),
  surchargeMost: assumed(999, 'largest surcharge a piece: not found'),
  classes: assumed(
    [
      { carrier: 'Royal Mail', name: '1st Class', postage: [165, 230, 350, 400], fee: 0 },
      {
        carrier: 'Royal Mail',
        name: '1st Class Signed For',
        postage: [165, 230, 350, 400],
        fee: 180,
      },
      { carrier: 'Royal Mail', name: '2nd Class', postage: [85, 155, 210, 270], fee: 0 },
      { carrier: 'Courier', name: 'Tracked 48', postage: [310, 310, 420, 420], fee: 0 },
    ],
    'classes and prices are examples, no tariff',
  ),
  weightBands: assumed([100, 250, 500, 750], 'weight breaks of the reports: not found'),
  factoryCredit: assumed(50_000, 'postage loaded at installation'),
  lowFunds: assumed(2_000, 'postage below which a new machine warns: not found'),
  fiscalYearStart: manual(
    { month: 1, day: 1 },
    'report period help page: 1 January to 31 December',
  ),
  division: manual('monthly', 'report period help page: default period calendar month'),
  csv: assumed(
    { bom: true, formulas: 'marked' },
    'layout of the CSV files: not found; both as spreadsheets read them best',
  ),
  fileNameLength: assumed(40, 'length of an export file name: not found'),
  reportNameLength: assumed(40, 'length of the name of a saved report: not found'),
  syncMs: assumed(
    900_000,
    'that a move shows after a synchronisation is in the seed; not how often',
  ),
  uploadTimeoutMs: assumed(30_000, 'how long the machine waits for the server: not found'),
  uploadRetryFirstMs: assumed(60_000, 'back-off after a failed upload: not found'),
  uploadRetryMostMs: assumed(3_600_000, 'back-off after a failed upload: not found'),
  inspection: sibling(
    { warningDay: 21, graceDays: 7, lockOutDay: 28 },
    'Connect+ guide for Canada p. 201; United Kingdom not found',
  ),
  coreLimits: assumed(
    {
      descendingMost: 100_000_000,
      sumMost: 100_000_000_000,
      ascendingMost: 100_000_000_000,
      postageLeast: 0,
      postageMost: 99_999,
      challengeMs: 300_000,
    },
    'service manual of the DM300c/DM400c (codes 2011 to 2017, 202D), another machine; postage range not found',
  ),
  refill: assumed(
    { least: 1_000, most: 500_000, step: 1_000, usual: 20_000 },
    'that the limits are those of the machine and of the account is in the manual; not their values',
  ),
  packageBytes: assumed(1_048_576, 'largest package that the machine takes: not found'),
  factoryRates: assumed('factory', 'name of the rates that a new machine comes with: not found'),
  factorySoftware: assumed('1.0.0', 'version of the software of a new machine: not found'),
  dataCentreTimeoutMs: assumed(30_000, 'how long the machine waits for an answer: not found'),
};

/** The same series on the Canadian market: nothing but what was found there is different. */
const connectPlusCanada: ProfileFacts = {
  ...connectPlus,
  language: assumed('en-GB', 'English texts are those of the United Kingdom; French was not built'),
  inspection: manual(
    { warningDay: 21, graceDays: 7, lockOutDay: 28 },
    'Connect+ guide for Canada p. 201',
  ),
};

/** The profiles by model name. A test checks them against the schema, so that no start has to. */
export const profiles = {
  'connect-plus': connectPlus,
  'connect-plus-ca': connectPlusCanada,
} as const;

export type ConnectPlusName = keyof typeof profiles;
