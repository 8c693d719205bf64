import type { MeterFault } from '../fault.ts';
import { inChart, inRules, withGuard } from './seeding.ts';

/** Faults in operators and what they may do. */
export const operatorFaults: readonly MeterFault[] = [
  inRules('operator-pin-not-unique', "An operator gets another operator's PIN.", () => ({
    operatorPinTaken: (memory, pin) => pin === memory.supervisorPin,
  })),
  inRules(
    'operator-pin-may-be-supervisors',
    "An operator gets the supervisor's PIN.",
    ({ operatorPinTaken }) => ({
      operatorPinTaken: (memory, pin, except) =>
        pin !== memory.supervisorPin && operatorPinTaken(memory, pin, except),
    }),
  ),
  inRules(
    'duplicate-operator-name-accepted',
    'A second operator gets a name that is taken.',
    () => ({ operatorNameTaken: () => false }),
  ),
  inRules(
    'operators-one-too-many',
    'A full operator list takes one more operator.',
    (_real, profile) => ({
      operatorsFull: (memory) => memory.operators.length > profile.operatorCapacity,
    }),
  ),
  inRules(
    'operator-rights-ignored',
    'Every operator may choose every active account.',
    ({ selectableAccounts }) => ({
      selectableAccounts: (memory) => selectableAccounts({ ...memory, mode: 'accounts' }, null),
    }),
  ),
  inRules('inactive-operator-logs-in', 'The PIN of an inactive operator is accepted.', () => ({
    operatorWithPin: (memory, pin) => memory.operators.find((operator) => operator.pin === pin),
  })),
  inRules(
    'delete-keeps-operator',
    'Delete is confirmed and the operator is still in the list.',
    () => ({ deleteOperator: (memory) => memory }),
  ),
  inChart('last-operator-deletable', 'The last operator can be deleted.', (machine) =>
    withGuard(machine, 'lastOperator', () => () => false),
  ),
  inChart(
    'operator-edit-asks-no-pin',
    'Edit / Modify opens an operator without asking for the PIN of that operator.',
    (machine) => withGuard(machine, 'operatorEditAsksPin', () => () => false),
  ),
  inRules(
    'operator-edit-keeps-accounts',
    'Edit / Modify keeps the accounts that an operator had.',
    ({ editOperator, findOperator }) => ({
      editOperator: (memory, name, change) =>
        editOperator(memory, name, {
          ...change,
          accounts: findOperator(memory, name)?.accounts ?? change.accounts,
        }),
    }),
  ),
  inRules(
    'deleted-account-stays-with-operator',
    'An operator keeps the right to a deleted account, and has it again once its number is back.',
    ({ deleteAccount }) => ({
      deleteAccount: (memory, number) => ({
        ...deleteAccount(memory, number),
        operators: memory.operators,
      }),
    }),
  ),
];
