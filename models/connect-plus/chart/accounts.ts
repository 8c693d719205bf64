import { dialog, field, managedOnPc, type Step, screen, unless } from './building.ts';
import type { PanelState } from './setup.ts';

const full = { when: 'accountsFull', text: 'accountsFull' } as const;

const nameField = (target: string, cancel: string): PanelState =>
  field('accountName', {
    field: 'accountName',
    from: 'accountName',
    refusals: [
      { when: 'fieldBlank', text: 'nameMissing' },
      { when: 'accountNameTaken', text: 'nameTaken' },
    ],
    ok: { target, actions: 'accountName' },
    cancel,
  });

const codeField = (target: string, cancel: string): PanelState =>
  field('accountCode', {
    field: 'accountCode',
    from: 'accountCode',
    refusals: [
      { when: 'fieldBlank', text: 'codeMissing' },
      { when: 'accountCodeTaken', text: 'codeTaken' },
    ],
    ok: { target, actions: 'accountCode' },
    cancel,
  });

const descriptionField = (target: string, cancel: string): PanelState =>
  field('description', {
    field: 'description',
    from: 'description',
    ok: { target, actions: 'description' },
    cancel,
  });

interface FormParts {
  /** Where OK on the form leads once nothing is refused. */
  readonly ok: Step;
  readonly cancel: string;
  readonly on?: PanelState['on'];
  readonly buttons: readonly ('ok' | 'cancel' | 'deleteAccount')[];
}

const used = { when: 'editedAccountUsed', text: 'accountUsed' } as const;

/** The form of an account and what its rows open, as creating and editing have them alike. */
const accountForm = ({ ok, cancel, on, buttons }: FormParts) =>
  ({
    Account: screen('accountDetails', {
      view: 'accountForm',
      buttons,
      on: {
        'TAP.accountName': unless([used], { target: 'Change Name' }),
        'TAP.accountCode': unless([used], { target: 'Change Code' }),
        'TAP.description': unless([used], { target: 'Change Description' }),
        'TAP.status': { actions: 'toggleStatus' },
        'TAP.accountPassword': { target: 'Password' },
        'TAP.ok': unless([managedOnPc], ok),
        'TAP.cancel': cancel,
        ...on,
      },
    }),
    'Change Name': nameField('Account', 'Account'),
    'Change Code': codeField('Account', 'Account'),
    'Change Description': descriptionField('Account', 'Account'),
    Password: field('accountPassword', {
      field: 'accountPassword',
      refusals: [{ when: 'passwordLengthWrong', text: 'passwordLength' }],
      ok: [
        // An empty field takes the password away.
        { guard: 'fieldEmpty', target: 'Account', actions: 'noAccountPassword' },
        { target: 'Password Again', actions: 'keepFirst' },
      ],
      cancel: 'Account',
    }),
    'Password Again': field('accountPassword', {
      field: 'reenterAccountPassword',
      refusals: [{ when: 'differsFromFirst', text: 'passwordsDiffer' }],
      ok: { target: 'Account', actions: 'accountPassword' },
      cancel: 'Account',
    }),
  }) satisfies Record<string, PanelState>;

/** Manage Accounts > Create new account. */
const createAccount: PanelState = {
  id: 'Create Account',
  initial: 'Choosing',
  states: {
    Choosing: {
      always: [
        { guard: 'accountsExist', target: 'New Or Sub' },
        { target: 'Account Name', actions: 'draftAccount' },
      ],
    },
    'New Or Sub': dialog('createAccount', {
      view: 'newOrSub',
      buttons: ['cancel'],
      on: {
        'TAP.createAccount': { target: 'Account Name', actions: 'draftAccount' },
        'TAP.addSubAccount': 'Select Parent',
        'TAP.cancel': '#Manage Accounts',
      },
    }),
    'Select Parent': screen('selectParent', {
      view: 'parents',
      buttons: ['cancel'],
      on: {
        PICK: { target: 'Account Name', actions: 'pickParent' },
        'TAP.cancel': '#Manage Accounts',
      },
    }),
    'Account Name': nameField('Account Code', '#Manage Accounts'),
    'Account Code': codeField('Description', '#Manage Accounts'),
    Description: descriptionField('Account', '#Manage Accounts'),
    ...accountForm({
      cancel: '#Manage Accounts',
      buttons: ['ok', 'cancel'],
      ok: { target: 'Created', actions: 'addAccount' },
    }),
    Created: {
      ...dialog('createAccount', {
        view: 'created',
        on: {
          'TAP.createAnother': unless([managedOnPc, full], {
            target: 'Account Name',
            actions: 'draftAccount',
          }),
          'TAP.addSubAccount': unless([managedOnPc, full], {
            target: 'Account Name',
            actions: 'draftBelow',
          }),
          'TAP.done': '#Manage Accounts',
        },
      }),
    },
  },
};

/** Manage Accounts > Edit account. */
const editAccount: PanelState = {
  id: 'Edit Account',
  initial: 'Select Account',
  states: {
    'Select Account': screen('editAccount', {
      view: 'accounts',
      buttons: ['cancel'],
      on: {
        PICK: [
          { guard: 'pickedAsksPassword', target: 'Ask Password', actions: 'draftPickedAccount' },
          { target: 'Account', actions: 'draftPickedAccount' },
        ],
        'TAP.cancel': '#Manage Accounts',
      },
    }),
    'Ask Password': field('editAccount', {
      field: 'accountPassword',
      refusals: [{ when: 'wrongEditPassword', text: 'accountPasswordWrong' }],
      ok: 'Account',
      cancel: 'Select Account',
    }),
    ...accountForm({
      cancel: 'Select Account',
      buttons: ['ok', 'cancel', 'deleteAccount'],
      ok: [
        { guard: 'statusCascades', target: 'Cascade' },
        { target: 'Select Account', actions: 'saveAccount' },
      ] as never,
      on: {
        'TAP.deleteAccount': unless([managedOnPc, { when: 'mayNotDelete', text: 'accountUsed' }], {
          target: 'Confirm Delete',
        }),
      },
    }),
    Cascade: dialog('editAccount', {
      view: 'cascade',
      on: {
        'TAP.yesApplyToAll': unless([managedOnPc], {
          target: 'Select Account',
          actions: 'saveAccountAndBelow',
        }),
        'TAP.cancel': 'Account',
      },
    }),
    'Confirm Delete': dialog('deleteAccount', {
      view: 'confirmDelete',
      on: {
        'TAP.yesDelete': unless([managedOnPc], {
          target: 'Select Account',
          actions: 'deleteAccount',
        }),
        'TAP.cancel': 'Account',
      },
    }),
  },
};

/** Manage Accounts. Opening it uploads what waits for the accounting server. */
export const manageAccounts = (parts: Record<string, PanelState>): PanelState => ({
  initial: 'Menu',
  states: {
    Menu: {
      id: 'Manage Accounts',
      ...screen('manageAccounts', {
        view: 'manageAccounts',
        entry: ['closeForUpload', 'askForUpload'],
        on: {
          'TAP.createAccount': unless([managedOnPc, full], { target: '#Create Account' }),
          'TAP.editAccount': unless([managedOnPc], { target: '#Edit Account' }),
          'TAP.transactions': '#Transactions',
          'TAP.reports': '#Reports',
          'TAP.surcharge': 'Surcharge',
        },
      }),
    },
    'Create Account': createAccount,
    'Edit Account': editAccount,
    Surcharge: field('surcharge', {
      field: 'surcharge',
      from: 'surcharge',
      ok: { target: 'Menu', actions: 'surcharge' },
      cancel: 'Menu',
    }),
    ...parts,
  },
});
