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
import { changedRows, withoutRows } from './showing.ts';

/** Faults in what is refilled, by whom, and in what Refill settings hold. */
const refillFaults: readonly MeterFault[] = [
  inRules('refill-step-not-checked', 'Amounts between two steps are taken.', ({ mayRefill }) => ({
    mayRefill: (amount, profile) => mayRefill(amount, { refill: { ...profile.refill, step: 1 } }),
  })),
  inRules('refill-most-not-checked', 'An amount above the most is taken.', ({ mayRefill }) => ({
    mayRefill: (amount, { refill }) =>
      mayRefill(amount, { refill: { ...refill, most: refill.most * 10 } }),
  })),
  inRules('refill-least-not-checked', 'An amount below the least is taken.', ({ mayRefill }) => ({
    mayRefill: (amount, { refill }) => mayRefill(amount, { refill: { ...refill, least: 0 } }),
  })),
  inRules('last-refill-not-offered', 'Refill does not offer the last amount.', () => ({
    lastRefill: () => undefined,
  })),
  inRules('first-refill-offered', 'Refill offers the first amount in place of the last.', () => ({
    lastRefill: ({ postal }) => postal.receipts.at(-1)?.amount,
  })),
  inChart('other-amount-is-the-default', 'Other amount refills the default amount.', (machine) =>
    withAction(machine, 'chooseOtherRefill', () => ({ context }) => ({
      refillAmount: context.memory.refill.usual,
    })),
  ),
  inChart('last-amount-not-confirmed', 'The last amount is refilled without Confirm.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Funds', 'Refill', 'Choosing'], (on) => ({
        ...on,
        'TAP.lastRefill': { target: '#Calling', actions: ['chooseLastRefill', 'callForRefill'] },
      })),
    ),
  ),
  inChart('default-becomes-the-last', 'A refill makes its amount the default one.', (machine) =>
    withAction(machine, 'callForRefill', (real) => (moment, params) => {
      const after = real(moment, params);
      const memory = after.memory ?? moment.context.memory;
      const refill = { ...memory.refill, usual: moment.context.refillAmount };
      return { ...after, memory: { ...memory, refill } };
    }),
  ),
  inRules(
    'performed-by-who-hears-of-it',
    'A refill is performed by who is logged in as the answer comes.',
    ({ notePerformer }) => ({
      notePerformer: (before, after, user) =>
        notePerformer({ ...before, refill: { ...before.refill, askedBy: user } }, after, user),
    }),
  ),
  inRules('performer-forgotten', 'Refills are performed by nobody.', ({ notePerformer }) => ({
    notePerformer: (before, after) => notePerformer(before, after, null),
  })),
  atPowerOn('refill-settings-lost', 'Refill settings are forgotten without power.', (memory) => ({
    ...memory,
    refill: { ...memory.refill, warnBelow: 2_000, usual: 20_000 },
  })),
  inRules('batch-kept-over-a-refill', 'A refill leaves the open batch open.', (real) => ({
    mayBringPostage: (memory, errand) =>
      errand.kind !== 'refill' && real.mayBringPostage(memory, errand),
  })),
  inRules(
    'batch-kept-as-a-waiting-refill-comes',
    'Postage that was asked for before comes into an open batch.',
    ({ mayBringPostage }) => ({
      mayBringPostage: ({ postal }, errand) =>
        mayBringPostage({ postal: { ...postal, funds: null } }, errand),
    }),
  ),
  inChart('franks-during-a-call', 'Mail runs while the machine calls.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Funds', 'Calling', 'Sending'], (on) => ({
        ...on,
        FEED: { actions: 'frank' },
      })),
    ),
  ),
];

/** Faults in when Run Mail warns of low postage. */
const warningFaults: readonly MeterFault[] = [
  inRules('low-funds-at-the-limit', 'Postage at the limit counts as low.', () => ({
    fundsLow: ({ registers, refill }) => registers.descending <= refill.warnBelow,
  })),
  inRules('low-funds-not-said', 'Run Mail never warns of low postage.', () => ({
    fundsLow: () => false,
  })),
  inChart('low-funds-said-once', 'The warning comes once and sets itself off.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Run Mail', 'Low Funds'], (on) => ({
        ...on,
        'TAP.ok': { target: 'Running', actions: ['clearField', 'warnBelow'] },
      })),
    ),
  ),
  inChart('franks-behind-the-warning', 'Mail runs behind the warning of low postage.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Run Mail', 'Low Funds'], (on) => ({
        ...on,
        FEED: { actions: 'frank' },
      })),
    ),
  ),
];

