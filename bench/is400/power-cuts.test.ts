import { beforeAll, describe, expect, test } from 'vitest';
import { loadRig } from '#rigs';
import { type CutOutcome, cutOperations, powerCuts } from './power-cuts.ts';

const rigOf = (model: string) => loadRig(`rigs/emulator.${model}.yaml`, {});

describe.each([
  ['is420', 1],
  ['is440', 1001],
])('100 power cuts of the %s', (model, seed) => {
  let outcomes: readonly CutOutcome[] = [];
  beforeAll(async () => {
    outcomes = await powerCuts({ rig: rigOf(model), seed, count: 100 });
  }, 60_000);

  test('leave the old account list or the new one, and registers that balance', () => {
    expect(outcomes).toHaveLength(100);
    expect(outcomes.flatMap(({ problem }) => problem ?? [])).toEqual([]);
  });

  test.each(cutOperations)('fall before and behind the saving of: %s', (operation) => {
    const left = outcomes.filter((one) => one.operation === operation).map((one) => one.left);
    expect(new Set(left)).toEqual(new Set(['old', 'new']));
  });
});

test('a cut is made again by its seed', async () => {
  const rig = rigOf('is440');
  const [, second] = await powerCuts({ rig, seed: 7, count: 2 });
  expect(await powerCuts({ rig, seed: 8, count: 1 })).toEqual([second]);
});

test('a meter that saves its changes one too late is found out, and the seed named', async () => {
  const fault = 'account-lost-at-power-cut';
  const outcomes = await powerCuts({ rig: rigOf('is440'), seed: 1, count: 20, fault });
  const problems = outcomes.flatMap(({ problem }) => problem ?? []);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toMatch(/^seed \d+: (add|edit|delete|import) .*at step \d+ of \d+/);
});
