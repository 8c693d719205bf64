import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BenchError } from '#core';
import { type RunFile, readRunFile, recordFileName, runFileName } from '../archive/run-file.ts';
import { digestRun, type RunDigest } from './digest-run.ts';
import { HistoryFile } from './history-file.ts';
import { insertRun } from './insert-run.ts';

/** What came of taking in the runs of an archive. */
export interface TakenIn {
  /** Names of the folders of runs that the history did not have, or not to their end. */
  readonly taken: readonly string[];
  /** Folders that look like runs and cannot be read as such. */
  readonly leftOut: readonly { readonly folder: string; readonly why: string }[];
}

/**
 * Enters one run, which has just ended, in the history of its archive; its record is read where nobody
 * has read it yet. Errors: `FB_HISTORY`, `FB_RUN_RECORD`.
 */
export function enterInHistory(
  folder: string,
  digest: RunDigest = digestRun(dirname(folder), basename(folder)),
): void {
  using history = new HistoryFile(dirname(folder));
  insertRun(history, digest);
}

/** The names of the folders of an archive that say that they are of runs. */
export const runFoldersIn = (archive: string): readonly string[] =>
  existsSync(archive)
    ? readdirSync(archive, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .filter((name) => existsSync(join(archive, name, runFileName)))
        .sort()
    : [];

interface Known {
  readonly id: string;
  readonly folder: string;
  readonly state: RunFile['state'];
  readonly record_bytes: number;
  readonly pruned: number;
}

/**
 * Takes in every run of the archive that its history does not have, and those that have gone on since;
 * runs whose folder is gone are marked as pruned. Nothing is written when nothing has changed. Errors:
 * `FB_HISTORY`.
 */
export function takeInRuns(history: HistoryFile): TakenIn {
  const { archive } = history;
  const known = new Map(
    history
      .all<Known>('SELECT id, folder, state, record_bytes, pruned FROM runs')
      .map((run) => [run.id, run]),
  );
  const taken: string[] = [];
  const leftOut: { folder: string; why: string }[] = [];
  const there = new Set<string>();
  for (const folder of runFoldersIn(archive)) {
    try {
      const { id, state } = readRunFile(join(archive, folder));
      there.add(id);
      if (isUpToDate(known.get(id), state, join(archive, folder, recordFileName))) continue;
      insertRun(history, digestRun(archive, folder));
      taken.push(folder);
    } catch (error) {
      if (!(error instanceof BenchError) || error.code !== 'FB_RUN_RECORD') throw error;
      leftOut.push({ folder, why: error.message });
    }
  }
  for (const { id, pruned } of known.values()) {
    const gone = there.has(id) ? 0 : 1;
    if (gone !== pruned) history.write('UPDATE runs SET pruned = ? WHERE id = ?', gone, id);
  }
  return { taken, leftOut };
}

/** A run that was open is looked at again when it was concluded, or has come further. */
function isUpToDate(known: Known | undefined, state: RunFile['state'], record: string): boolean {
  if (!known) return false;
  if (known.state === 'concluded') return true;
  return (
    state === 'open' && statSync(record, { throwIfNoEntry: false })?.size === known.record_bytes
  );
}