/** Faults in what a piece costs once rates have come. */
const ratesFaults: readonly MeterFault[] = [
  inRules('rates-before-their-day', 'New rates hold from when they come.', () => ({
    ratesInForce: ({ rates }) => rates.at(-1),
  })),
  inRules('rates-a-day-late', 'New rates hold from the day after theirs.', () => ({
    ratesInForce: ({ rates }, day) => rates.filter(({ effective }) => effective < day).at(-1),
  })),
  inRules('prices-of-the-factory', 'Rates are installed and no price changes.', () => ({
    priced: (mailClass) => mailClass,
  })),
  inRules('fee-not-in-the-rates', 'New rates leave the fees as they were.', ({ priced }) => ({
    priced: (mailClass, table) => ({ ...priced(mailClass, table), fee: mailClass.fee }),
  })),
  inRules(
    'class-lacking-in-rates-not-priced',
    'A class that the rates lack has no price any more.',
    ({ priced }) => ({
      priced: (mailClass, table) =>
        table && !(mailClass.name in table.prices)
          ? { ...mailClass, postage: [] }
          : priced(mailClass, table),
    }),
  ),
];

/** Faults in what the machine says of its inspection. */
const inspectionFaults: readonly MeterFault[] = [
  inChart('inspection-not-said-at-power-up', 'Power-up does not say it is due.', (machine) =>
    withGuard(machine, 'saysInspection', () => () => false),
  ),
  inChart('inspection-said-at-each-power-up', 'Each power-up says it is due.', (machine) =>
    withAction(machine, 'noteInspectionSaid', () => () => ({})),
  ),
  inChart('inspection-said-on-one-day', 'It is said at power-up on one day only.', (machine) =>
    withGuard(
      machine,
      'saysInspection',
      (real) => (moment, params) =>
        real(moment, params) && moment.context.memory.inspectionSaid === null,
    ),
  ),
  onScreen(
    'inspection-not-on-run-mail',
    'Run Mail does not say that an inspection is required.',
    (screen) => (screen.title === 'Run Mail' ? withoutRows(screen, /^Postal inspection/) : screen),
  ),
  onScreen('days-left-off-by-one', 'One day too many is said to be left.', (screen) =>
    changedRows(screen, /(?<=Days left: )\d+/, (days) => String(Number(days) + 1)),
  ),
  onScreen('lock-out-blamed-on-postage', 'A locked machine says its postage is low.', (screen) =>
    changedRows(
      screen,
      /^No mail can be run before.*/,
      () => 'There is not enough postage in the meter.',
    ),
  ),
];

/** Faults in what the screens of funds say. */
const shownFaults: readonly MeterFault[] = [
  onScreen('waiting-refill-not-said', 'No screen says that a refill waits.', (screen) =>
    withoutRows(screen, /^A refill of/),
  ),
  onScreen('most-not-said', 'A refusal does not say what may be added.', (screen) =>
    withoutRows(screen, /^The most that may be added/),
  ),
  onScreen('summary-of-four', 'The refill summary leaves the fifth refill out.', (screen) =>
    screen.title === 'Refill summary'
      ? { ...screen, rows: screen.rows.filter((_row, index) => index !== 5) }
      : screen,
  ),
  onScreen('receipt-says-before-twice', 'A receipt has no refill in its sum.', (screen, context) =>
    changedRows(screen, /(?<=^Postage after: )[\d.]+/, (shown) => {
      const before = context.memory.postal.receipts[0]?.before;
      return before === undefined ? shown : (before / 100).toFixed(2);
    }),
  ),
  onScreen('receipt-without-credit', 'Nothing says what may be drawn on credit.', (screen) =>
    withoutRows(screen, /^Credit available/),
  ),
  onScreen('call-shows-nothing', 'A call does not show how it goes on.', (screen) =>
    screen.busy ? { ...screen, rows: screen.rows.slice(0, 1) } : screen,
  ),
];

/** Faults in funds, rates and inspection that only the Connect+ can have. */
export const connectPlusPanelFundsFaults: readonly MeterFault[] = [
  ...refillFaults,
  ...warningFaults,
  ...ratesFaults,
  ...inspectionFaults,
  ...shownFaults,
];
