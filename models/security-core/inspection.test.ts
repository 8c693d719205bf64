import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneDay } from '#core';
import { factoryCore, postageRefusal } from './core.ts';
import { daysSinceInspection, inspect, standingOf, started } from './inspection.ts';
import { coreLimits as limits } from './limits.test-data.ts';

const days = { warningDay: 21, graceDays: 7, lockOutDay: 28 };
const noon = 100 * oneDay + oneDay / 2;
const inspected = inspect(factoryCore(500), noon, days);
/** An instant so many days and milliseconds after the beginning of the day of the inspection. */
const at = (day: number, ms = 0) => (100 + day) * oneDay + ms;

describe('power', () => {
  test('that comes on for the first time begins the time until the first inspection', () => {
    const core = started(factoryCore(500), noon, days);
    expect(core).toMatchObject({ inspected: noon, watchdog: at(28) });
  });

  test('that comes on again begins nothing', () => {
    expect(started(inspected, at(27), days)).toBe(inspected);
  });
});

describe('the days since an inspection', () => {
  test.each([
    ['the same day', noon, 0],
    ['the last millisecond of that day', at(1, -1), 0],
    ['midnight', at(1), 1],
    ['28 days later', at(28), 28],
    ['before it, by a clock that was set back', at(-3), 0],
  ])('%s', (_when, now, since) => {
    expect(daysSinceInspection(inspected, now)).toBe(since);
  });

  test('are none before power has ever come on', () => {
    expect(daysSinceInspection(factoryCore(0), at(99))).toBe(0);
  });
});

describe('the standing', () => {
  test.each([
    ['at the inspection', noon, 'in order', 28],
    ['at the end of the last day before the warning', at(21, -1), 'in order', 8],
    ['at midnight of the first day of the warning', at(21), 'due', 7],
    ['at the end of the last day of grace', at(28, -1), 'due', 1],
    ['at midnight of the day of the lock-out', at(28), 'locked', 0],
    ['a year later', at(365), 'locked', 0],
  ])('%s', (_when, now, status, daysLeft) => {
    expect(standingOf(inspected, now, days)).toEqual({ status, daysLeft });
  });

  test('an inspection unlocks, from any day', async () => {
    await fc.assert(
      fc.property(fc.nat(4_000 * oneDay), (later) => {
        const core = inspect(inspected, at(0) + later, days);
        expect(standingOf(core, at(0) + later, days)).toEqual({ status: 'in order', daysLeft: 28 });
      }),
    );
  });

  test('the panel says "locked" exactly when the core franks nothing more', async () => {
    await fc.assert(
      fc.property(fc.nat(60 * oneDay), fc.nat(60 * oneDay), (first, later) => {
        const core = inspect(factoryCore(500), first, days);
        const now = first + later;
        const { status, daysLeft } = standingOf(core, now, days);
        const refusal = postageRefusal(core, 100, now, limits);
        expect(status === 'locked').toBe(refusal === 'past the watchdog');
        expect(daysLeft > 0).toBe(status !== 'locked');
      }),
    );
  });
});
