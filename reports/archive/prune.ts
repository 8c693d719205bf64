import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { BenchError, type Millis } from '#core';
import { HistoryFile } from '../history/history-file.ts';
import { runFoldersIn, takeInRuns } from '../history/take-in.ts';
import { type RunFile, readRunFile, runFileName } from './run-file.ts';

/** Which runs stay. A run that any of these keeps stays. */
export interface PruneOptions {
  /** So many of the newest runs of each rig. */
  readonly keep?: number;
  /** Runs that began less than so many days ago. */
  readonly keepDays?: number;
  /** Only runs on this rig are removed. */
  readonly rig?: string;
  /** Runs that failed or broke, and those that were killed. */
  readonly keepFailed?: boolean;
  /** Milliseconds since 1970. */
  readonly now: Millis;
}

/** A run whose folder may go. */
export interface PrunableRun {
  readonly folder: string;
  readonly rig: string;
  readonly number: number;
  readonly began: string;
  readonly verdict: RunFile['verdict'];
  readonly bytes: number;
}

/** What would be removed of an archive. */
export interface PrunePlan {
  readonly archive: string;
  readonly remove: readonly PrunableRun[];
  /** How many runs stay. */
  readonly stay: number;
  /** What all that is removed takes up. */
  readonly bytes: number;
}

const day: Millis = 86_400_000;

/**
 * Finds out which runs of an archive can go. Never among them: the newest run of a rig, a run that goes
 * on (its process lives, or it began less than a day ago and was not concluded), and whatever is no
 * folder of a run right in the archive: the ledger, the history, links, files of others. Errors:
 * `FB_USAGE` when nothing says what stays.
 */
export function planPruning(archive: string, options: PruneOptions): PrunePlan {
  if (options.keep === undefined && options.keepDays === undefined) {
    throw new BenchError('FB_USAGE', 'It is not said which runs stay.', {
      hint: 'Give --keep with a number of runs, or --keep-days.',
    });
  }
  const runs = runFoldersIn(archive).flatMap((folder) => {
    const file = runIn(join(archive, folder));
    return file ? [{ folder, file }] : [];
  });
  const remove = [...Map.groupBy(runs, ({ file }) => file.rig).values()].flatMap((ofRig) => {
    const newestFirst = ofRig.sort((a, b) => b.file.number - a.file.number);
    return newestFirst.filter(({ file }, back) => back > 0 && mayGo(file, back, options));
  });
  const sized = remove.map(({ folder, file: { rig, number, began, verdict } }) => ({
    ...{ folder, rig, number, began, verdict },
    bytes: bytesIn(join(archive, folder)),
  }));
  return {
    archive,
    remove: sized.sort((a, b) => (a.began < b.began ? -1 : 1)),
    stay: runs.length - sized.length,
    bytes: sized.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/**
 * Removes what was planned, once the history has all of it: there the runs stay, marked as pruned. The
 * ledger stays too, so what was left out shows. Calls `removed` as each folder is gone. Errors:
 * `FB_HISTORY`, before anything is removed; `FB_RUN_RECORD` for a folder that cannot be removed.
 */
export function pruneRuns(
  { archive, remove }: PrunePlan,
  removed: (run: PrunableRun) => void = () => undefined,
): void {
  if (remove.length === 0) return;
  using history = new HistoryFile(archive);
  takeInRuns(history);
  for (const run of remove) {
    removeFolder(join(archive, run.folder));
    removed(run);
  }
  takeInRuns(history);
}

function mayGo(file: RunFile, back: number, options: PruneOptions): boolean {
  const { keep, keepDays, rig, keepFailed = false, now } = options;
  const age = now - Date.parse(file.began);
  if (rig !== undefined && file.rig !== rig) return false;
  if (keep !== undefined && back < keep) return false;
  if (keepDays !== undefined && age < keepDays * day) return false;
  if (file.state === 'open' && (age < day || isAlive(file.host.pid))) return false;
  const isGood = file.verdict !== null && file.verdict !== 'failed' && file.verdict !== 'error';
  return isGood || !keepFailed;
}

/** What cannot be read as a run is none, and is left alone. */
function runIn(folder: string): RunFile | undefined {
  try {
    return readRunFile(folder);
  } catch {
    return undefined;
  }
}

/** A number that another process has meanwhile counts as alive: then the run stays. */
function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What a folder takes up on the disk: images of sticks have holes. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : lstatSync(path).blocks * 512);
  }, 0);

/** Its `run.json` goes last: what is left of a removal that broke off is still known as a run. */
function removeFolder(folder: string): void {
  try {
    const names = readdirSync(folder).filter((name) => name !== runFileName);
    for (const name of names) rmSync(join(folder, name), { recursive: true });
    rmSync(folder, { recursive: true });
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `Cannot remove ${folder}.`, {
      hint: 'Is it yours, and is the place writable?',
      cause,
    });
  }
}
