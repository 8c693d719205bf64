import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilTime, instantOf, isCivilTime } from './calendar.ts';

const moment = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
});

test('an instant and its civil time are the same moment', async () => {
  const instant = fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) / 1000 }).map((s) => s * 1000);
  await fc.assert(
    fc.property(instant, (at) => {
      const time = civilTime(at);
      expect(isCivilTime(time)).toBe(true);
      expect(instantOf(time)).toBe(at);
    }),
  );
});

test.each([
  [moment(2024, 2, 29, 23, 59, 59), true],
  [moment(2023, 2, 29), false],
  [moment(2000, 2, 29), true],
  [moment(1900, 2, 29), false],
  [moment(2026, 4, 31), false],
  [moment(2026, 12, 31), true],
  [moment(2026, 13, 1), false],
  [moment(2026, 0, 1), false],
  [moment(2026, 1, 0), false],
  [moment(2026, 1, 5, 24), false],
  [moment(2026, 1, 5, 9, 60), false],
  [moment(2026, 1, 5, 9, 0, 60), false],
])('%j exists: %s', (time, exists) => {
  expect(isCivilTime(time)).toBe(exists);
});

test('a moment is one that the calendar of the host would not have to mend', async () => {
  const part = fc.nat(70);
  await fc.assert(
    fc.property(
      fc.integer({ min: 1980, max: 2099 }),
      part,
      part,
      part,
      part,
      part,
      (year, ...rest) => {
        const [month, day, hour, minute, second] = rest;
        const time = moment(year, month, day, hour, minute, second);
        const mended = civilTime(instantOf(time));
        expect(isCivilTime(time)).toBe(JSON.stringify(mended) === JSON.stringify(time));
      },
    ),
    { numRuns: 500 },
  );
});
