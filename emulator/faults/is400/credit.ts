import type { MeterFault } from '../fault.ts';
import {
  atPowerOn,
  editEvents,
  inChart,
  inRules,
  onScreen,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

const credit = ['User Menu', 'Credit'];

/** Faults in adding credit: what is offered, asked, refused and said. */
export const creditFaults: readonly MeterFault[] = [
  inRules(
    'previous-amount-not-offered',
    'Credit offers the same amount each time instead of that of the previous transaction.',
    (_real, { refill }) => ({ offeredCredit: () => refill.usual }),
  ),
  inRules(
    'oldest-amount-offered',
    'Credit offers the oldest amount that is remembered instead of the last one.',
    ({ offeredCredit }) => ({
      offeredCredit: (memory, profile) =>
        memory.postal.receipts.at(-1)?.amount ?? offeredCredit(memory, profile),
    }),
  ),
  inRules(
    'credit-least-refused',
    'The least amount of credit is refused.',
    ({ isCreditAmount }) => ({
      isCreditAmount: (amount, limits) => amount !== limits.least && isCreditAmount(amount, limits),
    }),
  ),
  inRules(
    'credit-limit-a-step-too-high',
    'Credit of one step more than the most is taken.',
    ({ isCreditAmount }) => ({
      isCreditAmount: (amount, limits) =>
        isCreditAmount(amount, { ...limits, most: limits.most + limits.step }),
    }),
  ),
  inRules(
    'credit-steps-not-checked',
    'Any amount of credit between the least and the most is taken.',
    ({ isCreditAmount }) => ({
      isCreditAmount: (amount, limits) => isCreditAmount(amount, { ...limits, step: 1 }),
    }),
  ),
  inChart(
    'credit-not-confirmed',
    'OK on the amount of credit calls at once, without "Confirm - Add Credit".',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...credit, 'Amount'], ({ OK }) => ({
          OK: (OK as readonly { readonly target: string }[]).map((step) =>
            step.target === 'Confirm'
              ? { ...step, target: 'Calling', actions: ['draftAmount', 'beginCredit'] }
              : step,
          ),
        })),
      ),
  ),
  inChart(
    'amount-changeable-after-error',
    'After a communication error another amount can be keyed in.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...credit, 'Call Failed'], () => ({ OK: 'Amount', C: 'Amount' })),
      ),
  ),
  inChart(
    'amount-free-once-credit-is-left',
    'The amount that a lost call asked for can be changed once Credit was left.',
    (machine) => withGuard(machine, 'creditPending', () => () => false),
  ),
  onScreen(
    'addable-amount-not-shown',
    'A refusal does not name the amount that may be added.',
    (screen) => ({
      ...screen,
      rows: screen.rows.filter(({ text }) => !text.startsWith('Amount that may be added')),
    }),
  ),
  inRules(
    'addable-amount-not-in-steps',
    'The amount that may be added is named to the penny, though only whole steps are taken.',
    () => ({ addableCredit: (most) => most }),
  ),
  inChart(
    'refused-amount-offered-again',
    'After a refusal the refused amount is offered again, not the one that may be added.',
    (machine) => withAction(machine, 'draftAddable', () => () => ({})),
  ),
  inChart(
    'credit-refusal-taken-for-error',
    'An amount that the server refused is reported as a call that failed.',
    (machine) => withGuard(machine, 'creditRefused', () => () => false),
  ),
  onScreen(
    'success-shows-credit-of-before',
    'The success message shows the credit as it was before.',
    (screen, { memory }) => {
      const [receipt] = memory.postal.receipts;
      const before = `New credit: £${((receipt?.before ?? 0) / 100).toFixed(2)}`;
      return {
        ...screen,
        rows: screen.rows.map((row) =>
          row.text.startsWith('New credit') ? { ...row, text: before } : row,
        ),
      };
    },
  ),
  inChart('credit-pin-not-asked', 'Credit is added without asking for the PIN.', (machine) =>
    withGuard(machine, 'asksCreditPin', () => () => false),
  ),
  inChart(
    'any-credit-pin-accepted',
    'Any PIN of the full length adds credit.',
    (machine, { profile }) =>
      withGuard(
        machine,
        'isCreditPin',
        () =>
          ({ context }) =>
            context.field.value.length === profile.pinLength,
      ),
  ),
  inChart(
    'supervisor-pin-adds-credit',
    'The PIN of the supervisor is taken for that of credit.',
    (machine) =>
      withGuard(
        machine,
        'isCreditPin',
        (real) => (moment, params) =>
          real(moment, params) ||
          moment.context.field.value === moment.context.memory.supervisorPin,
      ),
  ),
  inRules(
    'wrong-credit-pin-counted-as-supervisor',
    'A wrong PIN for credit counts as one of the supervisor.',
    ({ countWrongPin }) => ({
      countWrongPin: (memory, kind) =>
        kind === 'credit'
          ? countWrongPin(countWrongPin(memory, 'credit'), 'supervisor')
          : countWrongPin(memory, kind),
    }),
  ),
  inChart(
    'cancelled-credit-pin-still-asked',
    'A PIN for credit that the supervisor has cancelled is still asked for.',
    (machine) => withAction(machine, 'cancelCreditPin', () => () => ({})),
  ),
  inChart(
    'first-credit-pin-kept',
    'A new PIN for credit does not take the place of the one that was set before.',
    (machine) =>
      withAction(
        machine,
        'setCreditPin',
        (real) => (moment, params) =>
          moment.context.memory.creditPin === null ? real(moment, params) : {},
      ),
  ),
  atPowerOn(
    'power-cut-forgets-credit-pin',
    'The PIN for credit is gone after a power cut.',
    (memory) => ({
      ...memory,
      creditPin: null,
    }),
  ),
  onScreen(
    'download-report-oldest-first',
    'The adding-postage report begins with the oldest amount.',
    (screen) =>
      screen.title === 'Adding Postage' ? { ...screen, rows: screen.rows.toReversed() } : screen,
  ),
];
