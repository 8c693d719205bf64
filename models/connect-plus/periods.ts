import { civilTime, dayStart, instantOf, isoDay, type Millis, oneDay } from '#core';
import type { Division, ReportPeriod } from './memory.ts';

/** Days of a report, both included, as `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const midnight = (year: number, month: number, day: number): Millis => {
  // A month beyond December is one of the next year.
  const months = year * 12 + month - 1;
  return instantOf({
    year: Math.floor(months / 12),
    month: (months % 12) + 1,
    day,
    hour: 0,
    minute: 0,
    second: 0,
  });
};

/** The instant at which the fiscal year of `now` begins. */
function yearStart({ month, day }: ReportPeriod, now: Millis): { readonly year: number } {
  const { year } = civilTime(now);
  return { year: now < midnight(year, month, day) ? year - 1 : year };
}

const lengths: Readonly<Record<Exclude<Division, '4-4-5'>, number>> = {
  none: 12,
  annual: 12,
  'twice-yearly': 6,
  quarterly: 3,
  monthly: 1,
};

/** The periods of the fiscal year of `now`, in order. Ends are derived, never typed. */
export function periodsOf(period: ReportPeriod, now: Millis): readonly Days[] {
  const { year } = yearStart(period, now);
  const { month, day, division } = period;
  const end = midnight(year + 1, month, day);
  const starts: Millis[] = [];
  if (division === '4-4-5') {
    const first = midnight(year, month, day);
    const weeks = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];
    let start = first;
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
  const periods = periodsOf(period, now);
  return { from: periods[0]?.from ?? '', to: periods.at(-1)?.to ?? '' };
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
