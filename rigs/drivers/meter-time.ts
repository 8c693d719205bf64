import { type Clock, type Millis, SteadyClock } from '#core';
import type { Day, TimeOfDay } from '#protocol';

/** What time it is at a meter. */
export type MeterTime = {
  /** `virtual`: it passes only by what the bench does. */
  readonly kind: 'virtual' | 'host';
  now(): Millis;
  /** What the meter's clock shows now. */
  set(instant: Millis): void;
};

/** The time of a meter whose time is virtual: what it last said. */
export function virtualTime(instant: Millis): MeterTime {
  let shown = instant;
  return {
    kind: 'virtual',
    now: () => shown,
    set: (to) => {
      shown = to;
    },
  };
}

/** The time of a meter whose clock runs as the host's does, and shows another time. */
export function hostTime(instant: Millis, clock: Clock = new SteadyClock()): MeterTime {
  let ahead = instant - clock.now();
  return {
    kind: 'host',
    now: () => clock.now() + ahead,
    set: (to) => {
      ahead = to - clock.now();
    },
  };
}

/** A reading of the meter's clock, as the instant that it says. */
export const instantOf = ({ year, month, day }: Day, { hour, minute, second }: TimeOfDay): Millis =>
  Date.UTC(year, month - 1, day, hour, minute) + Math.round(second * 1000);
