import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { darkScreen, type Frame, type Millis } from '#core';
import { type Measurement, type Measurer, measuredWait } from './measured-wait.ts';

const frame: Frame = { ...darkScreen, v: 1, frame: 1 };

/** A bench whose meter has nothing but time, on which each look takes a while. */
function stopwatch(lookTakes: Millis) {
  let now = 1_000;
  const waits: Millis[] = [];
  const notes: unknown[] = [];
  const bench: Measurer = {
    meter: { now: () => now },
    awaitFrame: async (limit) => {
      waits.push(limit);
      now += limit;
      return frame;
    },
    note: (entry) => {
      notes.push(entry);
    },
  };
  const start = now;
  const happensAfter = (delay: Millis) => () => {
    const happened = now - start >= delay;
    now += lookTakes;
    return happened;
  };
  return { bench, happensAfter, waits, notes, passed: () => now - start };
}

const measure = async (
  lookTakes: Millis,
  delay: Millis,
  [limit, every]: readonly [Millis, Millis],
): Promise<Measurement & { readonly passed: Millis }> => {
  const { bench, happensAfter, passed } = stopwatch(lookTakes);
  const happened = happensAfter(delay);
  const measured = await measuredWait(bench, { what: 'it', limit, every, happened });
  return { ...measured, passed: passed() };
};

describe('a measured wait', () => {
  test('says between which two looks it happened', async () => {
    expect(await measure(0, 25, [100, 10])).toMatchObject({
      longerThanMs: 20,
      atMostMs: 30,
      verdict: 'within',
    });
  });

  test('takes no time for what has happened before', async () => {
    expect(await measure(0, 0, [100, 10])).toMatchObject({ atMostMs: 0, passed: 0 });
  });

  test('is within when it happens at the limit, and beyond a moment later', async () => {
    expect(await measure(0, 100, [100, 30])).toMatchObject({ atMostMs: 100, verdict: 'within' });
    expect(await measure(0, 101, [100, 30])).toMatchObject({ atMostMs: null, verdict: 'beyond' });
  });

  test('is inconclusive when the look that saw it ends behind the limit', async () => {
    // The look that begins at 98 ends at 103: it may have happened at 101.
    expect(await measure(5, 97, [100, 44])).toMatchObject({ verdict: 'inconclusive' });
  });

  test('is written down with its limit', async () => {
    const { bench, happensAfter, notes } = stopwatch(0);
    await measuredWait(bench, { what: 'it', limit: 100, every: 10, happened: happensAfter(7) });
    expect(notes).toEqual([
      {
        type: 'measurement',
        what: 'it',
        limitMs: 100,
        longerThanMs: 0,
        atMostMs: 10,
        verdict: 'within',
      },
    ]);
  });

  test('never claims more than it saw, and ends soon after its limit', async () => {
    const time = fc.integer({ min: 0, max: 500 });
    const step = fc.integer({ min: 1, max: 60 });
    await fc.assert(
      fc.asyncProperty(
        time,
        time,
        step,
        fc.integer({ min: 0, max: 20 }),
        async (delay, limit, every, look) => {
          const { verdict, longerThanMs, atMostMs, passed } = await measure(look, delay, [
            limit,
            every,
          ]);
          if (verdict === 'within') expect(delay).toBeLessThanOrEqual(limit);
          if (verdict === 'beyond') expect(delay).toBeGreaterThan(limit);
          if (atMostMs !== null) expect(delay).toBeLessThanOrEqual(atMostMs);
          if (longerThanMs > 0) expect(delay).toBeGreaterThan(longerThanMs);
          expect(passed).toBeLessThanOrEqual(limit + 2 * look + 1);
        },
      ),
    );
  });
});
