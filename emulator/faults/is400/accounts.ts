import type { MeterFault } from '../fault.ts';
import {
  editEvents,
  editState,
  inChart,
  inRules,
  stateAt,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

const list = ['Supervisor', 'Account List'] as const;

/** Faults in how the account list is kept. */
export const accountFaults: readonly MeterFault[] = [
  inRules(
    'delete-keeps-account',
    'Delete is confirmed and the account is still in the list.',
    () => ({ deleteAccount: (memory) => memory }),
  ),
  inRules('duplicate-number-accepted', 'A second account gets a number that is taken.', () => ({
    numberTaken: () => false,
  })),
  inRules('duplicate-name-accepted', 'A second account gets a name that is taken.', () => ({
    nameTaken: () => false,
  })),
  inChart('last-account-deletable', 'The last account of the list can be deleted.', (machine) =>
    withGuard(machine, 'lastAccount', () => () => false),
  ),
  inRules(
    'accounts-one-too-many',
    'A full account list takes one more account.',
    (_real, profile) => ({
      isFull: (memory) => memory.accounts.length > profile.accountCapacity,
    }),
  ),
  inRules(
    'accounts-unsorted',
    'A new account is at the end of the list, whatever its number.',
    (real) => ({
      addAccount: (memory, entry) => {
        const { accounts } = real.addAccount(memory, entry);
        const isNew = (one: (typeof accounts)[number]): boolean => !memory.accounts.includes(one);
        return { ...memory, accounts: [...memory.accounts, ...accounts.filter(isNew)] };
      },
    }),
  ),
  inRules(
    'new-account-always-active',
    'An account that is added as inactive is active.',
    (real) => ({
      addAccount: (memory, entry) => real.addAccount(memory, { ...entry, active: true }),
    }),
  ),
  inRules(
    'edit-forgets-status',
    'Edit / Modify keeps the old status of an account.',
    ({ editAccount, findAccount }) => ({
      editAccount: (memory, number, change) =>
        editAccount(memory, number, {
          ...change,
          active: findAccount(memory, number)?.active ?? change.active,
        }),
    }),
  ),
  inChart(
    'number-editable',
    'Edit / Modify begins with the account number and changes it.',
    (machine) => {
      const edited = withConfig(machine, (config) =>
        editState(config, [...list, 'Edit / Modify'], (state) => ({
          ...state,
          initial: 'Account Number',
          states: {
            'Account Number': stateAt(config, [...list, 'Add Account', 'Account Number']),
            ...state.states,
          },
        })),
      );
      const guarded = withGuard(
        edited,
        'numberTaken',
        (real) => (moment, params) =>
          moment.context.field.value !== moment.context.draft.of && real(moment, params),
      );
      return withAction(guarded, 'saveAccount', (real) => (moment, params) => {
        const { memory = moment.context.memory } = real(moment, params);
        const { of, number } = moment.context.draft;
        const accounts = memory.accounts.map((account) =>
          account.number === of ? { ...account, number } : account,
        );
        return { memory: { ...memory, accounts } };
      });
    },
  ),
  inChart(
    'c-at-summary-saves',
    'C at the summary of a new account goes to the list with the account in it.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...list, 'Add Account', 'Account Creation Summary'], () => ({
          C: { target: '#Accounts', actions: 'addAccount' },
        })),
      ),
  ),
  inChart(
    'edit-begins-at-active',
    'Edit / Modify puts the cursor on Active, whatever the status of the account is.',
    (machine) =>
      withAction(
        machine,
        'openList',
        (real) =>
          (moment, { at, ...params }) =>
            real(moment, at === 'draft-status' ? params : { ...params, at }),
      ),
  ),
  inChart(
    'old-entries-in-new-account',
    'A new account begins with the number and the name that were entered last.',
    (machine) =>
      withAction(machine, 'newAccountDraft', () => ({ context }) => ({
        draft: { ...context.draft, of: null, active: true, pin: null },
      })),
  ),
  inRules(
    'edit-resets-usage',
    'Edit / Modify begins the report of the account anew.',
    ({ editAccount }) => ({
      editAccount: (memory, number, change) => {
        const edited = editAccount(memory, number, change);
        const accounts = edited.accounts.map((account) =>
          account.number === number
            ? { ...account, usage: { items: 0, zeroItems: 0, postage: 0 } }
            : account,
        );
        return { ...edited, accounts };
      },
    }),
  ),
];
