import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoiseAction } from './actions.ts';
import {
  anyPlan,
  bothWays,
  bytesOf,
  cutsOf,
  cutUp,
  effect,
  faultsIn,
  planOf,
  struckIn,
  trafficOf,
  type WrittenFault,
} from './noise.test-data.ts';
import { NoiseStream } from './noise-stream.ts';
import type { Direction, NoisePlan } from './plan.ts';

const through = (
  plan: NoisePlan,
  chunks: readonly Uint8Array[],
  direction: Direction = 'to-bench',
): readonly NoiseAction[] => {
  const stream = new NoiseStream(plan, direction);
  return [...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()];
};

const one = (fault: WrittenFault, text: string, seed = 1): readonly unknown[] =>
  effect(through(planOf([fault], seed), [bytesOf(text)]));

const seeds = fc.nat(0xffff_ffff);

describe('a stream of bytes with noise', () => {
  test('passes each piece as it is where the plan has no fault', async () => {
    await fc.assert(
      fc.property(seeds, seeds, (seed, cutting) => {
        const [bytes, cuts] = [trafficOf(seed), cutsOf(cutting)];
        const chunks = cutUp(bytes, cuts).filter(({ length }) => length > 0);
        expect(through(planOf([]), chunks)).toEqual(
          chunks.map((chunk) => ({ kind: 'send', bytes: chunk, afterMs: 0 })),
        );
      }),
    );
  });

  test('does the same with the same bytes, however the carrier cuts them up', async () => {
    await fc.assert(
      fc.property(
        seeds,
        seeds,
        seeds,
        fc.constantFrom(...bothWays),
        (seed, spoken, cutting, way) => {
          const [plan, bytes, cuts] = [anyPlan(seed), trafficOf(spoken), cutsOf(cutting)];
          const whole = through(plan, [bytes], way);
          const parts = through(plan, cutUp(bytes, cuts), way);
          expect(struckIn(parts)).toEqual(struckIn(whole));
          expect(effect(parts)).toEqual(effect(whole));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('does again what it did when the faults that happened are a plan of their own', async () => {
    await fc.assert(
      fc.property(seeds, seeds, fc.nat(), (planned, spoken, seed) => {
        const [plan, bytes] = [anyPlan(planned), trafficOf(spoken)];
        const first = through(plan, [bytes]);
        const again = through({ version: 1, seed, faults: [...faultsIn(first)] }, [bytes]);
        expect(effect(again)).toEqual(effect(first));
        expect(faultsIn(again)).toEqual(faultsIn(first));
      }),
      { numRuns: 2000 },
    );
  });

  test('loses a message, or some bytes of it', () => {
    expect(one({ kind: 'drop', nth: 2 }, 'a\nbb\nc\n')).toEqual([[0, 'a\nc\n']]);
    expect(one({ kind: 'drop', nth: 2, place: 1, bytes: 2 }, 'a\nbbbb\nc\n')).toEqual([
      [0, 'a\nbb\nc\n'],
    ]);
    expect(one({ kind: 'drop', at: 3, bytes: 3 }, 'a\nbbbb\nc\n')).toEqual([[0, 'a\nb\nc\n']]);
  });

  test('brings a message twice, or some bytes of it', () => {
    expect(one({ kind: 'duplicate', every: 2 }, 'a\nb\nc\nd\n')).toEqual([
      [0, 'a\nb\nb\nc\nd\nd\n'],
    ]);
    expect(one({ kind: 'duplicate', nth: 1, place: 0, bytes: 2 }, 'abc\n')).toEqual([
      [0, 'ababc\n'],
    ]);
    expect(one({ kind: 'duplicate', at: 1, bytes: 2 }, 'abc\n')).toEqual([[0, 'abcbc\n']]);
  });

  test('delays, cuts up and joins messages', () => {
    expect(one({ kind: 'delay', nth: 2, ms: 30 }, 'a\nb\n')).toEqual([
      [0, 'a\n'],
      [30, 'b\n'],
    ]);
    expect(one({ kind: 'split', nth: 1, bytes: 2, ms: 5 }, 'abcd\n')).toEqual([
      [0, 'ab'],
      [5, 'cd'],
      [10, '\n'],
    ]);
    expect(one({ kind: 'split', nth: 1, place: 3 }, 'abcd\n')).toEqual([
      [0, 'abc'],
      [1, 'd\n'],
    ]);
    expect(one({ kind: 'split', at: 1 }, 'abcd\n')).toEqual([
      [0, 'a'],
      [1, 'bcd\n'],
    ]);
    expect(one({ kind: 'merge', nth: 1, ms: 7 }, 'a\nb\n')).toEqual([
      ['hold', 7, 'a\n'],
      [0, 'b\n'],
    ]);
  });

  test('turns bits over', () => {
    expect(one({ kind: 'corrupt', nth: 1, place: 1, bytes: 2, mask: 1 }, 'abcd\n')).toEqual([
      [0, 'acbd\n'],
    ]);
    expect(one({ kind: 'corrupt', at: 0, mask: 32 }, 'ab\n')).toEqual([[0, 'Ab\n']]);
  });

  test('stalls and closes at a byte or in a message', () => {
    expect(one({ kind: 'stall', at: 1, ms: 9 }, 'ab\n')).toEqual([
      [0, 'a'],
      { kind: 'stall', ms: 9 },
      [0, 'b\n'],
    ]);
    expect(one({ kind: 'stall', nth: 2 }, 'a\nb\n')).toEqual([
      [0, 'a\n'],
      { kind: 'stall' },
      [0, 'b\n'],
    ]);
    expect(one({ kind: 'close', at: 3 }, 'a\nbb\n')).toEqual([[0, 'a\nb'], { kind: 'close' }]);
    expect(one({ kind: 'close', nth: 2, place: 2 }, 'a\nbb\nc\n')).toEqual([
      [0, 'a\nbb'],
      { kind: 'close' },
    ]);
  });

  test('counts a line with a block as one message, whatever the block holds', () => {
    expect(one({ kind: 'drop', nth: 2 }, 'a\n#15b\nb\nb;0\nc\n')).toEqual([[0, 'a\nc\n']]);
    expect(one({ kind: 'drop', nth: 2 }, 'a\n"#15"\nc\n')).toEqual([[0, 'a\nc\n']]);
  });

  test('strikes only the direction it is for', () => {
    const plan = planOf([{ kind: 'drop', rate: 1, direction: 'to-meter' }]);
    expect(effect(through(plan, [bytesOf('a\n')], 'to-bench'))).toEqual([[0, 'a\n']]);
    expect(effect(through(plan, [bytesOf('a\n')], 'to-meter'))).toEqual([]);
  });

  test('lets the first fault of the plan act, and one on a byte before one on its message', () => {
    const faults = [
      { kind: 'duplicate', nth: 1 },
      { kind: 'drop', every: 1 },
    ];
    expect(effect(through(planOf(faults), [bytesOf('a\nb\n')]))).toEqual([[0, 'a\na\n']]);
    const close = { kind: 'close', at: 1 };
    expect(effect(through(planOf([...faults, close]), [bytesOf('a\nb\n')]))).toEqual([
      [0, 'a'],
      { kind: 'close' },
    ]);
  });

  test('has hold of as many bytes as the fault says, beyond the end of the message', () => {
    const faults = [
      { kind: 'drop', at: 1, bytes: 3 },
      { kind: 'duplicate', nth: 2 },
    ];
    expect(effect(through(planOf(faults), [bytesOf('ab\ncd\n')]))).toEqual([[0, 'ad\n']]);
  });

  test('strikes about as many messages as the rate says, others with another seed', () => {
    const text = bytesOf('a\n'.repeat(20_000));
    const struck = (seed: number): readonly number[] =>
      struckIn(through(planOf([{ kind: 'drop', rate: 0.01 }], seed), [text])).map(
        ({ message }) => message,
      );
    expect(struck(1).length).toBeGreaterThan(160);
    expect(struck(1).length).toBeLessThan(240);
    expect(struck(1)).toEqual(struck(1));
    expect(struck(1)).not.toEqual(struck(2));
  });

  test('passes what it held back when no more bytes come', () => {
    const stream = new NoiseStream(planOf([{ kind: 'drop', nth: 1 }]), 'to-bench');
    expect(stream.push(bytesOf('half'))).toEqual([]);
    expect(effect(stream.end())).toEqual([[0, 'half']]);
  });

  test('goes on counting on the next connection', () => {
    const counted = { messages: 0, offset: 0 };
    const plan = planOf([{ kind: 'close', nth: 2 }]);
    const first = new NoiseStream(plan, 'to-bench', counted);
    expect(effect(first.push(bytesOf('a\nb\nc\n')))).toEqual([[0, 'a\n'], { kind: 'close' }]);
    expect(first.push(bytesOf('d\n'))).toEqual([]);
    const second = new NoiseStream(plan, 'to-bench', counted);
    expect(effect(second.push(bytesOf('b\nc\n')))).toEqual([[0, 'b\nc\n']]);
  });
});
