import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imprint, registersBalance } from '../registers.ts';
import { factoryCore, type SecurityCore } from './core.ts';
import {
  answersChallenge,
  challenged,
  type FundMessage,
  fundsRefusal,
  putBack,
  takeFunds,
  unchallenged,
  withdraw,
} from './fund-messages.ts';
import { coreLimits as limits } from './limits.test-data.ts';

const opened = challenged(factoryCore(5_000), 'n1', 1_000);

const message = (change: Partial<FundMessage> = {}): FundMessage => ({
  sequence: 1,
  amount: 700,
  ascending: 0,
  controlTotal: 5_000,
  ...change,
});

describe('a challenge', () => {
  test('is answered by its own nonce until it is too old', () => {
    expect(answersChallenge(opened, 'n1', 1_000, limits)).toBe(true);
    expect(answersChallenge(opened, 'n1', 1_300, limits)).toBe(true);
    expect(answersChallenge(opened, 'n1', 1_301, limits)).toBe(false);
  });

  test('is answered by no other nonce, not before it was issued, and not once it is gone', () => {
    expect(answersChallenge(opened, 'n2', 1_000, limits)).toBe(false);
    expect(answersChallenge(opened, 'n1', 999, limits)).toBe(false);
    expect(answersChallenge(unchallenged(opened), 'n1', 1_000, limits)).toBe(false);
    expect(answersChallenge(factoryCore(0), '', 1_000, limits)).toBe(false);
  });

  test('that is gone is gone: nothing changes', () => {
    const core = factoryCore(1);
    expect(unchallenged(core)).toBe(core);
  });
});

describe('postage', () => {
  test('is added to the descending register, the control total and the sum of refills, and counted', () => {
    expect(takeFunds(opened, message(), 'n1', 1_100, limits)).toEqual({
      status: 'done',
      core: { ...opened, descending: 5_700, controlTotal: 5_700, sequence: 1, refilled: 5_700 },
    });
  });

  test('is taken up to each limit', () => {
    const upTo = (core: SecurityCore, amount: number) =>
      takeFunds(
        challenged(core, 'n1', 1_000),
        message({ amount, controlTotal: core.controlTotal }),
        'n1',
        1_100,
        limits,
      ).status;
    expect(upTo(factoryCore(5_000), 5_000)).toBe('done');
    expect(upTo(factoryCore(5_000), 5_001)).toBe('refused');
    const worn = { ...factoryCore(12_000), ascending: 12_000, descending: 0 };
    expect(upTo(worn, 8_000)).toBe('done');
    expect(upTo(worn, 8_001)).toBe('refused');
  });

  test('is taken when pieces were franked since it was asked for', () => {
    const { status } = takeFunds(imprint(opened, 300), message(), 'n1', 1_100, limits);
    expect(status).toBe('done');
  });

  test.each<[string, Partial<SecurityCore>, Partial<FundMessage>, string, number, string]>([
    ['withdrawn', { status: 'withdrawn' }, {}, 'n1', 1_100, 'a withdrawn core'],
    ['stale challenge', {}, {}, 'n2', 1_100, 'an answer to another challenge'],
    ['stale challenge', {}, {}, 'n1', 9_999, 'an answer that comes too late'],
    ['stale challenge', { challenge: null }, {}, 'n1', 1_100, 'an answer to nothing'],
    ['out of sequence', {}, { sequence: 0 }, 'n1', 1_100, 'a message that was taken'],
    ['out of sequence', {}, { sequence: 2 }, 'n1', 1_100, 'a message after the next'],
    ['registers differ', {}, { controlTotal: 4_999 }, 'n1', 1_100, 'another control total'],
    ['registers differ', {}, { ascending: 1 }, 'n1', 1_100, 'more than was franked'],
    ['postage out of range', {}, { amount: -1 }, 'n1', 1_100, 'postage below zero'],
    ['postage out of range', {}, { amount: 0.5 }, 'n1', 1_100, 'a part of a penny'],
    ['descending over its limit', {}, { amount: 5_001 }, 'n1', 1_100, 'too much to hold'],
    [
      'sum over its limit',
      { ascending: 15_000, controlTotal: 20_000 },
      { ascending: 15_000, controlTotal: 20_000, amount: 1 },
      'n1',
      1_100,
      'too much over all time',
    ],
  ])('is refused as "%s"', (reason, change, told, nonce, now) => {
    const core = { ...opened, ...change };
    expect(takeFunds(core, message(told), nonce, now, limits)).toEqual({
      status: 'refused',
      reason,
    });
  });

  test('that can never be taken is known before it is asked for', () => {
    const core = factoryCore(5_000);
    expect(fundsRefusal(core, 5_000, limits)).toBeUndefined();
    expect(fundsRefusal(core, 5_001, limits)).toBe('descending over its limit');
    expect(fundsRefusal({ ...core, status: 'withdrawn' }, 1, limits)).toBe('withdrawn');
    expect(fundsRefusal(core, Number.MAX_SAFE_INTEGER, limits)).toBe('descending over its limit');
    expect(fundsRefusal(core, Number.MAX_SAFE_INTEGER + 1, limits)).toBe('postage out of range');
  });
});

