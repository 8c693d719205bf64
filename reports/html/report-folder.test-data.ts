import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordEntry, Screen } from '#core';
import { type RunFile, recordFileName, runFileName } from '../archive/run-file.ts';
import { recordText } from '../record/write-record.test-data.ts';
import { type ReportOptions, writeHtmlReport } from './write-report.ts';

/** A display of letters with one row. */
export const sampleScreen = (title: string): Screen => ({
  display: 'lcd',
  title,
  rows: [{ text: `Row of ${title}`, role: 'item', selected: true }],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en-GB',
});

/** A display with what makes the frame of it: its digest is made up. */
export const shown = (digit: string, title: string, at = 0): readonly RecordEntry[] => [
  { type: 'screen', sha256: digit.repeat(64), screen: sampleScreen(title) },
  { type: 'frame', at, frame: 1, screen: digit.repeat(64) },
];

export const sampleRunFile = (change: Partial<RunFile> = {}): RunFile => ({
  version: 2,
  id: '00000000-0000-4000-8000-000000000001',
  rig: 'emulator.is440',
  number: 1,
  previous: null,
  state: 'concluded',
  began: '2026-11-28T15:05:54.083Z',
  ended: '2026-11-28T15:06:59.109Z',
  host: { os: 'linux', kernel: '6', arch: 'x64', clock: 'system clock of the host' },
  verdict: 'failed',
  exitCode: 1,
  counts: null,
  record: null,
  ...change,
});

/** What stands in a run's folder beside the record. */
export interface FolderParts {
  readonly run?: RunFile;
  readonly wire?: string;
  readonly options?: ReportOptions;
}

/** Makes a run's folder in an archive; returns it. */
export function makeFolder(
  archive: string,
  name: string,
  entries: readonly RecordEntry[],
  { run = sampleRunFile(), wire }: FolderParts = {},
): string {
  const folder = join(archive, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, recordFileName), recordText(entries));
  writeFileSync(join(folder, runFileName), JSON.stringify(run));
  if (wire !== undefined) writeFileSync(join(folder, 'wire.ndjson'), wire);
  return folder;
}

/** Makes the report of a record, and looks at it with `use` as long as it is there. */
export async function withReport<Value>(
  entries: readonly RecordEntry[],
  use: (path: string) => Value | Promise<Value>,
  parts: FolderParts = {},
): Promise<Value> {
  await using archive = await mkdtempDisposable(join(tmpdir(), 'frankbench-report-'));
  const folder = makeFolder(archive.path, 'run', entries, parts);
  return await use(writeHtmlReport(folder, parts.options));
}

/** The text of the report of a record. */
export const reportText = (
  entries: readonly RecordEntry[],
  parts: FolderParts = {},
): Promise<string> => withReport(entries, (path) => readFileSync(path, 'utf8'), parts);
