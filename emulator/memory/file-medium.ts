import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BenchError } from '#core';
import { lockMemory, type MemoryLock } from './lock.ts';
import type { BankName, Medium } from './medium.ts';

/**
 * Memory in two files, `<path>.a` and `<path>.b`, each write forced to the disk; `<path>.lock` keeps
 * other processes, and other meters of this one, away until it is closed.
 * Errors: FB_MEMORY_FILE for a path that cannot be used or is in use.
 */
export class FileMedium implements Medium {
  readonly name: string;
  readonly #lock: MemoryLock;

  constructor(path: string) {
    this.name = resolve(path);
    this.#lock = lockMemory(this.name);
    try {
      this.read('a');
      this.read('b');
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  read(bank: BankName): Uint8Array {
    const path = `${this.name}.${bank}`;
    try {
      return readFileSync(path);
    } catch (cause) {
      if (isMissing(cause)) return new Uint8Array();
      throw unusable('read', path, cause);
    }
  }

  write(bank: BankName, bytes: Uint8Array): void {
    const path = `${this.name}.${bank}`;
    try {
      const isNew = writeInPlace(path, bytes);
      if (isNew) syncFolder(dirname(path));
    } catch (cause) {
      throw unusable('write', path, cause);
    }
  }

  close(): void {
    this.#lock.release();
  }
}

/** True when the file was made. */
function writeInPlace(path: string, bytes: Uint8Array): boolean {
  const old = openOld(path);
  const file = old ?? openSync(path, 'w');
  try {
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(file, bytes, at, bytes.length - at, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return old === undefined;
}

function openOld(path: string): number | undefined {
  try {
    return openSync(path, 'r+');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

/** A new file's name must reach the disk too; systems that cannot force a folder do it themselves. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

const unusable = (act: string, path: string, cause: unknown): BenchError =>
  new BenchError('FB_MEMORY_FILE', `cannot ${act} the memory file ${path}: ${reasonOf(cause)}`, {
    hint: 'name a file in a folder that exists and may be written',
    context: { path },
    cause,
  });

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
