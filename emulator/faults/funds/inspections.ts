import { oneDay } from '#core';
import type { dataCentre } from '#models';
import type { MeterFault } from '../fault.ts';
import {
  type FundsSeeding,
  newNote,
  preparingWrongly,
  type Taken,
  type Taking,
  takingWrongly,
} from './seeding.ts';

/** Faults in the time until the next inspection, and in what a meter does when it is over. */
export const inspectionFaults = (seeding: FundsSeeding): readonly MeterFault[] => [
  notResetBy(seeding, 'refill', 'inspection-not-reset-by-a-refill', 'A refill'),
  notResetBy(seeding, 'balance', 'inspection-not-reset-by-a-balance-inquiry', 'A balance inquiry'),
  notResetBy(seeding, 'inspection', 'inspection-not-reset-by-an-inspection', 'An inspection'),
  notResetBy(
    seeding,
    'synchronisation',
    'inspection-not-reset-by-a-synchronisation',
    'A synchronisation',
  ),
  takingWrongly(
    seeding,
    'inspection-reset-by-a-failed-call',
    'A call that breaks off counts as an inspection.',
    (taken, { now }, { inspection }) =>
      taken.call.end !== null && taken.call.end !== 'ended'
        ? { ...taken, registers: inspectedAt(taken, now, inspection) }
        : taken,
  ),
  preparingWrongly(
    seeding,
    'no-inspection-after-a-refused-refill',
    'A call whose refill was refused ends without the inspection.',
    (prepared) => {
      const { call } = prepared;
      const wasRefused = call.notes.some(({ kind }) => kind === 'funds refused');
      if (!wasRefused || call.step?.kind !== 'inspection') return prepared;
      return { ...prepared, call: { ...call, step: { kind: 'end' } } };
    },
  ),
  takingWrongly(
    seeding,
    'watchdog-not-moved',
    'An inspection is noted with its day, and the meter stops when it would have without it.',
    (taken, taking) => ({
      ...taken,
      registers: { ...taken.registers, watchdog: taking.meter.registers.watchdog },
    }),
  ),
  lockOutMoved(seeding, oneDay, 'lock-out-a-day-late', 'The meter stops a day later than it must.'),
  lockOutMoved(
    seeding,
    -oneDay,
    'lock-out-a-day-early',
    'The meter stops a day earlier than it must.',
  ),
  lockOutMoved(
    seeding,
    oneDay / 2,
    'lock-out-at-noon',
    'The meter stops at noon of the day and not as the day begins.',
  ),
  warningMoved(seeding, 1, 'warning-a-day-late', 'The first warning comes a day late.'),
  warningMoved(seeding, -1, 'warning-a-day-early', 'The first warning comes a day early.'),
  seeding.inRules(
    'locked-meter-franks',
    'A meter that says that it is locked franks all the same.',
    ({ postageRefusal }) => ({
      postageRefusal: (...given) => {
        const reason = postageRefusal(...given);
        return reason === 'past the watchdog' ? undefined : reason;
      },
    }),
  ),
  seeding.atPowerOn(
    'inspection-reset-by-the-power',
    'The time until the next inspection begins anew as power comes on.',
    (memory) => ({
      ...memory,
      registers: { ...memory.registers, inspected: null, watchdog: null },
    }),
  ),
];

const inspectedAt = (
  { registers }: Taken,
  now: number,
  { lockOutDay }: { readonly lockOutDay: number },
): Taken['registers'] => ({
  ...registers,
  inspected: now,
  watchdog: (Math.floor(now / oneDay) + lockOutDay) * oneDay,
});

/** The core as it was before this answer, as far as inspections go. */
const uninspected = (taken: Taken, { meter }: Taking): Taken => {
  const { inspected, watchdog } = meter.registers;
  return { ...taken, registers: { ...taken.registers, inspected, watchdog } };
};

const notResetBy = (
  seeding: FundsSeeding,
  errand: dataCentre.Errand['kind'],
  name: string,
  what: string,
): MeterFault =>
  takingWrongly(seeding, name, `${what} does not count as an inspection.`, (taken, taking) =>
    taking.call.errand.kind === errand && newNote(taken, taking)?.kind === 'inspected'
      ? uninspected(taken, taking)
      : taken,
  );

const lockOutMoved = (
  { inRules }: FundsSeeding,
  by: number,
  name: string,
  description: string,
): MeterFault =>
  inRules(name, description, ({ postageRefusal, standingOf }) => ({
    postageRefusal: (core, value, now, limits) =>
      postageRefusal(shifted(core, by), value, now, limits),
    standingOf: (core, now, days) => standingOf(shifted(core, by), now, days),
  }));

const shifted = <Core extends { readonly watchdog: number | null }>(
  core: Core,
  by: number,
): Core => (core.watchdog === null ? core : { ...core, watchdog: core.watchdog + by });

const warningMoved = (
  { inRules }: FundsSeeding,
  by: number,
  name: string,
  description: string,
): MeterFault =>
  inRules(name, description, ({ standingOf }) => ({
    standingOf: (core, now, days) =>
      standingOf(core, now, { ...days, warningDay: days.warningDay + by }),
  }));
