import { dialog, field, message, screen } from './building.ts';
import { calling } from './calling.ts';
import type { ChartSources, PanelState } from './setup.ts';

const amountRefused = { when: 'refillAmountWrong', text: 'amountRefused' } as const;

/** Funds > Meter Funds: what is in the meter. */
const meterFunds = screen('meterFunds', {
  view: 'funds',
  buttons: ['refill', 'getBalance', 'meterInformation', 'refillSettings'],
  on: {
    'TAP.refill': 'Refill',
    'TAP.getBalance': {
      target: 'Calling',
      actions: { type: 'callFor', params: { errand: 'balance' } },
    },
    'TAP.meterInformation': 'Meter Information',
    'TAP.refillSettings': 'Refill Settings',
  },
});

/** Funds > Meter Information: which meter it is, and what is installed on it. */
const meterInformation = screen('meterInformation', {
  view: 'meterInformation',
  buttons: ['uploadPostal', 'postalInspection', 'meterFunds', 'refillSettings'],
  on: {
    'TAP.uploadPostal': {
      target: 'Calling',
      actions: { type: 'callFor', params: { errand: 'synchronisation' } },
    },
    'TAP.postalInspection': {
      target: 'Calling',
      actions: { type: 'callFor', params: { errand: 'inspection' } },
    },
    'TAP.meterFunds': 'Meter Funds',
    'TAP.refillSettings': 'Refill Settings',
  },
});

/** Funds > Refill settings. */
const refillSettings: PanelState = {
  initial: 'Form',
  states: {
    Form: screen('refillSettings', {
      view: 'refillSettings',
      buttons: ['meterFunds', 'meterInformation'],
      on: {
        'TAP.warnBelow': 'Warn Below',
        'TAP.defaultRefill': 'Default Refill',
        'TAP.meterFunds': '#Meter Funds',
        'TAP.meterInformation': '#Meter Information',
      },
    }),
    'Warn Below': field('warnBelow', {
      field: 'warnBelow',
      from: 'warnBelow',
      ok: { target: 'Form', actions: 'warnBelow' },
      cancel: 'Form',
    }),
    'Default Refill': field('defaultRefill', {
      field: 'refillAmount',
      from: 'usualRefill',
      refusals: [amountRefused],
      ok: { target: 'Form', actions: 'usualRefill' },
      cancel: 'Form',
    }),
  },
};

/** Refill: the amount, then Confirm, which begins the call. */
const refill: PanelState = {
  initial: 'Choosing',
  states: {
    Choosing: screen('refill', {
      view: 'refillChoices',
      buttons: ['cancel'],
      on: {
        'TAP.lastRefill': { target: 'Confirm', actions: 'chooseLastRefill' },
        'TAP.defaultRefill': { target: 'Confirm', actions: 'chooseUsualRefill' },
        'TAP.otherAmount': 'Other Amount',
        'TAP.askAgain': { target: '#Calling', actions: ['chooseWaitingRefill', 'callForRefill'] },
        'TAP.cancel': '#Meter Funds',
      },
    }),
    'Other Amount': field('otherAmount', {
      field: 'refillAmount',
      refusals: [amountRefused],
      ok: { target: 'Confirm', actions: 'chooseOtherRefill' },
      cancel: 'Choosing',
    }),
    Confirm: dialog('confirmRefill', {
      view: 'refillQuestion',
      buttons: ['confirm', 'cancel'],
      on: {
        'TAP.confirm': { target: '#Calling', actions: 'callForRefill' },
        'TAP.cancel': 'Choosing',
      },
    }),
  },
};

/** What a call was made from is where its message leads back to. */
const afterwards = [
  { guard: 'calledFromInformation', target: 'Meter Information' },
  { target: 'Meter Funds' },
] as const;

/** Funds: what is in the meter, which meter it is, and everything that it calls its Data Centre for. */
export const funds = (sources: ChartSources): PanelState => ({
  id: 'Funds',
  initial: 'Meter Funds',
  states: {
    'Meter Funds': { id: 'Meter Funds', ...meterFunds },
    'Meter Information': { id: 'Meter Information', ...meterInformation },
    'Refill Settings': refillSettings,
    Refill: refill,
    Calling: { id: 'Calling', ...calling(sources, '#Call Over') },
    'Call Over': {
      id: 'Call Over',
      always: [{ guard: 'callBroken', target: 'Call Failed' }, { target: 'Call Result' }],
    },
    'Call Result': dialog('callResult', {
      view: 'callResult',
      buttons: ['ok'],
      on: { 'TAP.ok': [...afterwards] },
    }),
    'Call Failed': dialog('callFailed', {
      view: 'callResult',
      buttons: ['ok'],
      on: { 'TAP.ok': [...afterwards] },
    }),
  },
});

/** Home > Reports: the reports of funds. */
export const fundsReports: PanelState = {
  id: 'Funds Reports',
  initial: 'Menu',
  states: {
    Menu: screen('fundsReports', {
      view: 'fundsReports',
      on: {
        'TAP.fundsReport': 'Funds Report',
        'TAP.refillReceipt': 'Refill Receipt',
        'TAP.refillSummary': 'Refill Summary',
      },
    }),
    'Funds Report': screen('fundsReport', {
      view: 'fundsReport',
      buttons: ['done'],
      on: { 'TAP.done': 'Menu' },
    }),
    'Refill Receipt': screen('refillReceipt', {
      view: 'refillReceipt',
      buttons: ['done'],
      on: { 'TAP.done': 'Menu' },
    }),
    'Refill Summary': screen('refillSummary', {
      view: 'refillSummary',
      buttons: ['done'],
      on: { 'TAP.done': 'Menu' },
    }),
  },
};

/** While an inspection is due, power-up says so, once a day. */
export const inspectionDue: PanelState = {
  ...message('postalInspection', '#Begin', 'inspectionSaid'),
  on: {
    'TAP.ok': { target: '#Begin', actions: 'noteInspectionSaid' },
    FEED: { actions: 'beep' },
  },
};
