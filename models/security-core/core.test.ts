import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imprint, registersBalance } from '../registers.ts';
import { factoryCore, postageRefusal, type SecurityCore } from './core.ts';
import { coreLimits as limits } from './limits.test-data.ts';

const core = (change: Partial<SecurityCore> = {}): SecurityCore => ({
  ...factoryCore(5_000),
  inspected: 0,
  watchdog: 1_000,
  ...change,
});

test('a new core has the first load, was never refilled, and waits for power', () => {
  expect(factoryCore(1_234)).toEqual({
    ascending: 0,
    descending: 1_234,
    controlTotal: 1_234,
    items: 0,
    zeroItems: 0,
    sequence: 0,
    refilled: 1_234,
    status: 'in service',
    inspected: null,
    watchdog: null,
    challenge: null,
  });
});

describe('a piece is refused', () => {
  test.each([
    ['by a core that is withdrawn', { status: 'withdrawn' }, 0, 10, 'withdrawn'],
    ['at the instant of the watchdog', {}, 10, 1_000, 'past the watchdog'],
    ['long after the watchdog', {}, 0, 9_999_999, 'past the watchdog'],
    ['below the least postage', {}, limits.postageLeast - 1, 10, 'postage out of range'],
    ['above the most postage', {}, limits.postageMost + 1, 10, 'postage out of range'],
    ['of a part of a penny', {}, 1.5, 10, 'postage out of range'],
    ['of no number', {}, Number.NaN, 10, 'postage out of range'],
    ['above what is there', { descending: 99, ascending: 4_901 }, 100, 10, 'not enough postage'],
    [
      'that would lift the ascending register over its limit',
      { ascending: limits.ascendingMost - 99 },
      100,
      10,
      'ascending over its limit',
    ],
  ] as const)('%s', (_why, change, value, now, reason) => {
    expect(postageRefusal(core(change), value, now, limits)).toBe(reason);
  });
});

describe('a piece is franked', () => {
  test.each([
    ['just before the watchdog', {}, 10, 999],
    ['where no watchdog was ever set', { watchdog: null }, 10, 9_999_999],
    ['of the least postage', {}, limits.postageLeast, 10],
    ['of the most postage', {}, limits.postageMost, 10],
    ['of all that is there', { descending: 100, ascending: 4_900 }, 100, 10],
    [
      'up to the limit of the ascending register',
      { ascending: limits.ascendingMost - 100 },
      100,
      1,
    ],
  ] as const)('%s', (_why, change, value, now) => {
    expect(postageRefusal(core(change), value, now, limits)).toBeUndefined();
  });
});

test('whatever is franked as far as the core allows it, the registers balance and nothing is negative', async () => {
  await fc.assert(
    fc.property(fc.nat(20_000), fc.array(fc.integer({ min: -5, max: 3_000 })), (credit, values) => {
      let at: SecurityCore = core({ ...factoryCore(credit), watchdog: 1_000 });
      for (const value of values) {
        if (postageRefusal(at, value, 10, limits) === undefined) at = imprint(at, value);
        expect(registersBalance(at)).toBe(true);
        expect(at.controlTotal).toBe(credit);
      }
    }),
  );
});
