import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmationsOf } from './confirmations.ts';
import type { Memory, Transaction } from './memory.ts';
import { connectPlusModel } from './model.ts';

const factory = connectPlusModel('connect-plus').factoryMemory({}) as Memory;

const transaction = (id: number, rest: Partial<Transaction>): Transaction => ({
  id,
  revision: 0,
  reported: 1,
  confirmed: 0,
  account: 1,
  user: null,
  carrier: '',
  class: '',
  jobId1: '',
  jobId2: '',
  started: 0,
  ended: 0,
  pieces: 1,
  weightGrams: 20,
  postage: 165,
  fees: 0,
  surcharge: 0,
  bands: [],
  ...rest,
});

const memory = (...transactions: readonly Transaction[]): Memory => ({ ...factory, transactions });

const moved = transaction(1, { revision: 2, account: 3 });

describe('what may be confirmed', () => {
  test('is nothing where nothing waits, or the server was told nothing', () => {
    expect([...confirmationsOf(memory(transaction(1, {})), () => [])]).toEqual([]);
    expect([...confirmationsOf(memory(moved), () => [])]).toEqual([]);
  });

  test('is what the server was told, and also what it was told before, whose answer may be the last', () => {
    const told = () => [
      { revision: 0, account: 1 },
      { revision: 1, account: 2 },
      { revision: 2, account: 3 },
    ];
    expect([...confirmationsOf(memory(moved), told)]).toEqual([
      [{ id: 1, revision: 2, account: 3 }],
      [{ id: 1, revision: 1, account: 2 }],
    ]);
  });

  test('of two transactions is both, the first or the second', () => {
    const both = memory(moved, { ...moved, id: 2 });
    const told = () => [{ revision: 2, account: 3 }];
    expect([...confirmationsOf(both, told)].map((items) => items.map(({ id }) => id))).toEqual([
      [1, 2],
      [1],
      [2],
    ]);
  });

  test('is the present revision where nobody can say what the server was told', () => {
    expect([...confirmationsOf(memory(moved), undefined)]).toEqual([
      [{ id: 1, revision: 2, account: 3 }],
    ]);
  });

  test('is on the account that the machine has it on, whatever the server says of that revision', () => {
    const [items] = confirmationsOf(memory(moved), () => [{ revision: 2, account: 9 }]);
    expect(items).toEqual([{ id: 1, revision: 2, account: 3 }]);
  });

  test('is never older than what is confirmed, newer than what there is, or without end', () => {
    const one = fc.record({ revision: fc.nat(4), confirmed: fc.integer({ min: -1, max: 4 }) });
    const told = fc.array(fc.record({ revision: fc.nat(6), account: fc.nat(3) }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), told, (all, known) => {
        const all20 = memory(...all.map((rest, index) => transaction(index + 1, rest)));
        let ways = 0;
        for (const items of confirmationsOf(all20, () => known)) {
          ways += 1;
          for (const { id, revision } of items) {
            const found = all20.transactions[id - 1];
            expect(revision).toBeGreaterThan(found?.confirmed ?? Number.NaN);
            expect(revision).toBeLessThanOrEqual(found?.revision ?? Number.NaN);
          }
        }
        expect(ways).toBeLessThanOrEqual(256);
      }),
    );
  });
});