describe('a withdrawal', () => {
  test('takes all that is left, for good', () => {
    const used = imprint(opened, 1_500);
    const result = withdraw(used);
    if (result.status === 'refused') throw new Error(result.reason);
    expect(result.core).toMatchObject({
      ascending: 1_500,
      descending: 0,
      controlTotal: 1_500,
      refilled: 1_500,
      sequence: 1,
      status: 'withdrawn',
    });
    expect(withdraw(result.core)).toEqual({ status: 'refused', reason: 'withdrawn' });
    expect(putBack(result.core, 3_500)).toEqual(used);
  });
});

type Deed =
  | { readonly kind: 'frank'; readonly value: number }
  | { readonly kind: 'funds'; readonly amount: number; readonly offset: number }
  | { readonly kind: 'again' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'put back' };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('frank' as const), value: fc.nat(2_500) }),
  fc.record({
    kind: fc.constant('funds' as const),
    amount: fc.integer({ min: -10, max: 12_000 }),
    offset: fc.constantFrom(1, 1, 1, 0, 2),
  }),
  fc.constantFrom<Deed>({ kind: 'again' }, { kind: 'withdraw' }, { kind: 'put back' }),
);

test('whatever comes in whatever order: the registers balance, and control total = sum of refills', async () => {
  await fc.assert(
    fc.property(fc.nat(10_000), fc.array(deeds, { maxLength: 30 }), (credit, all) => {
      let core: SecurityCore = challenged(factoryCore(credit), 'n', 0);
      let last: FundMessage | undefined;
      let gone: number | undefined;
      let added = credit;
      for (const deed of all) {
        switch (deed.kind) {
          case 'frank':
            if (core.status === 'in service' && deed.value <= core.descending) {
              core = imprint(core, deed.value);
            }
            break;
          case 'funds': {
            const { ascending, controlTotal } = core;
            const sequence = core.sequence + deed.offset;
            last = { sequence, amount: deed.amount, ascending, controlTotal };
            const result = takeFunds(core, last, 'n', 10, limits);
            if (result.status === 'refused') break;
            added += deed.amount;
            core = result.core;
            break;
          }
          case 'again':
            // A fund message that was taken, or refused for its number, is never taken later.
            if (last && last.sequence <= core.sequence) {
              expect(takeFunds(core, last, 'n', 10, limits).status).toBe('refused');
            }
            break;
          case 'withdraw': {
            const result = withdraw(core);
            if (result.status === 'refused') break;
            gone = core.descending;
            added -= gone;
            core = result.core;
            break;
          }
          case 'put back':
            if (gone === undefined) break;
            core = putBack(core, gone);
            added += gone;
            gone = undefined;
            break;
          default:
            deed satisfies never;
        }
        expect(registersBalance(core)).toBe(true);
        expect(core.controlTotal).toBe(core.refilled);
        expect(core.refilled).toBe(added);
        expect(core.descending).toBeLessThanOrEqual(limits.descendingMost);
        expect(core.controlTotal).toBeLessThanOrEqual(limits.sumMost);
      }
    }),
    { numRuns: 300 },
  );
});
