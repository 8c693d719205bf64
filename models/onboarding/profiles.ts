import { assumed, manual, seed } from '../fact.ts';
import type { ProfileFacts } from './profile.ts';

const page = 'onboarding page';

const onboarding: ProfileFacts = {
  language: assumed('en', 'the page is for French Canada; pages in English begin here'),
  displayWidth: assumed(800, 'pages of a portal and of a PC, shown on a touch display'),
  displayHeight: assumed(480, 'pages of a portal and of a PC, shown on a touch display'),
  visibleRows: assumed(8, 'rows of a page that fit on the display'),
  keyboard: assumed(
    {
      lower: ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm.-'],
      upper: ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM.-'],
      symbols: ['~`!@#$%^&*', '()_+=[]{}|', '\\:;"\'<>,?/', '’«»€£'],
      accents: ['éèêëàâäùûü', 'îïôöçœæñÿ', 'ÉÈÊËÀÂÄÙÛÜ', 'ÎÏÔÖÇŒÆÑŸ'],
      digits: ['789', '456', '123', '0'],
    },
    'an on-screen keyboard with the letters of both languages',
  ),
  textLength: assumed(60, 'length of a user name, a name, a company: not found'),
  password: assumed({ least: 8, most: 32, digit: true }, 'rules for a password: not found'),
  questions: assumed(
    ['firstPet', 'birthTown', 'firstSchool', 'favouriteBook'],
    'that there is a security question is in the page; the list was not found',
  ),
  telephone: assumed({ least: 10, most: 15 }, 'ten digits in Canada, 15 in the world'),
  installationDigits: seed(11, page),
  productCodeLength: assumed(10, 'form of a product code number: not found'),
  serialLength: assumed(12, 'form of a serial number: not found'),
  messageLength: assumed(120, 'length of an address and of a service request: not found'),
  needs: seed(
    {
      pc: ['windows', 'requirements', 'pcMeterConnect', 'internet'],
      lan: ['lanInternet'],
    },
    page,
  ),
  models: assumed(
    [
      { name: 'Connect+ 500W', connection: 'lan' },
      { name: 'Connect+ 1000', connection: 'lan' },
      { name: 'Connect+ 2000', connection: 'lan' },
      { name: 'Connect+ 3000', connection: 'lan' },
      { name: 'DM125', connection: 'pc' },
      { name: 'mailstation', connection: 'pc' },
    ],
    'that the connection depends on the model is in the page; which model has which was not found',
  ),
  factoryCredit: assumed(0, 'that there is an initial deposit is in the page; not how much'),
  firstLoad: assumed(10_000, 'that a first load is automatic is in the page; not how much'),
  letter: assumed(124, 'postage of the piece that a meter franks once it is set up: an example'),
  portalTimeoutMs: assumed(30_000, 'how long a page waits for the portal: not found'),
  inspection: manual(
    { warningDay: 21, graceDays: 7, lockOutDay: 28 },
    'Connect+ guide for Canada p. 201',
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
    { least: 1_000, most: 500_000, step: 1_000, usual: 10_000 },
    'that a refill has limits is in the Connect+ operator guide; their values were not found',
  ),
  packageBytes: assumed(1_048_576, 'largest package that a machine takes: not found'),
  factoryRates: assumed('factory', 'name of the rates that a new machine comes with: not found'),
  factorySoftware: assumed('1.0.0', 'version of the software of a new machine: not found'),
  dataCentreTimeoutMs: assumed(30_000, 'how long a machine waits for an answer: not found'),
};

/** The profiles by model name. A test checks them against the schema, so that no start has to. */
export const profiles = { onboarding } as const;
