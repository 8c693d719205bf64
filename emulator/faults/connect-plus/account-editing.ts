import { committingLate } from '../committing-late.ts';
import type { MeterFault } from '../fault.ts';
import {
  atPowerOn,
  changeOf,
  editEvents,
  inChart,
  inRules,
  onScreen,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

/** Faults in how accounts are edited and deleted, and in who else manages them. */
export const accountEditingFaults: readonly MeterFault[] = [
  inChart(
    'used-account-editable',
    'Name and code can be changed after the first transaction.',
    (machine) => withGuard(machine, 'editedAccountUsed', () => () => false),
  ),
  inChart('used-account-deletable', 'An account with transactions can be deleted.', (machine) =>
    withGuard(machine, 'mayNotDelete', () => () => false),
  ),
  inRules(
    'used-sub-account-deletable',
    'An account is deleted together with sub accounts that have transactions.',
    ({ mayRewrite }) => ({ mayDelete: mayRewrite }),
  ),
  inRules(
    'every-account-counts-as-used',
    'After the first transaction of any account none can be edited.',
    () => ({ mayRewrite: (memory) => memory.batch === null && memory.transactions.length === 0 }),
  ),
  inRules(
    'own-name-counts-as-taken',
    'An account cannot be given the name that it has.',
    ({ nameTaken }) => ({ nameTaken: (memory, name) => nameTaken(memory, name, null) }),
  ),
  inRules('deleted-account-stays', 'Delete is confirmed and the account is still there.', () => ({
    deleteAccount: (memory) => memory,
  })),
  inRules(
    'delete-leaves-sub-accounts',
    'Sub accounts of a deleted account stay, at the top level.',
    ({ deleteAccount }) => ({
      deleteAccount: (memory, id) => {
        const { retired } = deleteAccount(memory, id);
        const accounts = memory.accounts
          .filter((account) => account.id !== id)
          .map((account) => (account.parent === id ? { ...account, parent: null } : account));
        return { ...memory, retired, accounts };
      },
    }),
  ),
  inChart('delete-asks-nothing', 'An account is deleted without a question.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Manage Accounts', 'Edit Account', 'Account'], () => ({
        'TAP.deleteAccount': { target: 'Select Account', actions: 'deleteAccount' },
      })),
    ),
  ),
  inChart(
    'edit-cancel-saves',
    'Cancel on the form of an account saves what was changed.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Edit Account', 'Account'], () => ({
          'TAP.cancel': { target: 'Select Account', actions: 'saveAccount' },
        })),
      ),
  ),

  // A new status for all below
  inRules(
    'cascade-forgotten',
    'A new status is confirmed for all accounts below, and they keep their own.',
    ({ editAccount }) => ({
      editAccount: (memory, id, entry) => editAccount(memory, id, entry, false),
    }),
  ),
  inRules(
    'cascade-one-level-only',
    'A new status goes down one level and no further.',
    ({ editAccount }) => ({
      editAccount: (memory, id, entry, cascade) => {
        const edited = editAccount(memory, id, entry, false);
        const accounts = edited.accounts.map((account) =>
          cascade && account.parent === id ? { ...account, active: entry.active } : account,
        );
        return { ...edited, accounts };
      },
    }),
  ),
  inChart(
    'cascade-without-asking',
    'A new status goes down to all accounts below without a question.',
    (machine) =>
      withAction(
        withGuard(machine, 'statusCascades', () => () => false),
        'saveAccount',
        () => changeOf(machine, 'saveAccountAndBelow'),
      ),
  ),
  inChart(
    'cascade-not-asked',
    'A new status is for one account, and nothing is asked.',
    (machine) => withGuard(machine, 'statusCascades', () => () => false),
  ),
  inChart('cascade-asked-for-a-name', 'A new name asks what a new status asks.', (machine) =>
    withGuard(
      machine,
      'statusCascades',
      () =>
        ({ context: { account, memory } }) =>
          memory.accounts.some(({ parent }) => parent === account.of),
    ),
  ),
  inChart(
    'cascade-cancel-saves',
    'Cancel at the question saves the status all the same.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Edit Account', 'Cascade'], () => ({
          'TAP.cancel': { target: 'Account', actions: 'saveAccountAndBelow' },
        })),
      ),
  ),

  // Around the machine
  {
    name: 'confirmed-account-lost-at-power-cut',
    description: 'The last change before a power cut is lost, though the display had shown it.',
    memory: committingLate,
  },
  inChart(
    'accounts-not-left-to-business-manager',
    'Accounts can be created while Business Manager is in use.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Menu'], () => ({
          'TAP.createAccount': '#Create Account',
        })),
      ),
  ),
  inChart(
    'accounts-edited-beside-business-manager',
    'Accounts can be edited while Business Manager is in use.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Menu'], () => ({
          'TAP.editAccount': '#Edit Account',
        })),
      ),
  ),
  inChart(
    'transactions-moved-beside-business-manager',
    'Transactions can be moved while Business Manager is in use.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Transactions', 'Menu'], () => ({
          'TAP.viewAndEditTransactions': { target: '#Filter', actions: 'openFilter' },
        })),
      ),
  ),
  atPowerOn(
    'business-manager-forgotten',
    'After a power cut accounts are managed at the machine again.',
    (memory) => ({ ...memory, businessManager: false }),
  ),
  onScreen(
    'inactive-not-marked',
    'The account list does not say which accounts are inactive.',
    (screen) => ({
      ...screen,
      rows: screen.rows.map((row) => ({ ...row, text: row.text.replace(/ \(inactive\)$/, '') })),
    }),
  ),
];
