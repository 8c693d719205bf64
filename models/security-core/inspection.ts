import { type Millis, oneDay } from '#core';
import type { SecurityCore } from './core.ts';

/**
 * How often a meter must be in contact, in whole days since its last inspection. From `warningDay`
 * on it warns, for `graceDays`; on `lockOutDay` it stops.
 */
export interface InspectionDays {
  readonly warningDay: number;
  readonly graceDays: number;
  readonly lockOutDay: number;
}

const dayOf = (instant: Millis): number => Math.floor(instant / oneDay);

/** Whole days of the calendar since the last inspection. */
export const daysSinceInspection = ({ inspected }: SecurityCore, now: Millis): number =>
  inspected === null ? 0 : Math.max(0, dayOf(now) - dayOf(inspected));

/** The Data Centre has read the registers: the time until the next inspection begins anew. */
export const inspect = (
  core: SecurityCore,
  now: Millis,
  { lockOutDay }: InspectionDays,
): SecurityCore => ({
  ...core,
  inspected: now,
  watchdog: (dayOf(now) + lockOutDay) * oneDay,
});

/** Power comes on: for the first time of all, the time until the first inspection begins. */
export const started = (core: SecurityCore, now: Millis, days: InspectionDays): SecurityCore =>
  core.inspected === null ? inspect(core, now, days) : core;

/** What a meter says of its next inspection. `daysLeft`: until nothing is franked any more. */
export type Standing =
  | { readonly status: 'in order'; readonly daysLeft: number }
  | { readonly status: 'due'; readonly daysLeft: number }
  | { readonly status: 'locked'; readonly daysLeft: 0 };

export function standingOf(core: SecurityCore, now: Millis, days: InspectionDays): Standing {
  if (core.watchdog !== null && now >= core.watchdog) return { status: 'locked', daysLeft: 0 };
  const since = daysSinceInspection(core, now);
  const daysLeft = days.lockOutDay - since;
  return { status: since >= days.warningDay ? 'due' : 'in order', daysLeft };
}
