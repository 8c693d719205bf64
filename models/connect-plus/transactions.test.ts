import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayStart, isoDay, type Millis, minutes, oneDay } from '#core';
import { registersBalance } from '../registers.ts';
import type { Memory } from './memory.ts';
import { connectPlusModel } from './model.ts';
import {
  closeAtMidnight,
  closeBatch,
  filteredTransactions,
  frank,
  type Job,
  moveTransaction,
  priceOf,
  usageTiesToRegisters,
} from './transactions.ts';

const model = connectPlusModel('connect-plus');
const { profile } = model.sources;
const factory = model.factoryMemory({ creditPence: 10_000_000 }) as Memory;
const start = (dayStart('2026-01-05') ?? 0) + minutes(9 * 60);

/** One piece of mail: what it is run as, how heavy it is, and how long after the last one. */
const mail = fc.record({
  account: fc.constantFrom(null, 1, 2),
  user: fc.constantFrom(null, 'Ann'),
  mailClass: fc.constantFrom(...profile.classes),
  jobId1: fc.constantFrom('', 'spring'),
  grams: fc.integer({ min: 1, max: 750 }),
  pause: fc.constantFrom(0, minutes(1), minutes(60 * 10), 3 * oneDay),
});

type Mail = typeof mail extends fc.Arbitrary<infer Piece> ? Piece : never;

const jobOf = ({ account, user, mailClass, jobId1 }: Mail): Job => ({
  account,
  user,
  carrier: mailClass.carrier,
  class: mailClass.name,
  jobId1,
  jobId2: '',
});

/** Franks piece by piece; the instant of each with the memory after it. */
function run(pieces: readonly Mail[], memory: Memory = factory) {
  let now: Millis = start;
  let after = memory;
  const days: string[] = [];
  for (const piece of pieces) {
    now += piece.pause;
    const priced = priceOf(piece.mailClass, piece.grams, profile);
    if (!priced) throw new Error('every weight here has a price');
    after = frank(after, jobOf(piece), priced, now);
    days.push(isoDay(now));
  }
  return { memory: after, days };
}

const sum = (memory: Memory, part: 'pieces' | 'weightGrams' | 'surcharge'): number =>
  memory.transactions.reduce((total, one) => total + one[part], 0);

describe('franking', () => {
  test('keeps registers, batch and transactions in step, whatever is run', () => {
    fc.assert(
      fc.property(fc.array(mail, { maxLength: 40 }), (pieces) => {
        const { memory } = run(pieces);
        expect(usageTiesToRegisters(memory)).toBe(true);
        expect(registersBalance(memory.registers)).toBe(true);
        const closed = closeBatch(memory);
        expect(usageTiesToRegisters(closed)).toBe(true);
        expect(closed.batch).toBeNull();
        expect(sum(closed, 'pieces')).toBe(pieces.length);
        expect(sum(closed, 'weightGrams')).toBe(pieces.reduce((all, { grams }) => all + grams, 0));
      }),
    );
  });

  test('makes one transaction of what is run without a change on one day, and of nothing else', () => {
    fc.assert(
      fc.property(fc.array(mail, { maxLength: 40 }), (pieces) => {
        const { memory, days } = run(pieces);
        const keys = pieces.map((piece, index) => JSON.stringify([jobOf(piece), days[index]]));
        const runs = keys.filter((key, index) => key !== keys[index - 1]);
        const { transactions } = closeBatch(memory);
        expect(
          transactions.map(({ account, user, carrier, class: name, jobId1, jobId2, started }) =>
            JSON.stringify([
              { account, user, carrier, class: name, jobId1, jobId2 },
              isoDay(started),
            ]),
          ),
        ).toEqual(runs);
        expect(transactions.map(({ id }) => id)).toEqual(runs.map((_run, index) => index + 1));
      }),
    );
  });

  test('sorts the pieces of a transaction into its weight bands', () => {
    fc.assert(
      fc.property(fc.array(mail, { maxLength: 20 }), (pieces) => {
        for (const { bands, ...one } of closeBatch(run(pieces).memory).transactions) {
          expect(bands.reduce((all, band) => all + band.pieces, 0)).toBe(one.pieces);
          expect(bands.reduce((all, band) => all + band.postage, 0)).toBe(one.postage);
          const places = bands.map(({ band }) => band);
          expect(places).toEqual([...new Set(places)].sort());
        }
      }),
    );
  });

  test('charges the surcharge for each piece of an account, and to nobody else', () => {
    fc.assert(
      fc.property(fc.array(mail, { maxLength: 20 }), (pieces) => {
        const { memory } = run(pieces, { ...factory, surcharge: 25 });
        const charged = pieces.filter(({ account }) => account !== null).length;
        expect(sum(closeBatch(memory), 'surcharge')).toBe(25 * charged);
        expect(usageTiesToRegisters(memory)).toBe(true);
      }),
    );
  });

  test.each([
    [100, 165],
    [101, 230],
    [750, 400],
  ])('a letter of %i g costs %i p', (grams, postage) => {
    const [first] = profile.classes;
    expect(first && priceOf(first, grams, profile)?.postage).toBe(postage);
  });

  test('what is heavier than the last weight break has no price', () => {
    for (const mailClass of profile.classes) {
      expect(priceOf(mailClass, 751, profile)).toBeUndefined();
    }
  });
});

