import { createHash, hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  darkScreen,
  type PlannedScenario,
  type RecordEntry,
  type RunEntry,
  type Screen,
  type Verdict,
} from '#core';
import type { RunFile } from '../archive/run-file.ts';
import { runFileName, runFileText } from '../archive/run-file.ts';
import { recordText, sampleRun, sampleScenario } from '../record/write-record.test-data.ts';
import type { PackRequest } from './pack/write-pack.ts';
import type { ScreenArt } from './screen-art.ts';

/** Screens as their JSON: what matters here is that the same screen gives the same bytes. */
export const plainArt: ScreenArt = {
  draw: async (screen) => Buffer.from(JSON.stringify(screen)),
  digest: (screen) => createHash('sha256').update(JSON.stringify(screen)).digest('hex'),
};

export const home: Screen = { ...darkScreen, display: 'lcd', title: 'Łódź Home' };

export interface SampleRun {
  readonly run?: Partial<RunEntry>;
  readonly verdict?: Verdict;
  readonly plan?: readonly PlannedScenario[];
  /** What happens in the scenario beside a screen. */
  readonly more?: readonly RecordEntry[];
  readonly file?: Partial<RunFile>;
  /** The run is killed before its scenario ends; this was written of the next line. */
  readonly torn?: string;
  readonly artifacts?: Readonly<Record<string, string>>;
}

/** Writes the folder of a run of one scenario. */
export function writeRun(folder: string, sample: SampleRun = {}): RunFile {
  const { run, verdict = 'passed', more = [], torn, artifacts = {} } = sample;
  const scenario = sampleScenario();
  const counts = {
    ...{ passed: 0, failed: 0, error: 0, inconclusive: 0, skipped: 0, 'not run': 0 },
    [torn === undefined ? verdict : 'not run']: 1,
  };
  const text = recordText([
    sampleRun(run),
    { type: 'plan', scenarios: sample.plan ?? [scenario] },
    { type: 'scenario', ...scenario },
    { type: 'screen', sha256: plainArt.digest(home), screen: home },
    { type: 'frame', at: 0, frame: 1, screen: plainArt.digest(home) },
    ...more,
    ...(torn === undefined
      ? ([
          {
            type: 'verdict',
            id: scenario.id,
            verdict,
            reason: verdict === 'passed' ? null : 'why',
          },
          { type: 'end', verdict, counts },
        ] as const)
      : []),
  ]);
  const lines = text.trimEnd().split('\n');
  const file: RunFile = {
    version: 2,
    id: '1884fd72-25ba-4684-a661-f7e3c7578a56',
    rig: sampleRun(run).rig.name,
    number: 1,
    previous: null,
    state: torn === undefined ? 'concluded' : 'open',
    began: '2026-11-28T15:06:07.347Z',
    ended: torn === undefined ? '2026-11-28T15:06:18.821Z' : null,
    host: { os: 'linux', kernel: '6.18', arch: 'x64', clock: 'system clock of the host' },
    verdict: torn === undefined ? verdict : null,
    exitCode: torn === undefined ? 0 : null,
    counts: torn === undefined ? counts : null,
    record:
      torn === undefined ? { lines: lines.length, head: hash('sha256', lines.at(-1) ?? '') } : null,
    ...sample.file,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'record.ndjson'), `${text}${torn ?? ''}`);
  writeFileSync(join(folder, runFileName), runFileText(file));
  for (const [path, content] of Object.entries(artifacts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return file;
}

/** What packs of these runs have in common. */
export const plainRequest = (
  lockfile: string,
): Pick<PackRequest, 'art' | 'lockfile' | 'packed' | 'root'> => ({
  root: dirname(lockfile),
  art: plainArt,
  lockfile,
  packed: null,
});
