import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordEntry } from '#core';
import { inArchive, type MadeRun, makeRun } from './archive.test-data.ts';
import { HistoryFile } from './history-file.ts';
import { historyOf } from './history-of.ts';
import { type HistoryReport, historyReport } from './history-report.ts';
import { insertRun } from './insert-run.ts';
import { flakyOnes, seededRuns } from './seeded-runs.ts';
import { takeInRuns } from './take-in.ts';

/** Makes these runs and asks the history that they make. */
const reportOf = (runs: readonly MadeRun[], last = 50, scenario?: string): Promise<HistoryReport> =>
  inArchive((archive) => {
    for (const run of runs) makeRun(archive, run);
    using history = new HistoryFile(archive);
    takeInRuns(history);
    return historyReport(history, { last, ...(scenario === undefined ? {} : { scenario }) });
  });

const runsOf = (uid: string, course: string, change: Partial<MadeRun> = {}): readonly MadeRun[] =>
  [...course].map((mark, index) => ({
    folder: `${uid}-${index + 1}`,
    number: index + 1,
    verdicts: { [uid]: mark === 'p' ? 'passed' : mark === 's' ? 'skipped' : 'failed' },
    ...change,
  }));

test('of 500 scenarios over 200 runs exactly the ten flaky ones are found', async () => {
  await inArchive((archive) => {
    const size = { runs: 200, scenarios: 500, flaky: 10 };
    using history = new HistoryFile(archive);
    for (const run of seededRuns(size)) insertRun(history, run);
    const { flaky, broken } = historyReport(history, { last: 50 });
    expect(flaky.map(({ uid }) => uid).sort()).toEqual(flakyOnes(size));
    expect(flaky.every(({ attempts }) => attempts === 50)).toBe(true);
    expect(broken.filter(({ firstFailing }) => firstFailing.number === 101)).toHaveLength(5);
  });
}, 60_000);

test('two flips are flaky and one is not', async () => {
  const one = await reportOf(runsOf('once', 'pppff'));
  expect(one.flaky).toEqual([]);
  const two = await reportOf(runsOf('twice', 'ppfpp'));
  expect(two.flaky).toMatchObject([{ uid: 'twice', flips: 2, course: 'ppfpp', rate: 0.5 }]);
});

test('what was skipped between is no flip', async () => {
  const { flaky } = await reportOf(runsOf('skipped', 'pspsf'));
  expect(flaky).toEqual([]);
});

test('only the last fifty attempts count', async () => {
  const { flaky } = await reportOf(runsOf('healed', `pfp${'p'.repeat(50)}`));
  expect(flaky).toEqual([]);
});

test.each([
  ['a seeded fault', { run: { fault: 'some-fault' } }],
  ['no shadow model', { run: { judge: 'checks' as const } }],
])('runs with %s make nothing flaky', async (_, change) => {
  const { flaky } = await reportOf(runsOf('judged', 'pfpfp', change));
  expect(flaky).toEqual([]);
});

test('another firmware is another meter', async () => {
  const firmware = (name: string, course: string, from: number) =>
    runsOf('updated', course).map((run) => {
      const meter = { ...sampleMeter, firmware: name };
      return { ...run, folder: `${name}-${run.number}`, number: run.number + from, run: { meter } };
    });
  const { flaky } = await reportOf([...firmware('1.0', 'ppf', 0), ...firmware('2.0', 'pp', 3)]);
  expect(flaky).toEqual([]);
});

test('what fails now is told with the run in which it began and the last that passed', async () => {
  const { broken } = await reportOf(runsOf('broken', 'fppff'));
  expect(broken).toMatchObject([
    {
      uid: 'broken',
      failures: 2,
      reason: 'seen 5 (FB_EXPECTATION)',
      signature: 'FB_EXPECTATION: seen #',
      firstFailing: { number: 4 },
      lastPassing: { number: 3 },
    },
  ]);
});

test('what failed and passes again does not fail now', async () => {
  const { broken } = await reportOf(runsOf('mended', 'pffp'));
  expect(broken).toEqual([]);
});

test('what none of the last runs has exercised is named, with the run that last did', async () => {
  const { notRunLately } = await reportOf(runsOf('lazy', 'pssss'), 4);
  expect(notRunLately).toMatchObject([
    { uid: 'lazy', last: { number: 1 }, skipped: expect.stringMatching(/seen 5/) },
  ]);
  const all = await reportOf(runsOf('lazy', 'pssss'), 5);
  expect(all.notRunLately).toEqual([]);
});

