import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayStart, isoDay, type Millis, oneDay } from '#core';
import { divisions, type ReportPeriod } from './memory.ts';
import { currentPeriod, dayAsTyped, fiscalYear, periodsOf, typedDay } from './periods.ts';

const startOf = (day: string): Millis => dayStart(day) ?? Number.NaN;
const dayAfter = (day: string): string => isoDay(startOf(day) + oneDay);
const daysOf = ({ from, to }: { readonly from: string; readonly to: string }): number =>
  (startOf(to) - startOf(from)) / oneDay + 1;

/** Any day that each year has. */
const anyPeriod: fc.Arbitrary<ReportPeriod> = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    division: fc.constantFrom(...divisions),
  })
  .filter(({ month, day }) => dayStart(`2023-${two(month)}-${two(day)}`) !== undefined);

const two = (value: number): string => String(value).padStart(2, '0');

const anyInstant = fc.integer({ min: startOf('2000-01-01'), max: startOf('2101-01-01') });

describe('the fiscal year', () => {
  test('has the day on which it is asked for, and the next one follows it at once', () => {
    fc.assert(
      fc.property(anyPeriod, anyInstant, (period, now) => {
        const year = fiscalYear(period, now);
        const today = isoDay(now);
        expect(year.from <= today && today <= year.to).toBe(true);
        expect(fiscalYear(period, startOf(year.to) + oneDay).from).toBe(dayAfter(year.to));
        expect([365, 366]).toContain(daysOf(year));
      }),
    );
  });

  test('from March on it has 29 February at its end', () => {
    const period = { month: 3, day: 1, division: 'monthly' } as const;
    expect(fiscalYear(period, startOf('2028-02-29'))).toEqual({
      from: '2027-03-01',
      to: '2028-02-29',
    });
    expect(periodsOf(period, startOf('2028-02-29')).at(-1)).toEqual({
      from: '2028-02-01',
      to: '2028-02-29',
    });
  });
});

describe('its periods', () => {
  test('have every day of the year once, and one of them has today', () => {
    fc.assert(
      fc.property(anyPeriod, anyInstant, (period, now) => {
        const year = fiscalYear(period, now);
        const periods = periodsOf(period, now);
        expect(periods[0]?.from).toBe(year.from);
        expect(periods.at(-1)?.to).toBe(year.to);
        for (const [index, { from, to }] of periods.entries()) {
          expect(from <= to).toBe(true);
          if (index > 0) expect(from).toBe(dayAfter(periods[index - 1]?.to ?? ''));
        }
        const today = isoDay(now);
        const ofToday = periods.filter(({ from, to }) => from <= today && today <= to);
        expect(ofToday).toEqual([currentPeriod(period, now)]);
      }),
    );
  });

  test.each([
    ['none', 1],
    ['annual', 1],
    ['twice-yearly', 2],
    ['quarterly', 4],
    ['monthly', 12],
    ['4-4-5', 12],
  ] as const)('divided %s are %i', (division, count) => {
    const periods = periodsOf({ month: 4, day: 6, division }, startOf('2026-01-05'));
    expect(periods).toHaveLength(count);
  });

  test('of a 4-4-5 calendar have whole weeks, but for what is left over at its end', () => {
    fc.assert(
      fc.property(anyPeriod, anyInstant, (period, now) => {
        const lengths = periodsOf({ ...period, division: '4-4-5' }, now).map(daysOf);
        expect(lengths.slice(0, -1)).toEqual([28, 28, 35, 28, 28, 35, 28, 28, 35, 28, 28]);
        expect([36, 37]).toContain(lengths.at(-1));
      }),
    );
  });
});

test('a day is typed with its day first, and nothing else is a day', () => {
  fc.assert(
    fc.property(anyInstant, (now) => {
      const day = isoDay(now);
      expect(typedDay(dayAsTyped(day))).toBe(day);
    }),
  );
  for (const text of ['', '1', '29022026', '00012026', '32012026', '01132026', '2026-1-1']) {
    expect(typedDay(text), text).toBeUndefined();
  }
});
