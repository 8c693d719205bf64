import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../fact.ts';
import type { Memory } from './memory.ts';
import { connectPlusModel } from './model.ts';
import { profiles } from './profiles.ts';
import { priced } from './rates.ts';
import { fundsLow, lastRefill, mayBringPostage, mayRefill, notePerformer } from './refills.ts';

const profile = plain(profiles['connect-plus']);
const factory = connectPlusModel('connect-plus').factoryMemory({}) as Memory;

const receipt = (amount: number, source: 'account' | 'replaced meter' = 'account') => ({
  at: 0,
  source,
  amount,
  before: 0,
  after: amount,
  account: { number: '1', prepaid: 0, credit: 0 },
});

const refilled = (...amounts: readonly number[]): Memory => ({
  ...factory,
  postal: { ...factory.postal, receipts: amounts.map((amount) => receipt(amount)) },
});

const asking: Memory = {
  ...factory,
  postal: {
    ...factory.postal,
    funds: { key: 'k', source: 'account', amount: 5_000, ascending: 0, controlTotal: 0 },
  },
};

describe('an amount', () => {
  test('may be refilled from the least to the most, in whole steps, and no other may', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 2 * profile.refill.most }), (amount) => {
        const { least, most, step } = profile.refill;
        const steps = Array.from({ length: most / step + 1 }, (_, index) => index * step);
        expect(mayRefill(amount, profile)).toBe(
          steps.includes(amount) && least <= amount && amount <= most,
        );
      }),
    );
    expect(mayRefill(profile.refill.least, profile)).toBe(true);
    expect(mayRefill(profile.refill.most, profile)).toBe(true);
    expect(mayRefill(profile.refill.usual, profile)).toBe(true);
  });

  test('is offered again, but not one that came from a replaced meter', () => {
    expect(lastRefill(factory)).toBeUndefined();
    expect(lastRefill(refilled(7_000, 5_000))).toBe(7_000);
    const { postal } = refilled(5_000);
    const receipts = [receipt(9_000, 'replaced meter'), ...postal.receipts];
    expect(lastRefill({ postal: { ...postal, receipts } })).toBe(5_000);
  });
});

test('postage is low below the limit, and with no limit never', () => {
  const standing = (descending: number, warnBelow: number): Memory => ({
    ...factory,
    registers: { ...factory.registers, descending },
    refill: { ...factory.refill, warnBelow },
  });
  expect(fundsLow(standing(1_999, 2_000))).toBe(true);
  expect(fundsLow(standing(2_000, 2_000))).toBe(false);
  expect(fundsLow(standing(0, 0))).toBe(false);
});

test('a call may bring postage where it asks for some, or where some was asked for before', () => {
  expect(mayBringPostage(factory, { kind: 'refill', amount: 1_000 })).toBe(true);
  expect(mayBringPostage(factory, { kind: 'synchronisation' })).toBe(true);
  expect(mayBringPostage(factory, { kind: 'balance' })).toBe(false);
  expect(mayBringPostage(factory, { kind: 'inspection' })).toBe(false);
  expect(mayBringPostage(asking, { kind: 'balance' })).toBe(true);
});

describe('who performed a refill', () => {
  test('is who asked for it, whoever is there as it comes', () => {
    const asked = notePerformer(factory, asking, 'Ann');
    expect(asked.refill).toMatchObject({ askedBy: 'Ann', performers: [] });
    const again = notePerformer(asked, { ...asked, nextAccount: 2 }, 'Bob');
    expect(again.refill).toBe(asked.refill);
    const came = notePerformer(again, { ...again, postal: refilled(5_000).postal }, 'Bob');
    expect(came.refill.performers).toEqual(['Ann']);
  });

  test('is nobody where nobody logs in, also after somebody has', () => {
    const before = { ...factory, refill: { ...factory.refill, askedBy: 'Ann' } };
    expect(notePerformer(before, { ...asking, refill: before.refill }, null).refill.askedBy).toBe(
      null,
    );
  });

  test('is kept for as many refills as have receipts', () => {
    const before: Memory = {
      ...refilled(1, 2, 3, 4, 5),
      refill: { ...factory.refill, askedBy: 'Eve', performers: ['A', 'B', 'C', 'D', 'E'] },
    };
    const after = { ...before, postal: refilled(9, 1, 2, 3, 4).postal };
    expect(notePerformer(before, after, null).refill.performers).toEqual([
      'Eve',
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  test('changes nothing of a memory in which nothing was asked for and nothing came', () => {
    expect(notePerformer(factory, factory, 'Ann')).toBe(factory);
  });
});

describe('the price of a class', () => {
  const mailClass = { carrier: 'Royal Mail', name: '1st Class', postage: [165, 230], fee: 0 };
  const table = {
    version: 1,
    id: 'new',
    effective: '2026-01-01',
    prices: { '1st Class': { postage: [180, 245], fee: 20 } },
  } as const;

  test('is that of the rates, fee included', () => {
    expect(priced(mailClass, table)).toEqual({ ...mailClass, postage: [180, 245], fee: 20 });
  });

  test('is that of the factory without rates, and where the rates lack the class', () => {
    expect(priced(mailClass, undefined)).toBe(mailClass);
    const other = { ...mailClass, name: '3rd Class' };
    expect(priced(other, table)).toBe(other);
  });
});
