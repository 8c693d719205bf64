import { randomUUID } from 'node:crypto';
import { arch, platform, release } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { exitCode, type RunCounts, SystemClock, type Verdict } from '#core';
import { enterRun, sealRun } from './ledger.ts';
import { type RunFile, writeRunFile } from './run-file.ts';

/** How a run has ended. */
export interface Conclusion {
  readonly verdict: Verdict | null;
  readonly counts: RunCounts;
  readonly record: { readonly lines: number; readonly head: string };
}

/** A run that goes on, in the archive that its folder lies in. */
export interface OpenRun {
  readonly file: RunFile;
  conclude(conclusion: Conclusion): RunFile;
}

const clock = new SystemClock();

const hostNow = (): string => new Date(clock.now()).toISOString();

/**
 * Begins a run: gives it its number on the rig, links it to the run before, and writes `run.json`. A
 * run that is not concluded stays `open` there. Errors: `FB_RUN_RECORD`.
 */
export function openRun(folder: string, rig: string): OpenRun {
  const archive = dirname(folder);
  const id = randomUUID();
  const file: RunFile = {
    version: 2,
    id,
    rig,
    ...enterRun(archive, rig, { id, folder }),
    state: 'open',
    began: hostNow(),
    ended: null,
    host: {
      os: platform(),
      kernel: release(),
      arch: arch(),
      pid: process.pid,
      clock: 'system clock of the host',
    },
    verdict: null,
    exitCode: null,
    counts: null,
    record: null,
  };
  writeRunFile(folder, file);
  return {
    file,
    conclude: ({ verdict, counts, record }) => {
      const concluded: RunFile = {
        ...file,
        state: 'concluded',
        ended: hostNow(),
        verdict,
        exitCode: exitCode(verdict ?? undefined),
        counts,
        record,
      };
      sealRun(archive, rig, file.number, writeRunFile(folder, concluded));
      return concluded;
    },
  };
}
