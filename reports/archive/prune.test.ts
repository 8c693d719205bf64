import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { inArchive, type MadeRun, makeRun } from '../history/archive.test-data.ts';
import { HistoryFile } from '../history/history-file.ts';
import { historyReport } from '../history/history-report.ts';
import { type PruneOptions, planPruning, pruneRuns } from './prune.ts';

/** Runs 1 to 5 of a rig began on the days of the same number; today is the tenth. */
const now = Date.UTC(2026, 0, 10, 1);
const day = (number: number, change: Partial<MadeRun> = {}): MadeRun => ({
  ...{ folder: `run-${number}`, number, verdicts: { one: 'passed' }, ...change },
});
const five = [1, 2, 3, 4, 5].map((number) => day(number));

const planned = (
  runs: readonly MadeRun[],
  options: Partial<PruneOptions>,
): Promise<readonly string[]> =>
  inArchive((archive) => {
    for (const run of runs) makeRun(archive, run);
    return planPruning(archive, { now, ...options }).remove.map(({ folder }) => folder);
  });

test('the newest so many runs of each rig stay', async () => {
  const other = day(1, { folder: 'other', file: { rig: 'other' } });
  expect(await planned([...five, other], { keep: 2 })).toEqual(['run-1', 'run-2', 'run-3']);
});

test('the runs of the last days stay, and always the newest of a rig', async () => {
  expect(await planned(five, { keepDays: 6 })).toEqual(['run-1', 'run-2', 'run-3', 'run-4']);
  expect(await planned(five, { keepDays: 8 })).toEqual(['run-1', 'run-2']);
  expect(await planned(five, { keepDays: 1 })).not.toContain('run-5');
  expect(await planned(five, { keep: 1, keepDays: 8 })).toEqual(['run-1', 'run-2']);
});

test('a rig can be chosen, and failed runs kept', async () => {
  const failed = day(2, { file: { verdict: 'failed' } });
  const other = [1, 2].map((n) => day(n, { folder: `other-${n}`, file: { rig: 'other' } }));
  const runs = [day(1), failed, day(3), ...other];
  expect(await planned(runs, { keep: 1, rig: 'other' })).toEqual(['other-1']);
  expect(await planned(runs, { keep: 1, keepFailed: true })).toEqual(['other-1', 'run-1']);
});

test('a run that goes on stays: it is young, or its process lives', async () => {
  const open = { state: 'open', verdict: null, ended: null } as const;
  const host = { os: 'linux', kernel: '', arch: '', clock: '' };
  const young = day(3, { file: { ...open, began: new Date(now - 1000).toISOString() } });
  const alive = day(2, { file: { ...open, host: { ...host, pid: process.pid } } });
  const dead = day(1, { file: { ...open, host: { ...host, pid: 2 ** 22 + 1 } } });
  expect(await planned([dead, alive, young, day(4)], { keep: 1 })).toEqual(['run-1']);
});

test('what is no run right in the archive is left alone', async () => {
  await inArchive(async (archive) => {
    await inArchive((elsewhere) => {
      makeRun(elsewhere, day(1));
      symlinkSync(join(elsewhere, 'run-1'), join(archive, 'link'));
      mkdirSync(join(archive, 'ledger'));
      mkdirSync(join(archive, 'mine'));
      writeFileSync(join(archive, 'mine', 'run.json'), '{"mine":true}');
      makeRun(archive, day(9));
      expect(planPruning(archive, { now, keep: 1 })).toMatchObject({ remove: [], stay: 1 });
    });
  });
});

test('it must be said what stays', async () => {
  await expect(planned(five, {})).rejects.toThrow(/FB_USAGE/);
});

test('what is removed stays in the history, and says so', async () => {
  await inArchive((archive) => {
    for (const run of five) makeRun(archive, run);
    mkdirSync(join(archive, 'run-1', 'artifacts'));
    writeFileSync(join(archive, 'run-1', 'artifacts', 'stick.img'), 'x'.repeat(10_000));
    const plan = planPruning(archive, { now, keep: 3 });
    expect(plan.bytes).toBeGreaterThan(10_000);
    pruneRuns(plan);
    expect(existsSync(join(archive, 'run-1'))).toBe(false);
    expect(readdirSync(archive).filter((name) => name.startsWith('run-'))).toHaveLength(3);
    using history = new HistoryFile(archive);
    const { runs } = historyReport(history, { last: 9 });
    expect(runs.map(({ pruned, passed }) => [pruned, passed])).toEqual([
      ...[[true, 1] as const, [true, 1] as const],
      ...[[false, 1] as const, [false, 1] as const, [false, 1] as const],
    ]);
  });
});