test('measurements drift from the median of the first runs to that of the last', async () => {
  const measured = (ms: number): readonly RecordEntry[] => [
    {
      ...{ type: 'measurement', what: 'sync', limitMs: 1000, longerThanMs: ms - 1, atMostMs: ms },
      verdict: ms > 1000 ? 'beyond' : 'within',
    },
  ];
  const runs = runsOf('drifting', 'pppp').map((run, index) => ({
    ...run,
    also: measured([100, 300, 700, 1100][index] ?? 0),
  }));
  const { drift } = await reportOf(runs);
  expect(drift).toMatchObject([
    { what: 'sync', firstMs: 200, lastMs: 900, changeMs: 700, ofLimit: 0.7, beyond: 1 },
  ]);
  expect(drift[0]?.course).toEqual([100, 300, 700, 1100]);
});

test('a text chooses scenarios by name, place or uid, in any case', async () => {
  const runs = [{ folder: 'a', number: 1, verdicts: { Alpha: 'failed', beta: 'failed' } }] as const;
  const { scenarios, broken } = await reportOf(runs, 50, 'ALPHA');
  expect(scenarios.map(({ uid }) => uid)).toEqual(['Alpha']);
  expect(broken.map(({ uid }) => uid)).toEqual(['Alpha']);
});

test('a run whose folder is gone stays, and says that it was pruned', async () => {
  await inArchive((archive) => {
    for (const run of runsOf('kept', 'pf')) makeRun(archive, run);
    using history = new HistoryFile(archive);
    expect(takeInRuns(history).taken).toEqual(['kept-1', 'kept-2']);
    expect(takeInRuns(history).taken).toEqual([]);
    rmSync(join(archive, 'kept-1'), { recursive: true });
    takeInRuns(history);
    const { runs } = historyReport(history, { last: 50 });
    expect(runs.map(({ pruned }) => pruned)).toEqual([true, false]);
  });
});

test('a run that was killed is taken in as incomplete, and anew when it was concluded', async () => {
  await inArchive((archive) => {
    const run = { folder: 'a', number: 1, verdicts: { one: 'passed' } } as const;
    makeRun(archive, { ...run, file: { state: 'open', ended: null, verdict: null } });
    using history = new HistoryFile(archive);
    takeInRuns(history);
    expect(takeInRuns(history).taken).toEqual([]);
    const verdicts = (): unknown => historyReport(history, { last: 9 }).runs.map((r) => r.verdict);
    expect(verdicts()).toEqual(['incomplete']);
    makeRun(archive, run);
    expect(takeInRuns(history).taken).toEqual(['a']);
    expect(verdicts()).toEqual(['passed']);
  });
});

test('what cannot be read is left out and said, and the others are taken in', async () => {
  await inArchive((archive) => {
    makeRun(archive, { folder: 'good', number: 1, verdicts: { one: 'passed' } });
    makeRun(archive, { folder: 'bad', number: 2, verdicts: { one: 'passed' } });
    rmSync(join(archive, 'bad', 'record.ndjson'));
    using history = new HistoryFile(archive);
    const { taken, leftOut } = takeInRuns(history);
    expect(taken).toEqual(['good']);
    expect(leftOut).toMatchObject([{ folder: 'bad', why: expect.stringMatching(/FB_RUN_RECORD/) }]);
  });
});

test('the attempts of one scenario come newest first, for one meter and firmware', async () => {
  await inArchive((archive) => {
    expect(historyOf(archive, 'asked', { last: 5 })).toEqual([]);
    for (const run of runsOf('asked', 'ppf')) makeRun(archive, run);
    {
      using history = new HistoryFile(archive);
      takeInRuns(history);
    }
    const verdictsOf = (wanted: Parameters<typeof historyOf>[2]): readonly string[] =>
      historyOf(archive, 'asked', wanted).map(({ verdict }) => verdict);
    expect(verdictsOf({ last: 2 })).toEqual(['failed', 'passed']);
    expect(verdictsOf({ last: 5, serial: '440000123', firmware: '1.0.0-emu' })).toHaveLength(3);
    expect(verdictsOf({ last: 5, firmware: 'other' })).toEqual([]);
  });
});

const sampleMeter = {
  ...{ model: 'is-440', family: 'is400', maker: 'Quadient', designation: 'IS-440' },
  ...{ serial: '440000123', language: null, profile: 'c'.repeat(64) },
};
