import { field, lines, list, menu, message, newPin } from './building.ts';
import type { PanelState } from './setup.ts';

const draft = (to: 'number' | 'name' | 'pin') => ({ type: 'draftField', params: { to } }) as const;

/** What Add Account and Edit / Modify ask alike: the name, the status, and the PIN in its mode. */
const nameStatusAndPin = (title: 'addAccount' | 'editModify', back: string, summary: string) =>
  ({
    'Account Name': field({
      title,
      field: 'accountName',
      from: 'name',
      above: 'accountNumber',
      back,
      refusals: [
        { when: 'fieldBlank', text: 'nameMissing' },
        { when: 'accountNameTaken', text: 'nameTaken' },
      ],
      ok: { target: 'Account Status', actions: draft('name') },
    }),
    'Account Status': list({
      title: 'accountStatus',
      list: 'status',
      at: 'draft-status',
      back: 'Account Name',
      ok: [
        { guard: 'asksAccountPin', target: 'Account PIN', actions: 'draftStatus' },
        { target: summary, actions: 'draftStatus' },
      ],
    }),
    'Account PIN': newPin('accountPin', {
      back: 'Account Status',
      taken: 'accountPinTaken',
      ok: { target: summary, actions: draft('pin') },
    }),
  }) satisfies Record<string, PanelState>;

/** Account Management > Manage Accounts > Account List. */
export const accountList: PanelState = {
  initial: 'Accounts',
  states: {
    Accounts: {
      id: 'Accounts',
      ...list({
        title: 'accountList',
        list: 'accounts',
        back: '#Manage Accounts',
        byNumber: true,
        refusals: [{ when: 'addingToFullList', text: 'listFull', max: 'accounts' }],
        ok: [
          {
            guard: { type: 'selected', params: { list: 'accounts', id: 'add' } },
            target: '#Add Account',
            actions: 'newAccountDraft',
          },
          {
            target: '#Account',
            actions: { type: 'draftSelectedAccount', params: { list: 'accounts' } },
          },
        ],
      }),
    },

    'Add Account': {
      id: 'Add Account',
      initial: 'Account Number',
      states: {
        'Account Number': field({
          title: 'addAccount',
          field: 'accountNumber',
          from: 'number',
          back: '#Accounts',
          refusals: [
            { when: 'fieldEmpty', text: 'numberMissing' },
            { when: 'numberUnspoken', text: 'fault-number-characters' },
            { when: 'numberTaken', text: 'numberTaken' },
          ],
          ok: { target: 'Account Name', actions: draft('number') },
        }),
        ...nameStatusAndPin('addAccount', 'Account Number', 'Account Creation Summary'),
        'Account Creation Summary': lines({
          title: 'accountCreationSummary',
          lines: 'accountDraft',
          back: 'Account Status',
          ok: { target: '#Accounts', actions: 'addAccount' },
        }),
      },
    },

    Account: {
      id: 'Account',
      ...menu({
        title: 'account',
        menu: 'account',
        above: 'accountDraft',
        draft: 'draftAccountAgain',
        back: '#Accounts',
        open: { editModify: '#Edit Account', delete: '#Delete Account' },
      }),
    },

    'Edit / Modify': {
      id: 'Edit Account',
      initial: 'Account Name',
      states: {
        ...nameStatusAndPin('editModify', '#Account', 'Account Modification Summary'),
        'Account Modification Summary': lines({
          title: 'accountModificationSummary',
          lines: 'accountDraft',
          back: 'Account Status',
          ok: { target: '#Accounts', actions: 'saveAccount' },
        }),
      },
    },

    'Delete Account': {
      id: 'Delete Account',
      initial: 'Checking',
      states: {
        Checking: {
          always: [
            {
              guard: 'lastAccount',
              target: 'Refused',
              actions: { type: 'refuse', params: { text: 'lastAccount', code: 'DBX 06 094' } },
            },
            { target: 'Confirm' },
          ],
        },
        Confirm: lines({
          title: 'deleteAccount',
          lines: 'accountDraft',
          back: '#Accounts',
          ok: { target: '#Accounts', actions: 'deleteAccount' },
        }),
        Refused: message('deleteAccount', '#Accounts'),
      },
    },
  },
};

/** Account Management > Manage Accounts > Account Report. */
export const accountReport: PanelState = {
  initial: 'Choose Account',
  states: {
    'Choose Account': list({
      title: 'accountReport',
      list: 'reportAccounts',
      back: '#Manage Accounts',
      byNumber: true,
      ok: {
        guard: { type: 'hasSelection', params: { list: 'reportAccounts' } },
        target: 'Account Report',
        actions: { type: 'draftSelectedAccount', params: { list: 'reportAccounts' } },
      },
    }),
    'Account Report': lines({
      title: 'accountReport',
      lines: 'accountReport',
      ok: { target: 'Choose Account' },
      back: 'Choose Account',
    }),
  },
};