describe('a batch', () => {
  const one = (now: Millis): Memory => {
    const [first] = profile.classes;
    const priced = first && priceOf(first, 20, profile);
    if (!first || !priced) throw new Error('the profile has a class');
    const job: Job = {
      account: 1,
      user: null,
      carrier: first.carrier,
      class: first.name,
      jobId1: '',
      jobId2: '',
    };
    return frank(factory, job, priced, now);
  };

  test('ends with the last millisecond of its day', () => {
    const memory = one(start);
    const midnight = dayStart('2026-01-06') ?? 0;
    expect(closeAtMidnight(memory, midnight - 1)).toBe(memory);
    expect(closeAtMidnight(memory, midnight).batch).toBeNull();
  });

  test('that was closed is not closed again', () => {
    const closed = closeBatch(one(start));
    expect(closeBatch(closed)).toBe(closed);
    expect(closed.transactions).toHaveLength(1);
  });
});

describe('moving', () => {
  test('changes account and revision of one transaction, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(mail, { minLength: 1, maxLength: 15 }), fc.nat(), (pieces, at) => {
        const memory = closeBatch(run(pieces).memory);
        const index = at % memory.transactions.length;
        const chosen = memory.transactions[index];
        if (!chosen) throw new Error('there is one at least');
        const moved = moveTransaction(memory, chosen.id, 7);
        expect({ ...moved, transactions: [] }).toEqual({ ...memory, transactions: [] });
        expect(moved.transactions).toEqual(
          memory.transactions.with(index, {
            ...chosen,
            account: 7,
            revision: chosen.revision + 1,
          }),
        );
      }),
    );
  });
});

test('a filter lets through both of its days and all between, of its accounts', () => {
  const day = fc.integer({ min: 0, max: 12 }).map((days) => isoDay(start + days * oneDay));
  const accounts = fc.option(fc.subarray([1, 2]), { nil: null });
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 20 }), day, day, accounts, (pieces, a, b, wanted) => {
      const memory = closeBatch(run(pieces).memory);
      const [from = a, to = b] = [a, b].sort();
      const filter = { from, to, accounts: wanted };
      const expected = memory.transactions.filter(
        ({ started, account }) =>
          isoDay(started) >= from &&
          isoDay(started) <= to &&
          (wanted === null || (account !== null && wanted.includes(account))),
      );
      expect(filteredTransactions(memory, filter)).toEqual(expected);
    }),
  );
});
