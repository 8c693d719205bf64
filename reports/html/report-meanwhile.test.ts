import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { RecordEntry } from '#core';
import { recordFileName } from '../archive/run-file.ts';
import { digestRun } from '../history/digest-run.ts';
import { recordText, sampleRun, sampleScenario } from '../record/write-record.test-data.ts';
import { loadRequirements } from '../requirements/load-requirements.ts';
import { makeFolder, shown } from './report-folder.test-data.ts';
import { ReportMeanwhile } from './report-meanwhile.ts';
import { writeHtmlReport } from './write-report.ts';

const requirements = fileURLToPath(new URL('../../docs/requirements.yaml', import.meta.url));

const scenario = (digit: string): readonly RecordEntry[] => [
  { type: 'scenario', ...sampleScenario({ name: `scenario ${digit}`, uid: digit.repeat(16) }) },
  { type: 'step', keyword: 'Given', text: 'a step' },
  ...shown(digit, `Screen ${digit}`),
  { type: 'verdict', id: sampleScenario().id, verdict: 'passed', reason: null },
];

const counts = { passed: 2, failed: 0, error: 0, inconclusive: 0, skipped: 0, 'not run': 0 };

const entries: readonly RecordEntry[] = [
  sampleRun(),
  ...scenario('a'),
  ...scenario('b'),
  { type: 'end', verdict: 'passed', counts },
];

test('a report made while the run goes on is the one that is made afterwards', async () => {
  await using archive = await mkdtempDisposable(join(tmpdir(), 'frankbench-meanwhile-'));
  const folder = makeFolder(archive.path, 'run', entries);
  const record = join(folder, recordFileName);
  const text = recordText(entries);
  // Up to the middle of a line.
  const far = text.indexOf('Screen b');
  writeFileSync(record, text.slice(0, far));
  await using making = new ReportMeanwhile({ folder, requirements });
  making.begin();
  making.begin();
  appendFileSync(record, text.slice(far));
  const { report, digest: read } = making.end();
  const digest = await read;
  expect(digest).toEqual(digestRun(archive.path, 'run'));
  expect(digest?.attempts).toHaveLength(2);
  const path = await report;
  const made = readFileSync(path, 'utf8');
  renameSync(path, `${path}.meanwhile`);
  writeHtmlReport(folder, { requirements: loadRequirements(requirements) });
  expect(made).toContain('scenario b');
  expect(made === readFileSync(path, 'utf8')).toBe(true);
});

test('what history keeps is there before the page, and without it', async () => {
  await using archive = await mkdtempDisposable(join(tmpdir(), 'frankbench-meanwhile-'));
  const folder = makeFolder(archive.path, 'run', entries);
  // Where the page is written.
  mkdirSync(join(folder, 'report.html.new'));
  await using making = new ReportMeanwhile({ folder, requirements });
  making.begin();
  const { report, digest } = making.end();
  expect(await digest).toEqual(digestRun(archive.path, 'run'));
  await expect(report).rejects.toThrow('Cannot write the report');
});

test('a report that was not begun is made in the end', async () => {
  await using archive = await mkdtempDisposable(join(tmpdir(), 'frankbench-meanwhile-'));
  const folder = makeFolder(archive.path, 'run', entries);
  await using making = new ReportMeanwhile({ folder, requirements });
  const { report, digest } = making.end();
  expect(await digest).toBeUndefined();
  expect(readFileSync(await report, 'utf8')).toContain('scenario b');
});

test('a report that nobody asks for is not made, and leaves nothing', async () => {
  await using archive = await mkdtempDisposable(join(tmpdir(), 'frankbench-meanwhile-'));
  const folder = makeFolder(archive.path, 'run', entries);
  const before = readdirSync(folder);
  {
    await using making = new ReportMeanwhile({ folder, requirements });
    making.begin();
  }
  expect(readdirSync(folder)).toEqual(before);
});

test.each(['in a thread', 'in the end'])(
  'why a report cannot be made %s is told',
  async (where) => {
    await using archive = await mkdtempDisposable(join(tmpdir(), 'frankbench-meanwhile-'));
    const folder = makeFolder(archive.path, 'run', entries);
    await using making = new ReportMeanwhile({ folder, requirements: 'nowhere.yaml' });
    if (where === 'in a thread') making.begin();
    const { report, digest } = making.end();
    expect(await digest).toBeUndefined();
    await expect(report).rejects.toThrow('Cannot read the requirements catalogue nowhere.yaml.');
  },
);
