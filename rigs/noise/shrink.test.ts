import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import type { Struck } from './actions.ts';
import { minimalSubset } from './minimal-subset.ts';
import { bytesOf, planOf, textOf } from './noise.test-data.ts';
import { Noise } from './noise.ts';
import { NoiseLink } from './noise-link.ts';
import type { NoisePlan } from './plan.ts';
import { shrink, type Trial } from './shrink.ts';
import { smallerFaults } from './smaller-faults.ts';

const limitMs = 100;

/** Whole lines out of pieces. */
function lines(): (bytes: Uint8Array) => readonly string[] {
  let rest = '';
  return (bytes) => {
    const parts = (rest + textOf(bytes)).split('\n');
    rest = parts.pop() ?? '';
    return parts;
  };
}

/**
 * A driver and a controller over a link with noise, in virtual time: 200 keys, each sent again until
 * it is answered. The controller carries out what it gets; `once` makes it look at the numbers.
 */
function keysOver(plan: NoisePlan, once: boolean): Trial & { readonly carriedOut: number } {
  const clock = new VirtualClock();
  const struck: Struck[] = [];
  const [toMeter, toBench] = [lines(), lines()];
  let carriedOut = 0;
  let last = '';
  let answered = '';
  const link: NoiseLink = new NoiseLink(new Noise(plan, (each) => struck.push(each)), clock, {
    'to-meter': {
      send: (bytes) => {
        for (const line of toMeter(bytes)) {
          if (!once || line !== last) carriedOut++;
          last = line;
          link.push('to-bench', bytesOf(`${line}\n`));
        }
      },
      close: () => undefined,
    },
    'to-bench': {
      send: (bytes) => {
        answered = toBench(bytes).at(-1) ?? answered;
      },
      close: () => undefined,
    },
  });
  const wanted = 200;
  for (let key = 1; key <= wanted; key++) {
    for (let sent = 0; sent < 10 && answered !== `key ${key}`; sent++) {
      link.push('to-meter', bytesOf(`key ${key}\n`));
      if (answered !== `key ${key}`) clock.advance(limitMs);
    }
  }
  return { failed: carriedOut !== wanted, struck, carriedOut };
}

const noisy = planOf(
  [
    { kind: 'delay', rate: 0.05, ms: 20 },
    { kind: 'split', rate: 0.05, bytes: 2, ms: 3 },
    { kind: 'merge', rate: 0.02, ms: 10 },
    { kind: 'drop', direction: 'to-bench', rate: 0.02 },
  ],
  7,
);

describe('shrinking a noise plan', () => {
  test('finds the one lost answer that makes a controller without exactly-once press twice', async () => {
    const first = keysOver(noisy, false);
    expect(first.failed).toBe(true);
    expect(first.struck.length).toBeGreaterThan(20);
    const shrunk = await shrink(noisy, async (plan) => keysOver(plan, false));
    expect(shrunk.status).toBe('smallest');
    expect(shrunk.plan.faults).toEqual([{ kind: 'drop', direction: 'to-bench', nth: 1 }]);
    expect(shrunk.trials).toBeLessThan(60);
    expect(keysOver(shrunk.plan, false).carriedOut).toBe(201);
  });

  test('finds how late an answer must be for the driver to ask again', async () => {
    const late = planOf([{ kind: 'delay', direction: 'to-bench', every: 50, ms: 5000 }]);
    const shrunk = await shrink(late, async (plan) => keysOver(plan, false));
    expect(shrunk.plan.faults).toEqual([
      { kind: 'delay', direction: 'to-bench', nth: 1, ms: limitMs + 1 },
    ]);
  });

  test('leaves a plan alone that a controller with exactly-once does not fail under', async () => {
    const shrunk = await shrink(noisy, async (plan) => keysOver(plan, true));
    expect(shrunk).toEqual({ status: 'passes', plan: noisy, trials: 1 });
  });

  test('says when it fails without noise, and when it does not fail again', async () => {
    expect(await shrink(noisy, async () => ({ failed: true, struck: [] }))).toMatchObject({
      status: 'always',
      plan: noisy,
    });
    const once = async (plan: NoisePlan): Promise<Trial> => ({
      failed: plan === noisy,
      struck: [],
    });
    expect(await shrink(noisy, once)).toMatchObject({ status: 'chance', plan: noisy });
  });

  test('ends with what it has when the runs are used up', async () => {
    const tried: number[] = [];
    const shrunk = await shrink(noisy, async (plan) => keysOver(plan, false), {
      trials: 5,
      onTrial: ({ number }) => tried.push(number),
    });
    expect(shrunk).toMatchObject({ status: 'smaller', trials: 5 });
    expect(tried).toEqual([1, 2, 3, 4, 5]);
    expect(keysOver(shrunk.plan, false).failed).toBe(true);
  });

  test('finds exactly the items that it takes', async () => {
    const lists = fc
      .integer({ min: 1, max: 40 })
      .chain((length) =>
        fc.tuple(fc.constant(length), fc.uniqueArray(fc.nat(length - 1), { maxLength: 4 })),
      );
    await fc.assert(
      fc.asyncProperty(lists, async ([length, needed]) => {
        const items = Array.from({ length }, (_, index) => index);
        const found = await minimalSubset(items, async (part) =>
          needed.every((item) => part.includes(item)),
        );
        expect(found).toEqual([...needed].sort((a, b) => a - b));
      }),
    );
  });

  test('tries the smallest amounts first, and none that is not smaller', () => {
    const [fault] = planOf([{ kind: 'delay', direction: 'to-meter', nth: 5, ms: 4 }]).faults;
    const tried = fault ? [...smallerFaults(fault)] : [];
    const amounts = tried.map((each) => [each.nth, each.kind === 'delay' ? each.ms : 0]);
    expect(amounts).toEqual([
      [1, 4],
      [3, 4],
      [4, 4],
      [5, 1],
      [5, 3],
    ]);
  });
});
