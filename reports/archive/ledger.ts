import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { BenchError } from '#core';
import { runFileName } from './run-file.ts';

const entrySchema = z.strictObject({
  id: z.uuid(),
  /** The run's folder, from the archive's. */
  folder: z.string(),
  /** The SHA-256 of `run.json` once the run was concluded. */
  sha256: z.string().optional(),
});

/** One run on a rig, as the ledger of its archive has it; it stays when the run's folder goes. */
export type LedgerEntry = z.infer<typeof entrySchema>;

/** The run before another one: which, and the SHA-256 of what its `run.json` says. */
export interface PreviousRun {
  readonly number: number;
  readonly id: string;
  readonly sha256: string;
}

/** Where the ledger of a rig is: a file a run, numbered from 1. */
const ledgerOf = (archive: string, rig: string): string => join(archive, 'ledger', rig);

const fileOf = (number: number): string => `${String(number).padStart(6, '0')}.json`;

/**
 * Enters a run as the next one of its rig. Two runs that begin at once get different numbers.
 * Errors: `FB_RUN_RECORD`.
 */
export function enterRun(
  archive: string,
  rig: string,
  run: { readonly id: string; readonly folder: string },
): { readonly number: number; readonly previous: PreviousRun | null } {
  const ledger = ledgerOf(archive, rig);
  try {
    mkdirSync(ledger, { recursive: true });
    for (;;) {
      const last = lastOf(ledger);
      const number = last + 1;
      const previous = last === 0 ? null : previousRun(archive, rig, last);
      const entry: LedgerEntry = { id: run.id, folder: relative(archive, run.folder) };
      try {
        writeFileSync(join(ledger, fileOf(number)), textOf(entry), { flag: 'wx' });
        return { number, previous };
      } catch (error) {
        // Another run has begun meanwhile.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  } catch (cause) {
    if (cause instanceof BenchError) throw cause;
    throw new BenchError('FB_RUN_RECORD', `Cannot enter the run in the ledger ${ledger}.`, {
      hint: 'Is the folder writable, and is there space on the disk?',
      cause,
    });
  }
}

/** Notes what the `run.json` of a concluded run says, so that the next one can name it. */
export function sealRun(archive: string, rig: string, number: number, runFile: string): void {
  const entry = readEntry(archive, rig, number);
  const path = join(ledgerOf(archive, rig), fileOf(number));
  writeFileSync(path, textOf({ ...entry, sha256: hash('sha256', runFile) }));
}

/** Reads the entry of a run. Errors: `FB_RUN_RECORD` with its path. */
export function readEntry(archive: string, rig: string, number: number): LedgerEntry {
  const path = join(ledgerOf(archive, rig), fileOf(number));
  try {
    return entrySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `The ledger entry ${path} cannot be read.`, {
      hint: 'It was changed by hand. Put it back, or begin a new archive with --out.',
      cause,
    });
  }
}

function previousRun(archive: string, rig: string, number: number): PreviousRun {
  const { id, folder, sha256 } = readEntry(archive, rig, number);
  return { number, id, sha256: sha256 ?? digestOf(resolve(archive, folder, runFileName)) };
}

/** What is gone has the digest of nothing: it shows as such. */
function digestOf(path: string): string {
  try {
    return hash('sha256', readFileSync(path));
  } catch {
    return hash('sha256', '');
  }
}

const textOf = (entry: LedgerEntry): string => `${JSON.stringify(entry)}\n`;

function lastOf(ledger: string): number {
  const numbers = readdirSync(ledger).flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);
  return Math.max(0, ...numbers.map(Number));
}
