import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { BenchError, type Millis } from '#core';
import { historyMark, historyVersion, schema } from './schema.ts';
import { sqlite } from './sqlite.ts';

export const historyFileName = 'history.db';

/** What is bound to the `?` of a statement. */
export type Value = SQLInputValue;

/** How long one run waits for another that writes at the same time. */
const patience: Millis = 10_000;

/** Where the history of an archive is: beside the folders of its runs. */
export const historyPath = (archive: string): string => join(archive, historyFileName);

export const hasHistory = (archive: string): boolean => existsSync(historyPath(archive));

/**
 * The history of an archive, open. Several programs may have it open at once. What fails in it is
 * `FB_HISTORY`.
 */
export class HistoryFile implements Disposable {
  readonly archive: string;
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  /** Opens it and makes it where there is none; one of an older version is begun anew. */
  constructor(archive: string) {
    this.archive = archive;
    this.path = historyPath(archive);
    const opened = this.#guarded('open', () => this.#open());
    if (opened !== 'older') {
      this.#database = opened;
      return;
    }
    setHistoryAside(archive);
    const anew = this.#guarded('open', () => this.#open());
    if (anew === 'older') throw unusable(this.path, 'open');
    this.#database = anew;
  }

  /** The rows that a query finds; T says which columns of our own tables it asks for. */
  all<T>(query: string, ...values: readonly Value[]): readonly T[] {
    const rows: unknown = this.#guarded('read', () => this.#prepare(query).all(...values));
    return rows as readonly T[]; // the tables are strict, and the query names its columns
  }

  /** Changes rows. */
  write(statement: string, ...values: readonly Value[]): void {
    this.#guarded('write', () => this.#prepare(statement).run(...values));
  }

  /** Does all of it or nothing, while nobody else writes. */
  atOnce<T>(work: () => T): T {
    this.write('BEGIN IMMEDIATE');
    try {
      const done = work();
      this.write('COMMIT');
      return done;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  #prepare(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known) return known;
    const prepared = this.#database.prepare(text);
    this.#prepared.set(text, prepared);
    return prepared;
  }

  #open(): DatabaseSync | 'older' {
    const { DatabaseSync } = sqlite();
    const database = new DatabaseSync(this.path, { timeout: patience });
    try {
      if (settle(database, this.path) === 'older') {
        database.close();
        return 'older';
      }
      return database;
    } catch (error) {
      if (database.isOpen) database.close();
      throw error;
    }
  }

  #guarded<T>(doing: 'open' | 'read' | 'write', work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw cause instanceof BenchError ? cause : unusable(this.path, doing, cause);
    }
  }
}

/**
 * Puts the history of an archive aside, as `history.db.before`; one that was put aside before is gone
 * then. A program that has it open goes on in the old one.
 */
export function setHistoryAside(archive: string): void {
  const path = historyPath(archive);
  try {
    for (const tail of ['', '-wal', '-shm']) {
      rmSync(`${path}.before${tail}`, { force: true });
      if (existsSync(`${path}${tail}`)) renameSync(`${path}${tail}`, `${path}.before${tail}`);
    }
  } catch (cause) {
    throw new BenchError('FB_HISTORY', `Cannot put ${path} aside.`, {
      hint: 'Is the folder writable?',
      cause,
    });
  }
}

/** Makes the tables where there are none, and looks whether they are of this version. */
function settle(database: DatabaseSync, path: string): 'settled' | 'older' {
  const number = (pragma: string): number =>
    Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  // Setting it needs the file for itself: not where it was set before.
  const [mode] = Object.values(database.prepare('PRAGMA journal_mode').get() ?? {});
  if (mode !== 'wal') database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  if (number('application_id') !== historyMark) {
    database.exec('BEGIN IMMEDIATE');
    // Another run may have made them meanwhile.
    if (number('application_id') !== historyMark) {
      if (number('schema_version') !== 0) throw notOurs(path);
      database.exec(schema);
      database.exec(`PRAGMA application_id = ${historyMark}`);
      database.exec(`PRAGMA user_version = ${historyVersion}`);
    }
    database.exec('COMMIT');
  }
  const version = number('user_version');
  if (version > historyVersion) throw tooNew(path, version);
  return version < historyVersion ? 'older' : 'settled';
}

const rebuild = '"frankbench history --rebuild" makes it anew from the runs that are there';

const notOurs = (path: string): BenchError =>
  new BenchError('FB_HISTORY', `${path} is a database, but no history of runs.`, {
    hint: `${rebuild}; the file is kept as ${historyFileName}.before.`,
  });

const tooNew = (path: string, version: number): BenchError =>
  new BenchError(
    'FB_HISTORY',
    `${path} is of version ${version}; this program knows version ${historyVersion}.`,
    { hint: `Use the newer program, or begin again: ${rebuild}.` },
  );

function unusable(path: string, doing: string, cause?: unknown): BenchError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new BenchError('FB_HISTORY', `Cannot ${doing} the history ${path}${why}.`, {
    hint: `Is the folder writable, and is there space on the disk? If the file is broken: ${rebuild}.`,
    cause,
  });
}
