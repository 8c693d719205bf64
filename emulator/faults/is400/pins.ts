import type { MeterFault } from '../fault.ts';
import {
  editEvents,
  editState,
  inChart,
  inRules,
  onScreen,
  withConfig,
  withGuard,
} from './seeding.ts';

/** Faults in PINs: where they are asked, which are right, how wrong ones are counted. */
export const pinFaults: readonly MeterFault[] = [
  inChart(
    'wrong-pin-accepted',
    'Any PIN of the full length logs the supervisor in.',
    (machine, { profile }) =>
      withGuard(
        machine,
        'isSupervisorPin',
        () =>
          ({ context }) =>
            context.field.value.length === profile.pinLength,
      ),
  ),
  inChart(
    'wrong-shared-pin-accepted',
    'Any PIN of the full length starts a session in "No Account with Access Control".',
    (machine, { profile }) =>
      withGuard(
        machine,
        'isSharedPin',
        () =>
          ({ context: { field, memory } }) =>
            field.value.length === profile.pinLength && field.value !== memory.supervisorPin,
      ),
  ),
  inChart('any-account-pin-accepted', 'The PIN of one account opens another.', (machine) =>
    withGuard(
      machine,
      'isAccountPin',
      () =>
        ({ context: { field, memory } }) =>
          memory.accounts.some((account) => account.pin === field.value),
    ),
  ),
  inChart(
    'pin-not-asked',
    '"No Account with Access Control" starts a session without asking for the PIN.',
    (machine) =>
      withConfig(machine, (config) =>
        editState(config, ['Session Start', 'By Mode'], (state) => ({
          ...state,
          always: (state.always as readonly { readonly target: string }[]).map((step) =>
            step.target === 'PIN Code' ? { ...step, target: '#Home' } : step,
          ),
        })),
      ),
  ),
  inChart(
    'switching-asks-no-account-pin',
    'The user who changes the account is not asked for the PIN of the new one.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['User Menu', 'Select Account'], ({ OK }) => ({
          OK: (OK as readonly { readonly guard?: unknown }[]).filter(
            ({ guard }) => guard !== 'asksAccountPin',
          ),
        })),
      ),
  ),
  inChart('short-pin-accepted', 'A new PIN may have one digit less.', (machine, { profile }) =>
    withGuard(
      machine,
      'pinIncomplete',
      () =>
        ({ context }) =>
          context.field.value.length < profile.pinLength - 1,
    ),
  ),
  onScreen('pin-shown', 'A PIN is on the display while it is typed.', (screen, { field }) =>
    screen.field?.secret ? { ...screen, field: { ...screen.field, value: field.value } } : screen,
  ),
  inRules('wrong-pins-not-counted', 'A wrong PIN is refused and not counted.', () => ({
    countWrongPin: (memory) => memory,
  })),
  inRules('wrong-pin-count-kept', 'A right PIN does not end the count of wrong ones.', () => ({
    forgetWrongPins: (memory) => memory,
  })),
  inRules(
    'wrong-pins-counted-together',
    'A wrong PIN counts for the supervisor, the operators, the accounts and credit at once.',
    () => ({
      countWrongPin: (memory) => ({
        ...memory,
        wrongPins: {
          supervisor: memory.wrongPins.supervisor + 1,
          shared: memory.wrongPins.shared + 1,
          operator: memory.wrongPins.operator + 1,
          account: memory.wrongPins.account + 1,
          credit: memory.wrongPins.credit + 1,
        },
      }),
    }),
  ),
  inChart(
    'pin-last-digit-ignored',
    "The last digit of the supervisor's PIN is not looked at.",
    (machine, { profile }) =>
      withGuard(
        machine,
        'isSupervisorPin',
        () =>
          ({ context: { field, memory } }) =>
            field.value.length === profile.pinLength &&
            memory.supervisorPin.startsWith(field.value.slice(0, -1)),
      ),
  ),
];
