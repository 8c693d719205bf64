import type { MeterFault } from '../fault.ts';
import {
  atPowerOn,
  editEvents,
  inChart,
  inRules,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

/** Faults in how accounts are created, and in which of them are charged. */
export const accountFaults: readonly MeterFault[] = [
  // Names and codes
  inRules('duplicate-code-accepted', 'A second account gets a code that is taken.', () => ({
    codeTaken: (memory, code) => memory.retired.codes.includes(code),
  })),
  inRules('duplicate-account-name-accepted', 'A second account gets a name that is taken.', () => ({
    nameTaken: (memory, name) => memory.retired.names.includes(name),
  })),
  inRules(
    'sub-account-code-free',
    'A code counts as taken at the top level only.',
    ({ codeTaken }) => ({
      codeTaken: (memory, code, except) =>
        codeTaken(
          { ...memory, accounts: memory.accounts.filter(({ parent }) => parent === null) },
          code,
          except,
        ),
    }),
  ),
  inRules(
    'inactive-account-code-free',
    'The code of an inactive account is given to another.',
    ({ codeTaken }) => ({
      codeTaken: (memory, code, except) =>
        codeTaken(
          { ...memory, accounts: memory.accounts.filter(({ active }) => active) },
          code,
          except,
        ),
    }),
  ),
  inRules(
    'inactive-account-name-free',
    'The name of an inactive account is given to another.',
    ({ nameTaken }) => ({
      nameTaken: (memory, name, except) =>
        nameTaken(
          { ...memory, accounts: memory.accounts.filter(({ active }) => active) },
          name,
          except,
        ),
    }),
  ),
  inRules(
    'deleted-account-code-free',
    'The code of a deleted account is free again.',
    ({ deleteAccount }) => ({
      deleteAccount: (memory, id) => {
        const left = deleteAccount(memory, id);
        return { ...left, retired: { ...left.retired, codes: memory.retired.codes } };
      },
    }),
  ),
  inRules(
    'deleted-account-name-free',
    'The name of a deleted account is free again.',
    ({ deleteAccount }) => ({
      deleteAccount: (memory, id) => {
        const left = deleteAccount(memory, id);
        return { ...left, retired: { ...left.retired, names: memory.retired.names } };
      },
    }),
  ),
  inRules(
    'former-code-free',
    'The code that an account had before it got another is free again.',
    ({ editAccount }) => ({
      editAccount: (memory, ...change) => ({
        ...editAccount(memory, ...change),
        retired: memory.retired,
      }),
    }),
  ),
  atPowerOn(
    'power-cut-frees-codes',
    'After a power cut the names and codes of deleted accounts are free again.',
    (memory) => ({ ...memory, retired: { names: [], codes: [] } }),
  ),
  inChart('blank-code-accepted', 'A code of nothing but blanks is accepted.', (machine) =>
    withGuard(
      machine,
      'fieldBlank',
      () =>
        ({ context }) =>
          context.field.value === '',
    ),
  ),
  inChart(
    'description-cut-short',
    'A description takes 149 characters, not 150.',
    (machine, { profile }) =>
      withGuard(
        machine,
        'fieldFull',
        (real) => (moment, params) =>
          real(moment, params) ||
          (params.field === 'description' &&
            moment.event.type === 'KEY' &&
            moment.context.field.value.length >= profile.accountDescriptionLength - 1),
      ),
  ),
  inChart(
    'old-entries-in-the-next-account',
    'A new account begins with the description of the one before.',
    (machine) =>
      withAction(machine, 'draftAccount', (real) => (moment, params) => {
        const { account } = real(moment, params);
        const { description } = moment.context.account;
        return account ? { account: { ...account, description } } : {};
      }),
  ),
  inRules(
    'created-account-always-active',
    'An account is active however it was entered.',
    (real) => ({
      addAccount: (memory, entry) => real.addAccount(memory, { ...entry, active: true }),
    }),
  ),
  inChart(
    'cancel-creates-the-account',
    'Cancel on the form of a new account creates it.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Create Account', 'Account'], () => ({
          'TAP.cancel': { target: '#Manage Accounts', actions: 'addAccount' },
        })),
      ),
  ),

  // Capacity and levels
  inRules('account-too-many', 'A full machine takes one more account.', () => ({
    accountsFull: (memory) => memory.accounts.length > memory.accountCapacity,
  })),
  inRules('account-too-few', 'There is room for one account less than was bought.', () => ({
    accountsFull: (memory) => memory.accounts.length >= memory.accountCapacity - 1,
  })),
  inChart(
    'full-machine-adds-sub-accounts',
    'A full machine still takes a sub account from the dialog after creating one.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Create Account', 'Created'], () => ({
          'TAP.addSubAccount': { target: 'Account Name', actions: 'draftBelow' },
        })),
      ),
  ),
  inRules(
    'fourth-level-offered',
    'An account of the lowest level is offered to add accounts to.',
    ({ sortedAccounts, hasTransactions }) => ({
      parentCandidates: (memory) =>
        sortedAccounts(memory).filter(({ id }) => !hasTransactions(memory, id)),
    }),
  ),
  inRules(
    'fourth-level-in-the-dialog',
    'The dialog after a sub sub account offers a sub account.',
    () => ({ mayHaveSubAccounts: () => true }),
  ),
  inRules(
    'used-account-gets-sub-accounts',
    'An account that mail was charged to is offered to add accounts to.',
    ({ sortedAccounts, levelOf }) => ({
      parentCandidates: (memory, profile) =>
        sortedAccounts(memory).filter(({ id }) => levelOf(memory, id) < profile.accountLevels),
    }),
  ),

  // What is charged
  inRules(
    'inactive-account-offered-for-mail',
    'Run Mail offers inactive accounts.',
    ({ sortedAccounts, childrenOf }) => ({
      chargeableAccounts: (memory) =>
        sortedAccounts(memory).filter(({ id }) => childrenOf(memory, id).length === 0),
    }),
  ),
  inRules(
    'account-below-an-inactive-one-offered',
    'Run Mail looks at the status of the lowest account only.',
    ({ sortedAccounts, childrenOf }) => ({
      chargeableAccounts: (memory) =>
        sortedAccounts(memory).filter(
          ({ id, active }) => active && childrenOf(memory, id).length === 0,
        ),
    }),
  ),
  inRules(
    'parent-account-offered',
    'Run Mail offers accounts that have sub accounts.',
    ({ sortedAccounts, chainOf }) => ({
      chargeableAccounts: (memory) =>
        sortedAccounts(memory).filter(({ id }) =>
          chainOf(memory, id).every(({ active }) => active),
        ),
    }),
  ),
  inRules(
    'deactivated-account-charged',
    'An account that became inactive while it was in use is still charged.',
    ({ childrenOf }) => ({
      isChargeable: (memory, id) => childrenOf(memory, id).length === 0,
    }),
  ),
  inChart(
    'deleted-account-stays-in-use',
    'Run Mail goes on with an account that was deleted.',
    (machine) =>
      withGuard(
        withAction(machine, 'deleteAccount', (real) => (moment, params) => ({
          ...real(moment, params),
          mailing: moment.context.mailing,
        })),
        'accountNotChargeable',
        () => () => false,
      ),
  ),
];
