import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../fact.ts';
import { factoryMemory, type Memory } from './memory.ts';
import { profiles } from './profiles.ts';
import { is400Rules as rules } from './rules.ts';

const profile = plain(profiles['is-440']);
const factory = factoryMemory({
  serial: '440000123',
  rates: 'factory',
  software: '1.0.0',
  supervisorPin: '2468',
  credit: 10_000,
});

const account = { number: '1', prepaid: 0, credit: 0 };
const received = (amount: number, source: 'account' | 'replaced meter' = 'account') => ({
  at: 0,
  source,
  amount,
  before: 0,
  after: amount,
  account,
});
const withReceipts = (...receipts: readonly ReturnType<typeof received>[]): Memory => ({
  ...factory,
  postal: { ...factory.postal, receipts },
});
const holding = (descending: number, controlTotal = descending): Memory => ({
  ...factory,
  registers: { ...factory.registers, descending, controlTotal },
});

describe('the amount offered', () => {
  test('is the usual one before the first credit', () => {
    expect(rules.offeredCredit(factory, profile)).toBe(profile.refill.usual);
  });

  test('is that of the newest credit from the account, not what came from another meter', () => {
    const memory = withReceipts(received(33, 'replaced meter'), received(2000), received(7000));
    expect(rules.offeredCredit(memory, profile)).toBe(2000);
  });
});

describe('the limits', () => {
  const { least, most, step } = profile.refill;
  const { descendingMost, sumMost } = profile.coreLimits;

  test('are those of the profile while there is room', () => {
    expect(rules.creditLimits(factory, profile)).toEqual({ least, most, step });
  });

  test.each([
    ['the credit', holding(descendingMost - 25_500), 25_000],
    ['the control total', holding(0, sumMost - 1_999), 1_000],
    ['nothing', holding(descendingMost), 0],
  ])('leave no more than there is room for: %s', (_what, memory, expected) => {
    expect(rules.creditLimits(memory, profile).most).toBe(expected);
  });

  test('take whole steps from the least to the most and nothing else', () => {
    const limits = { least: 1000, most: 5000, step: 1000 };
    const taken = [0, 999, 1000, 1001, 4000, 5000, 5001, 6000].filter((amount) =>
      rules.isCreditAmount(amount, limits),
    );
    expect(taken).toEqual([1000, 4000, 5000]);
  });
});

test('an amount that is named as addable can be added, and no larger one could', async () => {
  const limits = fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(40), fc.nat(40))
    .map(([step, least, more]) => ({ step, least: step * least, most: step * (least + more) }));
  await fc.assert(
    fc.property(fc.nat(30_000), limits, (most, of) => {
      const takes = (amount: number) => amount <= most && rules.isCreditAmount(amount, of);
      const whole = Array.from({ length: of.most / of.step + 1 }, (_, count) => count * of.step);
      expect(rules.addableCredit(most, of)).toBe(whole.findLast(takes) ?? 0);
    }),
  );
});

describe('what a call has made of credit', () => {
  test('is the note about it, whatever else was done', () => {
    const added = { kind: 'funds added', amount: 5 } as const;
    expect(rules.creditNote([{ kind: 'inspected' }, added])).toBe(added);
    expect(rules.creditNote([{ kind: 'inspected' }])).toBeUndefined();
  });
});

describe('the PIN for credit', () => {
  test('is set, replaced and cancelled, and is never that of the supervisor', () => {
    const once = rules.setCreditPin(factory, '2718');
    expect(once.creditPin).toBe('2718');
    expect(rules.setCreditPin(once, null).creditPin).toBeNull();
    expect(rules.creditPinTaken(factory, '2468')).toBe(true);
    expect(rules.creditPinTaken(factory, '2718')).toBe(false);
  });
});
