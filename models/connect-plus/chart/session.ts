import type { CoreRefusal } from '../../security-core/index.ts';
import { field, message, screen, unless } from './building.ts';
import type { PanelState } from './setup.ts';

/** The security core lets no postage out, for this reason. */
const refusedBy = (reason: CoreRefusal) => ({ type: 'coreRefuses', params: { reason } }) as const;

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
    buttons: ['reports'],
    on: {
      'TAP.runMail': '#Run Mail',
      'TAP.manageAccounts': '#Manage Accounts',
      'TAP.funds': '#Funds',
      'TAP.settings': '#Settings',
      'TAP.reports': '#Funds Reports',
      'TAP.logOut': { target: '#Log In', actions: 'logOut' },
    },
  }),
};

/** Run Mail: what mail is charged to and how, and the mail itself. */
export const runMail: PanelState = {
  id: 'Run Mail',
  initial: 'Opening',
  states: {
    Opening: { always: [{ guard: 'fundsLow', target: 'Low Funds' }, { target: 'Running' }] },
    'Low Funds': message('runMail', 'Running', 'lowFunds'),
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
            { when: refusedBy('withdrawn'), text: 'meterWithdrawn' },
            { when: refusedBy('past the watchdog'), text: 'meterLocked' },
            { when: 'lacksAccount', text: 'noAccountChosen' },
            { when: 'accountNotChargeable', text: 'accountNotChargeable' },
            { when: 'pieceTooHeavy', text: 'pieceTooHeavy' },
            { when: refusedBy('postage out of range'), text: 'postageOutOfRange' },
            { when: 'fundsTooLow', text: 'fundsTooLow' },
            { when: refusedBy('ascending over its limit'), text: 'ascendingFull' },
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
