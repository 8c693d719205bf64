import { beforeAll, describe, expect, test } from 'vitest';
import { loadRig } from '#rigs';
import { type AccountingRun, accountingRuns } from './accounting-runs.ts';
import { workKinds } from './accounting-work.ts';

const rig = loadRig('rigs/emulator.connect-plus.yaml', {});

const problemsOf = (runs: readonly AccountingRun[]): readonly string[] =>
  runs.flatMap(({ problem }) => problem ?? []);

describe('40 runs of random work at a Connect+', () => {
  let runs: readonly AccountingRun[] = [];
  beforeAll(async () => {
    runs = await accountingRuns({ rig, seed: 1, count: 40 });
  }, 60_000);

  test('end with registers, reports and an accounting server that agree to the penny', () => {
    expect(runs).toHaveLength(40);
    expect(problemsOf(runs)).toEqual([]);
  });

  test('have every kind of work and trouble in them, and mail in each', () => {
    for (const kind of workKinds) {
      expect(runs.some(({ done }) => (done.get(kind) ?? 0) > 0)).toBe(true);
    }
    for (const { used } of runs) expect(used.pieces).toBeGreaterThan(0);
  });
});

test('a run is made again by its seed', async () => {
  const [, second] = await accountingRuns({ rig, seed: 7, count: 2 });
  expect(await accountingRuns({ rig, seed: 8, count: 1 })).toEqual([second]);
});

describe('a fault is found by what the sides say, the shadow model switched off, and the seed named', () => {
  test.each([
    'upload-doubled-by-a-retry',
    'upload-lost-after-an-error',
    'open-batch-lost',
    'moved-transaction-never-visible',
    'batch-off-by-a-penny',
  ])('%s', { timeout: 30_000 }, async (fault) => {
    const found = problemsOf(
      await accountingRuns({ rig, seed: 1, count: 10, fault, judge: 'checks' }),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(/^seed \d+, step \d+ of 30: .*(franked|charges in a report)/);
  });
});
