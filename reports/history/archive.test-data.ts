import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordEntry, RunEntry, Verdict } from '#core';
import { type RunFile, recordFileName, runFileName } from '../archive/run-file.ts';
import { sampleRun, sampleScenario, writeRecord } from '../record/write-record.test-data.ts';

export interface MadeRun {
  readonly folder: string;
  readonly number: number;
  /** What came of each scenario, by uid. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly run?: Partial<RunEntry>;
  readonly file?: Partial<RunFile>;
  /** The plan, where it is not of these scenarios. */
  readonly plan?: RecordEntry;
  /** Happens in each scenario before its verdict. */
  readonly also?: readonly RecordEntry[];
}

/** A new folder for runs, for as long as `use` takes. */
export async function inArchive<T>(use: (archive: string) => T | Promise<T>): Promise<T> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-archive-'));
  return await use(folder.path);
}

const idOf = (folder: string): string => {
  const digits = hash('sha256', folder).slice(0, 12);
  return `00000000-0000-4000-8000-${digits}`;
};

/** Writes the folder of a run into an archive. */
export function makeRun(archive: string, made: MadeRun): void {
  const path = join(archive, made.folder);
  mkdirSync(path, { recursive: true });
  const began = Date.UTC(2026, 0, made.number);
  const scenarios = Object.keys(made.verdicts).map((uid) => sampleScenario({ uid, name: uid }));
  const entries: RecordEntry[] = [
    sampleRun(made.run),
    made.plan ?? { type: 'plan', scenarios },
    ...scenarios.flatMap((scenario): RecordEntry[] => {
      const verdict = made.verdicts[scenario.uid] ?? 'passed';
      const reason = verdict === 'passed' ? null : `seen ${made.number} (FB_EXPECTATION)`;
      return [
        { type: 'scenario', ...scenario },
        ...(made.also ?? []),
        { type: 'verdict', id: scenario.id, verdict, reason },
      ];
    }),
  ];
  writeRecord(join(path, recordFileName), entries);
  const file: RunFile = {
    version: 2,
    id: idOf(`${archive}/${made.folder}`),
    rig: 'emulator.is440',
    number: made.number,
    previous: null,
    state: 'concluded',
    began: new Date(began).toISOString(),
    ended: new Date(began + 5000).toISOString(),
    host: { os: 'linux', kernel: '6', arch: 'x64', clock: 'system clock of the host' },
    verdict: 'passed',
    exitCode: 0,
    counts: null,
    record: null,
    ...made.file,
  };
  writeFileSync(join(path, runFileName), JSON.stringify(file));
}
