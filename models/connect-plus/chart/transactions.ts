import { field, managedOnPc, screen, unless } from './building.ts';
import type { PanelState } from './setup.ts';

const filter: PanelState = {
  id: 'Filter',
  initial: 'Criteria',
  states: {
    Criteria: screen('filterTransactions', {
      view: 'filter',
      buttons: ['addCriterion', 'savedFilters', 'save', 'resetAll', 'viewTransactions'],
      on: {
        'TAP.addCriterion': 'Select Criterion',
        'TAP.dateCriterion': 'From',
        'TAP.accountCriterion': 'Accounts',
        'TAP.removeCriterion': { actions: 'removeCriterion' },
        'TAP.savedFilters': 'Saved Filters',
        'TAP.save': unless([{ when: 'noDates', text: 'dateNeeded' }], { target: 'Filter Name' }),
        'TAP.resetAll': { actions: 'resetFilter' },
        'TAP.viewTransactions': unless([{ when: 'noDates', text: 'dateNeeded' }], {
          target: '#Transaction List',
          actions: 'useFilter',
        }),
      },
    }),
    'Select Criterion': screen('selectCriterion', {
      view: 'criteria',
      buttons: ['next', 'cancel'],
      on: {
        PICK: { actions: 'pickCriterion' },
        'TAP.next': [
          { guard: { type: 'criterionIs', params: { criterion: 'date' } }, target: 'From' },
          { target: 'Accounts' },
        ],
        'TAP.cancel': 'Criteria',
      },
    }),
    From: field('dateCriterion', {
      field: 'fromDate',
      from: 'filterFrom',
      refusals: [{ when: 'noSuchDay', text: 'noSuchDay' }],
      ok: { target: 'To', actions: 'filterFrom' },
      cancel: 'Criteria',
    }),
    To: field('dateCriterion', {
      field: 'toDate',
      from: 'filterTo',
      refusals: [
        { when: 'noSuchDay', text: 'noSuchDay' },
        { when: 'filterBackwards', text: 'daysBackwards' },
      ],
      ok: { target: 'Criteria', actions: 'filterTo' },
      cancel: 'Criteria',
    }),
    Accounts: screen('accountCriterion', {
      view: 'filterAccounts',
      buttons: ['ok'],
      on: { PICK: { actions: 'filterAccount' }, 'TAP.ok': 'Criteria' },
    }),
    'Saved Filters': screen('savedFilters', {
      view: 'filters',
      buttons: ['cancel'],
      on: { PICK: { target: 'Criteria', actions: 'loadFilter' }, 'TAP.cancel': 'Criteria' },
    }),
    'Filter Name': field('savedFilters', {
      field: 'filterName',
      refusals: [
        { when: 'fieldBlank', text: 'nameMissing' },
        { when: 'filterNameTaken', text: 'filterNameTaken' },
      ],
      ok: { target: 'Criteria', actions: 'saveFilter' },
      cancel: 'Criteria',
    }),
  },
};

/** Manage Accounts > Transactions. */
export const transactions: PanelState = {
  initial: 'Menu',
  states: {
    Menu: {
      id: 'Transactions',
      ...screen('transactions', {
        view: 'transactions',
        on: {
          'TAP.viewAndEditTransactions': unless([managedOnPc], {
            target: '#Filter',
            actions: 'openFilter',
          }),
        },
      }),
    },
    Filter: filter,
    'Transaction List': {
      id: 'Transaction List',
      ...screen('transactionList', {
        view: 'transactionList',
        keepsPage: true,
        buttons: ['actions', 'back'],
        on: {
          PICK: { actions: 'selectTransaction' },
          'TAP.actions': 'Actions',
          'TAP.back': 'Filter',
        },
      }),
    },
    Actions: screen('actions', {
      view: 'transactionActions',
      keepsPage: true,
      buttons: ['cancel'],
      on: {
        'TAP.editTransaction': unless(
          [managedOnPc, { when: 'noTransactionSelected', text: 'selectTransaction' }],
          { target: 'Edit Transaction', actions: 'draftTransaction' },
        ),
        'TAP.cancel': 'Transaction List',
      },
    }),
    'Edit Transaction': screen('editTransaction', {
      view: 'transactionForm',
      buttons: ['ok', 'cancel'],
      on: {
        'TAP.account': 'Select Account',
        'TAP.ok': unless([managedOnPc], {
          target: 'Transaction List',
          actions: 'moveTransaction',
        }),
        'TAP.cancel': 'Transaction List',
      },
    }),
    'Select Account': screen('pickAccount', {
      view: 'targets',
      buttons: ['ok'],
      on: { PICK: { actions: 'pickTarget' }, 'TAP.ok': 'Edit Transaction' },
    }),
  },
};
