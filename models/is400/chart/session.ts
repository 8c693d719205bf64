import { field, lines, list, menu, message } from './building.ts';
import { myCredit } from './credit.ts';
import { onlineServices } from './errand-call.ts';
import { rightPin, wrongPin } from './pins.ts';
import type { ChartSources, PanelState } from './setup.ts';

/** On a machine that asks for a PIN at the start, the supervisor's PIN opens the supervisor menu. */
const asSupervisor = {
  guard: 'isSupervisorPin' as const,
  target: '#Supervisor',
  actions: [rightPin('supervisor')],
};

/** A user's session begins: who is it, and which account is charged. */
export const sessionStart: PanelState = {
  id: 'Session Start',
  entry: 'endSession',
  initial: 'By Mode',
  states: {
    'By Mode': {
      always: [
        { guard: { type: 'modeIs', params: { mode: 'no-account' } }, target: '#Home' },
        { guard: { type: 'modeIs', params: { mode: 'no-account-access' } }, target: 'PIN Code' },
        {
          guard: { type: 'modeIs', params: { mode: 'accounts-access' } },
          target: 'Operator PIN Code',
        },
        { target: 'Which Account' },
      ],
    },
    'PIN Code': field({
      title: 'enterPin',
      field: 'sharedPin',
      ok: [
        { guard: 'isSharedPin', target: '#Home', actions: rightPin('shared') },
        asSupervisor,
        wrongPin('shared'),
      ],
    }),
    'Operator PIN Code': field({
      title: 'operatorPin',
      field: 'operatorPin',
      ok: [
        {
          guard: 'isOperatorPin',
          target: 'Which Account',
          actions: ['nameOperator', rightPin('operator')],
        },
        asSupervisor,
        wrongPin('operator'),
      ],
    }),
    'Which Account': {
      always: [
        {
          guard: { type: 'operatorHasNoAccount' },
          target: 'Operator Without Account',
          actions: {
            type: 'refuse',
            params: { text: 'operatorWithoutAccount', code: 'DBX 06 091' },
          },
        },
        {
          guard: 'noAccountSelectable',
          target: 'No Account Available',
          actions: { type: 'refuse', params: { text: 'noAccountAvailable' } },
        },
        {
          guard: 'soleAccountHasNoPin',
          target: 'No Account Available',
          actions: { type: 'refuse', params: { text: 'accountWithoutPin' } },
        },
        { guard: 'soleAccountAsksPin', target: 'Account PIN Code', actions: 'draftSoleAccount' },
        { guard: 'oneAccountSelectable', target: '#Home', actions: 'chargeSole' },
        { target: 'Select Account' },
      ],
    },
    'Select Account': accountChoice('#Home', 'Account PIN Code', undefined),
    'Account PIN Code': accountPin({ ok: [asSupervisor], on: { MENU: '#Supervisor Log-in' } }),
    'Operator Without Account': message('operatorPin', '#Session Start'),
    'No Account Available': {
      ...message('selectAccount', '#Session Start'),
      on: { OK: '#Session Start', C: '#Session Start', MENU: '#Supervisor Log-in' },
    },
  },
};

/** The PIN of the account that was chosen; `ok` and `on` are what else opens something there. */
function accountPin({
  ok = [],
  on,
}: Pick<PanelState, 'on'> & { ok?: readonly (typeof asSupervisor)[] } = {}): PanelState {
  return field({
    title: 'accountPin',
    field: 'accountPin',
    above: 'accountNumber',
    back: 'Select Account',
    ok: [
      { guard: 'isAccountPin', target: '#Home', actions: ['chargeDraft', rightPin('account')] },
      ...ok,
      wrongPin('account'),
    ],
    ...(on ? { on } : {}),
  });
}

/** The list of accounts that this user may charge. */
function accountChoice(open: string, askPin: string, back: string | undefined): PanelState {
  const charge = {
    type: 'chargeSelected' as const,
    params: { list: 'selectableAccounts' as const },
  };
  return list({
    title: 'selectAccount',
    list: 'selectableAccounts',
    ...(back ? { back } : { on: { MENU: '#Supervisor Log-in' } }),
    byNumber: true,
    refusals: [
      {
        when: { type: 'accountHasNoPin', params: { list: 'selectableAccounts' } },
        text: 'accountWithoutPin',
      },
    ],
    ok: [
      {
        guard: 'asksAccountPin',
        target: askPin,
        actions: { type: 'draftSelectedAccount', params: { list: 'selectableAccounts' } },
      },
      { target: open, actions: charge },
    ],
  });
}

/** Ready to frank: key in the postage, put the envelope in. */
export const home: PanelState = {
  id: 'Home',
  entry: 'openUserSession',
  ...withFeed(
    field({
      title: 'home',
      field: 'postage',
      from: 'postage',
      above: 'home',
      exit: 'keepPostage',
      ok: {},
      on: { MENU: '#User Menu' },
    }),
  ),
};

function withFeed(state: PanelState): PanelState {
  return {
    ...state,
    entry: ['openUserSession', state.entry as never],
    on: {
      ...state.on,
      FEED: [
        { guard: 'postageRefused', target: '.Refused', actions: 'refusePostage' },
        { guard: 'postageAllowed', target: '.Ready', actions: 'frank' },
      ],
    },
  };
}

/** What a user may do besides franking. */
export const userMenu = (sources: ChartSources): PanelState => ({
  id: 'User Menu',
  initial: 'Main Menu',
  on: { HOME: '#Home', MENU: '#User Menu', FEED: { actions: 'beep' } },
  states: {
    'Main Menu': {
      id: 'Main Menu',
      ...menu({
        title: 'userMenu',
        menu: 'userMenu',
        back: '#Home',
        open: {
          selectAccount: 'Select Account',
          reports: 'Reports',
          myCredit: 'My Credit',
          onlineServices: 'Online Services',
          endSession: '#Session Start',
          supervisor: '#Supervisor Log-in',
        },
      }),
    },
    'Select Account': accountChoice('#Home', 'Account PIN Code', 'Main Menu'),
    'Account PIN Code': accountPin(),
    Reports: menu({
      title: 'reports',
      menu: 'userReports',
      back: 'Main Menu',
      open: { fundsSummary: 'Funds Summary', accountReport: 'Account Report' },
    }),
    'Funds Summary': lines({
      title: 'fundsSummary',
      lines: 'fundsSummary',
      ok: { target: 'Reports' },
      back: 'Reports',
    }),
    'Account Report': lines({
      title: 'accountReport',
      lines: 'accountReport',
      ok: { target: 'Reports' },
      back: 'Reports',
    }),
    ...myCredit(sources, 'Main Menu'),
    'Online Services': onlineServices(sources, 'Online Services', '#Main Menu'),
  },
});

/** From the user menu, entry 14: the supervisor's PIN. */
export const supervisorLogin: PanelState = {
  id: 'Supervisor Log-in',
  ...field({
    title: 'supervisorLogin',
    field: 'supervisorPin',
    back: '#Session Start',
    ok: [asSupervisor, wrongPin('supervisor')],
    on: { HOME: '#Session Start', FEED: { actions: 'beep' } },
  }),
};
