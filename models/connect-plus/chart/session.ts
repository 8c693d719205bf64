import { field, screen, unless } from './building.ts';
import type { PanelState } from './setup.ts';

/** Nobody works at the machine before they have logged in, where it has users. */
export const logIn: PanelState = {
  initial: 'Select User',
  states: {
    'Select User': screen('logIn', {
      view: 'loginUsers',
      dialog: true,
      on: {
        PICK: [
          { guard: 'pickedHasNoPassword', target: '#Home', actions: ['pickLogin', 'logIn'] },
          { target: 'Password', actions: 'pickLogin' },
        ],
      },
    }),
    Password: field('logIn', {
      field: 'userPassword',
      refusals: [{ when: 'wrongPassword', text: 'wrongPassword' }],
      ok: { target: '#Home', actions: 'logIn' },
      cancel: 'Select User',
      dialog: true,
    }),
  },
};

/** The Home screen with the Mailing tile. */
export const home: PanelState = {
  id: 'Home',
  ...screen('home', {
    view: 'home',
    on: {
      'TAP.runMail': '#Run Mail',
      'TAP.manageAccounts': '#Manage Accounts',
      'TAP.funds': '#Funds',
      'TAP.settings': '#Settings',
      'TAP.logOut': { target: '#Log In', actions: 'logOut' },
    },
  }),
};

/** Run Mail: what mail is charged to and how, and the mail itself. */
export const runMail: PanelState = {
  id: 'Run Mail',
  initial: 'Running',
  states: {
    Running: screen('runMail', {
      view: 'runMail',
      buttons: ['endBatch', 'endAccount'],
      on: {
        'TAP.selectAccount': 'Select Account',
        'TAP.selectClass': 'Select Class',
        'TAP.jobId1': 'Job ID 1',
        'TAP.jobId2': 'Job ID 2',
        'TAP.endBatch': { actions: 'endBatch' },
        'TAP.endAccount': { actions: 'endAccount' },
        FEED: unless(
          [
            { when: 'lacksAccount', text: 'noAccountChosen' },
            { when: 'accountNotChargeable', text: 'accountNotChargeable' },
            { when: 'pieceTooHeavy', text: 'pieceTooHeavy' },
            { when: 'fundsTooLow', text: 'fundsTooLow' },
          ],
          { actions: 'frank' },
        ),
      },
    }),
    'Select Account': screen('selectAccount', {
      view: 'chargeable',
      buttons: ['cancel'],
      on: {
        PICK: [
          { guard: 'pickedAsksPassword', target: 'Account Password', actions: 'askMailAccount' },
          { target: 'Running', actions: 'mailPickedAccount' },
        ],
        'TAP.cancel': 'Running',
      },
    }),
    'Account Password': field('selectAccount', {
      field: 'accountPassword',
      refusals: [{ when: 'wrongMailPassword', text: 'accountPasswordWrong' }],
      ok: { target: 'Running', actions: 'mailAskedAccount' },
      cancel: 'Running',
    }),
    'Select Class': screen('selectClass', {
      view: 'classes',
      buttons: ['cancel'],
      on: { PICK: { target: 'Running', actions: 'mailClass' }, 'TAP.cancel': 'Running' },
    }),
    'Job ID 1': field('runMail', {
      field: 'jobId1',
      from: 'jobId1',
      ok: { target: 'Running', actions: 'jobId1' },
      cancel: 'Running',
    }),
    'Job ID 2': field('runMail', {
      field: 'jobId2',
      from: 'jobId2',
      ok: { target: 'Running', actions: 'jobId2' },
      cancel: 'Running',
    }),
  },
};

/** Funds: what is in the meter, and which meter it is. */
export const funds: PanelState = {
  id: 'Funds',
  initial: 'Meter Funds',
  states: {
    'Meter Funds': screen('meterFunds', {
      view: 'funds',
      buttons: ['meterInformation'],
      on: { 'TAP.meterInformation': 'Meter Information' },
    }),
    'Meter Information': screen('meterInformation', {
      view: 'meterInformation',
      buttons: ['meterFunds'],
      on: { 'TAP.meterFunds': 'Meter Funds' },
    }),
  },
};
