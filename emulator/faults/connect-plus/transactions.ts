import { dayStart, isoDay, oneDay } from '#core';
import type { MeterFault } from '../fault.ts';
import {
  assigning,
  atPowerOn,
  editEvents,
  inChart,
  inRules,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

/** Faults in the transaction list, its filters, and in moving transactions. */
export const transactionFaults: readonly MeterFault[] = [
  inRules(
    'moved-transaction-visible-at-once',
    'Reports show a moved transaction on its new account before it is synchronised.',
    ({ moveTransaction }) => ({
      moveTransaction: (memory, id, account) => {
        const moved = moveTransaction(memory, id, account);
        return {
          ...moved,
          transactions: moved.transactions.map((one) =>
            one.id === id ? { ...one, reported: account } : one,
          ),
        };
      },
    }),
  ),
  inRules(
    'moved-transaction-never-visible',
    'Reports show a moved transaction on its old account for ever.',
    ({ confirm }) => ({
      confirm: (memory, items) => {
        const after = confirm(memory, items);
        return {
          ...after,
          transactions: after.transactions.map((one, index) => ({
            ...one,
            reported: memory.transactions[index]?.reported ?? one.reported,
          })),
        };
      },
    }),
  ),
  inRules(
    'move-not-uploaded',
    'A transaction that was moved after its upload is not uploaded again.',
    ({ moveTransaction }) => ({
      moveTransaction: (memory, id, account) => {
        const moved = moveTransaction(memory, id, account);
        return {
          ...moved,
          transactions: moved.transactions.map((one) =>
            one.id === id && one.confirmed >= 0 ? { ...one, confirmed: one.revision } : one,
          ),
        };
      },
    }),
  ),
  inRules(
    'moved-to-the-wrong-account',
    'A transaction goes to the first account of the list, whichever was picked.',
    ({ moveTransaction, chargeableAccounts }) => ({
      moveTransaction: (memory, id, account) =>
        moveTransaction(memory, id, chargeableAccounts(memory)[0]?.id ?? account),
    }),
  ),
  inRules(
    'neighbour-moves-along',
    'The transaction after the one that is moved goes with it.',
    ({ moveTransaction }) => ({
      moveTransaction: (memory, id, account) => {
        const moved = moveTransaction(memory, id, account);
        return moved.transactions.some((one) => one.id === id + 1)
          ? moveTransaction(moved, id + 1, account)
          : moved;
      },
    }),
  ),
  inRules(
    'move-takes-the-postage-back',
    'Moving a transaction puts its postage back into the meter.',
    ({ moveTransaction }) => ({
      moveTransaction: (memory, id, account) => {
        const moved = moveTransaction(memory, id, account);
        const found = memory.transactions.find((one) => one.id === id);
        const cost = found ? found.postage + found.fees : 0;
        const { ascending, descending } = moved.registers;
        const registers = {
          ...moved.registers,
          ascending: ascending - cost,
          descending: descending + cost,
        };
        return { ...moved, registers };
      },
    }),
  ),
  inChart(
    'moved-after-one-ok',
    'The first OK moves the transaction already.',
    (machine, { rules }) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Transactions', 'Select Account'], () => ({
          'TAP.ok': {
            target: 'Edit Transaction',
            actions: assigning(({ context: { memory, transaction, target } }) =>
              transaction === null || target === null
                ? {}
                : { memory: rules.moveTransaction(memory, transaction, target) },
            ),
          },
        })),
      ),
  ),
  inChart(
    'cancel-keeps-the-picked-account',
    'The account that was picked for a transaction is still there when the form opens again.',
    (machine) =>
      withAction(
        machine,
        'draftTransaction',
        (real) => (moment, params) =>
          moment.context.target === null ? real(moment, params) : { target: moment.context.target },
      ),
  ),
  inRules(
    'any-account-offered',
    'Accounts above others and inactive ones are offered to be charged.',
    ({ sortedAccounts }) => ({ chargeableAccounts: sortedAccounts }),
  ),
  inChart(
    'nothing-selected-is-edited',
    'Without a transaction selected the last one is edited.',
    (machine) => withGuard(machine, 'noTransactionSelected', () => () => false),
  ),
  inChart(
    'selection-outlives-its-list',
    'A transaction that a new filter leaves out can still be edited.',
    (machine) =>
      withGuard(
        machine,
        'noTransactionSelected',
        () =>
          ({ context }) =>
            context.transaction === null,
      ),
  ),
  atPowerOn(
    'move-lost-at-power-cut',
    'A move that is not uploaded yet is lost with the power.',
    (memory) => ({
      ...memory,
      transactions: memory.transactions.map((one) =>
        one.confirmed < one.revision && one.confirmed >= 0
          ? { ...one, account: one.reported, revision: one.confirmed }
          : one,
      ),
    }),
  ),

  // Filters
  inRules(
    'filter-leaves-last-day-out',
    'The last day of the period is not part of it.',
    ({ filteredTransactions }) => ({
      filteredTransactions: (memory, filter) => {
        const to = isoDay((dayStart(filter.to) ?? 0) - oneDay);
        return filteredTransactions(memory, { ...filter, to });
      },
    }),
  ),
  inRules(
    'filter-leaves-first-day-out',
    'The first day of the period is not part of it.',
    ({ filteredTransactions }) => ({
      filteredTransactions: (memory, filter) => {
        const from = isoDay((dayStart(filter.from) ?? 0) + oneDay);
        return filteredTransactions(memory, { ...filter, from });
      },
    }),
  ),
  inRules(
    'filter-ignores-accounts',
    'The account criterion narrows nothing down.',
    ({ filteredTransactions }) => ({
      filteredTransactions: (memory, filter) =>
        filteredTransactions(memory, { ...filter, accounts: null }),
    }),
  ),
  inRules(
    'filter-takes-one-account',
    'Of several accounts in a filter only the first counts.',
    ({ filteredTransactions }) => ({
      filteredTransactions: (memory, filter) =>
        filteredTransactions(memory, {
          ...filter,
          accounts: filter.accounts?.slice(0, 1) ?? null,
        }),
    }),
  ),
  inChart(
    'filter-opens-empty',
    'The filter opens without the criteria of the last one.',
    (machine) =>
      withAction(machine, 'openFilter', (real) => (moment, params) => {
        const { memory } = moment.context;
        const forgotten = { ...moment.context, memory: { ...memory, filter: null } };
        return real({ ...moment, context: forgotten }, params);
      }),
  ),
  inChart('saved-filter-loses-accounts', 'A saved filter has its period alone.', (machine) =>
    withAction(machine, 'saveFilter', (real) => (moment, params) => {
      const filter = { ...moment.context.filter, accounts: null };
      return real({ ...moment, context: { ...moment.context, filter } }, params);
    }),
  ),
  inChart('reset-all-keeps-accounts', 'Reset all takes the period away alone.', (machine) =>
    withAction(machine, 'resetFilter', (real) => (moment, params) => {
      const { filter } = real(moment, params);
      return filter ? { filter: { ...filter, accounts: moment.context.filter.accounts } } : {};
    }),
  ),
  inChart(
    'removed-criterion-comes-back',
    'Remove this criterion leaves the account criterion where it is.',
    (machine) => withAction(machine, 'removeCriterion', () => () => ({})),
  ),
  inChart('period-not-mandatory', 'A filter without a period is viewed and saved.', (machine) =>
    withGuard(machine, 'noDates', () => () => false),
  ),
  inChart(
    'period-may-end-before-it-begins',
    'A period whose last day is before its first is accepted.',
    (machine) => withGuard(machine, 'filterBackwards', () => () => false),
  ),
  inChart('filter-name-used-twice', 'Two filters can have the same name.', (machine) =>
    withGuard(machine, 'filterNameTaken', () => () => false),
  ),
];
