import { expect, test } from 'vitest';
import { minutes, oneDay } from '#core';
import { beginningOf, type InspectionDay } from './inspection-days.ts';

const days = { warningDay: 21, graceDays: 7, lockOutDay: 28 };

test.each<[InspectionDay, number]>([
  ['the day of the inspection', 0],
  ['the last day before the warning', 20],
  ['the first day of the warning', 21],
  ['the last day before the lock-out', 27],
  ['the day of the lock-out', 28],
])('%s begins %i midnights after the one before the inspection', (day, midnights) => {
  const yesterday = 19_000 * oneDay;
  for (const hour of [0, 9, 23.99]) {
    const inspected = yesterday + minutes(hour * 60);
    expect(beginningOf(day, inspected, days)).toBe(yesterday + midnights * oneDay);
  }
});
