import { civilTime, dayStart, instantOf, isCivilTime, isoDay, type Millis, oneDay } from '#core';
import type { Division, ReportPeriod } from './memory.ts';

/** Days of a report, both included, as `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A month beyond December is one of the next year; a month without this day gives its last. */
function midnight(year: number, month: number, day: number): Millis {
  const months = year * 12 + month - 1;
  const time = {
    year: Math.floor(months / 12),
    month: (months % 12) + 1,
    day,
    hour: 0,
    minute: 0,
    second: 0,
  };
  return isCivilTime(time) ? instantOf(time) : midnight(year, month, day - 1);
}

/** The year in which the fiscal year of `now` begins. */
function firstYear({ month, day }: ReportPeriod, now: Millis): number {
  const { year } = civilTime(now);
  return now < midnight(year, month, day) ? year - 1 : year;
}

const lengths: Readonly<Record<Exclude<Division, '4-4-5'>, number>> = {
  none: 12,
  annual: 12,
  'twice-yearly': 6,
  quarterly: 3,
  monthly: 1,
};

/** Weeks of the periods of a year; what a year has beyond 52 weeks goes to the last. */
const weeks = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];

/** The periods of the fiscal year of `now`, in order. Ends are derived, never typed. */
export function periodsOf(period: ReportPeriod, now: Millis): readonly Days[] {
  const { month, day, division } = period;
  const year = firstYear(period, now);
  const end = midnight(year + 1, month, day);
  const starts: Millis[] = [];
  if (division === '4-4-5') {
    let start = midnight(year, month, day);
    for (const count of weeks) {
      starts.push(start);
      start += count * 7 * oneDay;
    }
  } else {
    const step = lengths[division];
    for (let at = 0; at < 12; at += step) starts.push(midnight(year, month + at, day));
  }
  return starts.map((start, index) => ({
    from: isoDay(start),
    to: isoDay((starts[index + 1] ?? end) - oneDay),
  }));
}

/** The fiscal year of `now`. */
export function fiscalYear(period: ReportPeriod, now: Millis): Days {
  const { month, day } = period;
  const year = firstYear(period, now);
  return {
    from: isoDay(midnight(year, month, day)),
    to: isoDay(midnight(year + 1, month, day) - oneDay),
  };
}

/** The period that `now` is in: what a report begins with. */
export function currentPeriod(period: ReportPeriod, now: Millis): Days {
  const today = isoDay(now);
  const periods = periodsOf(period, now);
  return periods.find(({ from, to }) => from <= today && today <= to) ?? fiscalYear(period, now);
}

/** `05012026` as typed, day first, as `2026-01-05`; `undefined` for a day that does not exist. */
export function typedDay(text: string): string | undefined {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return undefined;
  const [, day, month, year] = match;
  const iso = `${year}-${month}-${day}`;
  return dayStart(iso) === undefined ? undefined : iso;
}

/** `2026-01-05` as it is typed: `05012026`. */
export const dayAsTyped = (day: string): string => day.split('-').reverse().join('');
