import type { MeterFault } from '../fault.ts';
import { inChart, inRules, onScreen, withAction, withGuard } from './seeding.ts';

/** Faults in what the panel says and does about the postal inspection. */
export const inspectionFaults: readonly MeterFault[] = [
  inChart(
    'locked-machine-franks',
    'A machine whose PSD is locked goes on franking.',
    (machine, { rules, profile }) =>
      withGuard(machine, 'postageRefused', (real) => (moment, params) => {
        const { field, memory, now } = moment.context;
        const reason = rules.postageRefusal(
          memory.registers,
          Number(field.value),
          moment.event.at ?? now,
          profile.coreLimits,
        );
        return reason !== 'past the watchdog' && real(moment, params);
      }),
  ),
  onScreen(
    'lock-code-missing',
    'The message of a locked machine does not bear the code PSD-03-023.',
    (screen) => ({ ...screen, rows: screen.rows.filter(({ text }) => text !== 'PSD-03-023') }),
  ),
  inChart(
    'lock-called-lack-of-credit',
    'A locked machine says that there is not enough credit.',
    (machine) =>
      withAction(machine, 'refusePostage', (real) => (moment, params) => ({
        ...real(moment, params),
        notice: { text: 'creditTooLow', code: null, values: {} },
      })),
  ),
  inRules(
    'lack-of-credit-said-before-lock',
    'A locked machine without credit says that it lacks credit.',
    ({ postageRefusal }) => ({
      postageRefusal: (core, value, now, limits) =>
        value > core.descending ? 'not enough postage' : postageRefusal(core, value, now, limits),
    }),
  ),
  onScreen(
    'home-keeps-inspection-quiet',
    'Home does not say that an inspection is due.',
    (screen) => ({
      ...screen,
      rows: screen.rows.filter(({ text }) => !text.startsWith('Inspection due')),
    }),
  ),
  onScreen('home-keeps-lock-quiet', 'Home does not say that the machine is locked.', (screen) => ({
    ...screen,
    rows: screen.rows.filter(({ text }) => !text.startsWith('Locked:')),
  })),
  inRules(
    'days-left-a-day-more',
    'The machine gives a day more until the lock-out than there is.',
    ({ standingOf }) => ({
      standingOf: (core, now, days) => {
        const standing = standingOf(core, now, days);
        return standing.status === 'due'
          ? { ...standing, daysLeft: standing.daysLeft + 1 }
          : standing;
      },
    }),
  ),
  inChart(
    'day-not-counted-at-midnight',
    'While nobody presses a key the machine stays in the day that it was switched on.',
    (machine) => withAction(machine, 'newDay', () => () => ({})),
  ),
  inChart(
    'failed-call-looks-complete',
    'A call that broke off ends as one that was made.',
    (machine) => withGuard(machine, 'callFailed', () => () => false),
  ),
  inChart('failed-call-without-beep', 'A call that broke off ends without a beep.', (machine) =>
    withAction(
      machine,
      'beep',
      (real) => (moment, params) =>
        moment.event.type === 'DATA_CENTRE.ANSWER' ? {} : real(moment, params),
    ),
  ),
];
