import { join } from 'node:path';
import { expect, test } from 'vitest';
import { darkScreen, type RecordEntry, type Screen } from '#core';
import { inArchive, type MadeRun, makeRun } from '../history/archive.test-data.ts';
import { compareRuns, type RunComparison } from './compare-runs.ts';

const compared = (first: Partial<MadeRun>, second: Partial<MadeRun>): Promise<RunComparison> =>
  inArchive((archive) => {
    const usual = { number: 1, verdicts: { one: 'passed' } } as const;
    makeRun(archive, { folder: 'a', ...usual, ...first });
    makeRun(archive, { folder: 'b', ...usual, ...second });
    return compareRuns(join(archive, 'a'), join(archive, 'b'));
  });

const titled = (title: string): Screen => ({ ...darkScreen, display: 'lcd', title });
const shaOf = (title: string): string => title.padEnd(64, '0');

/** A display is shown at a time of the meter. */
const shows = (title: string, at = 0): readonly RecordEntry[] => [
  { type: 'screen', sha256: shaOf(title), screen: titled(title) },
  { type: 'frame', at, frame: 1, screen: shaOf(title) },
];

const step: RecordEntry = { type: 'step', keyword: 'When', text: 'it works' };

const file = (sha: string, rows: readonly (readonly string[])[]): RecordEntry => ({
  ...{ type: 'file', name: 'LIST.CSV', bytes: 10, sha256: shaOf(sha), identity: 'CSV' },
  ...{ table: { rows, total: rows.length }, path: null },
});

const measurement = (atMostMs: number): RecordEntry => ({
  ...{ type: 'measurement', what: 'sync', limitMs: 9000, longerThanMs: 0, atMostMs },
  verdict: 'within',
});

test('scenarios are compared whatever their order, and other surroundings are no difference', async () => {
  const result = await compared(
    { verdicts: { one: 'passed', two: 'failed' }, also: [step, ...shows('A')] },
    {
      verdicts: { two: 'failed', one: 'passed' },
      also: [step, ...shows('A')],
      run: { fault: 'a-fault' },
    },
  );
  expect(result).toMatchObject({ scenarios: 2, alike: 2, differences: [] });
  expect(result.circumstances).toEqual([{ what: 'seeded fault', first: null, second: 'a-fault' }]);
});

test('another verdict, a new scenario and one that is gone', async () => {
  const { differences, counts } = await compared(
    { verdicts: { same: 'passed', other: 'passed', gone: 'passed' } },
    { verdicts: { fresh: 'passed', other: 'failed', same: 'passed' } },
  );
  expect(differences).toMatchObject([
    { uid: 'other', verdict: { first: 'passed', second: 'failed', firstReason: null } },
    { uid: 'gone', only: 'first' },
    { uid: 'fresh', only: 'second' },
  ]);
  expect(counts).toMatchObject({ verdict: 1, only: 2, screen: 0 });
});

test('a scenario that one run has planned and not come to', async () => {
  const unreached: RecordEntry = {
    type: 'plan',
    scenarios: ['one', 'late'].map((uid) => ({
      ...{ id: 'x:1', uid, name: uid, tags: [], feature: '', rule: null },
    })),
  };
  const { differences } = await inArchive((archive) => {
    makeRun(archive, { folder: 'a', number: 1, verdicts: { one: 'passed', late: 'passed' } });
    makeRun(archive, { folder: 'b', number: 2, verdicts: { one: 'passed' }, plan: unreached });
    return compareRuns(join(archive, 'a'), join(archive, 'b'));
  });
  expect(differences).toMatchObject([
    { uid: 'late', verdict: { first: 'passed', second: 'not run' } },
  ]);
});

test('the first step that ends with another display, with both displays', async () => {
  const [difference] = (
    await compared(
      { also: [step, ...shows('A'), step, ...shows('B')] },
      { also: [step, ...shows('A'), step, ...shows('C')] },
    )
  ).differences;
  expect(difference?.screen).toEqual({
    step: 'When it works',
    first: titled('B'),
    second: titled('C'),
  });
});

test('a display that differs only on the way', async () => {
  const [difference] = (
    await compared(
      { also: [step, ...shows('A'), ...shows('Z')] },
      { also: [step, ...shows('B'), ...shows('Z')] },
    )
  ).differences;
  expect(difference?.screen).toMatchObject({ first: { title: 'A' }, second: { title: 'B' } });
});

test('other keys', async () => {
  const [difference] = (
    await compared(
      { also: [step, { type: 'key', key: 'OK' }] },
      { also: [step, { type: 'key', key: 'UP' }, { type: 'key', key: 'OK' }] },
    )
  ).differences;
  expect(difference?.keys).toEqual({ step: 'When it works', first: ['OK'], second: ['UP', 'OK'] });
});

test('virtual times differ by a millisecond, those of a machine by more than a second', async () => {
  const took = (ms: number): readonly RecordEntry[] => [
    ...shows('A'),
    step,
    ...shows('B', ms),
    measurement(ms),
  ];
  const exact = await compared({ also: took(500) }, { also: took(501) });
  expect(exact.differences).toMatchObject([
    {
      measurements: [{ what: 'sync', first: { atMostMs: 500 }, second: { atMostMs: 501 } }],
      steps: [{ step: 'When it works', firstMs: 500, secondMs: 501 }],
    },
  ]);
  const machine = { run: { clock: 'host' } } as const;
  const near = await compared({ also: took(500), ...machine }, { also: took(1400), ...machine });
  expect(near.differences).toEqual([]);
  const far = await compared({ also: took(500), ...machine }, { also: took(1600), ...machine });
  expect(far.counts).toMatchObject({ measurements: 1, steps: 1 });
});

test('other files, with the rows that differ', async () => {
  const { differences } = await compared(
    { also: [file('a', [['1'], ['2'], ['3']])] },
    { also: [file('b', [['1'], ['x']])] },
  );
  expect(differences[0]?.files).toMatchObject([
    {
      name: 'LIST.CSV',
      rows: [
        { row: 2, first: ['2'], second: ['x'] },
        { row: 3, first: ['3'], second: null },
      ],
    },
  ]);
});

test('a file that is written in one run only, and other registers', async () => {
  const registers = (ascending: number): RecordEntry => ({
    type: 'registers',
    when: 'after',
    meters: [{ serial: '1', ascending, descending: 0, controlTotal: 0, items: 0, zeroItems: 0 }],
  });
  const { counts } = await compared(
    { also: [file('a', []), registers(1)] },
    { also: [registers(2)] },
  );
  expect(counts).toMatchObject({ files: 1, registers: 1 });
});
