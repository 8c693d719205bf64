import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { BenchError } from '#core';

export interface MemoryLock {
  /** Again is no error. */
  release(): void;
}

const heldHere = new Set<string>();

/**
 * Makes `<path>.lock` with this process's number in it. A lock whose process has died is taken over.
 * Errors: FB_MEMORY_FILE when the memory is in use or the path cannot be used.
 */
export function lockMemory(path: string): MemoryLock {
  const lock = `${path}.lock`;
  if (heldHere.has(lock)) throw inUse(path, process.pid);
  for (let attempt = 0; !made(path, lock); attempt += 1) {
    const holder = holderOf(lock);
    if (attempt === 3 || (holder !== process.pid && isAlive(holder))) throw inUse(path, holder);
    rmSync(lock, { force: true });
  }
  heldHere.add(lock);
  return {
    release() {
      if (heldHere.delete(lock)) rmSync(lock, { force: true });
    },
  };
}

function made(path: string, lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    try {
      writeSync(file, String(process.pid));
    } finally {
      closeSync(file);
    }
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw new BenchError('FB_MEMORY_FILE', `cannot keep a meter's memory at ${path}`, {
      hint: 'name a file in a folder that exists and may be written',
      context: { path },
      cause,
    });
  }
}

/** The number in a lock; 0 when there is none. */
function holderOf(lock: string): number {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // A process of another user may not be signalled, yet it is there.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

const inUse = (path: string, pid: number): BenchError =>
  new BenchError('FB_MEMORY_FILE', `the memory ${path} is in use by process ${pid}`, {
    hint: `stop that meter or give this one another file; if it is gone, remove ${path}.lock`,
    context: { path, pid },
  });
