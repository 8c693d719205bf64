import { linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { BenchError, SystemClock } from '#core';
import { linkName } from './link-name.ts';
import type { Rig } from './rig.ts';

export interface LockOptions {
  /** What is done with the rig, for whoever wants it meanwhile. */
  readonly command?: string;
  /** Where locks are; the system's folder for temporary files when left out. */
  readonly folder?: string;
}

/** Who has a rig, as its lock says. */
interface Holder {
  readonly pid: number;
  /** When the process began, as its kernel counts; a number is used again sooner or later. */
  readonly started: string;
  readonly user: string;
  readonly since: string;
  readonly command: string;
}

const heldHere = new Set<string>();
const attempts = 5;

/**
 * Takes a rig for this process until it is disposed of, so that no two runs press the keys of one
 * meter. The lock of a process that is gone is taken over. An emulated meter in the bench's own process
 * needs none. Errors: FB_RIG_BUSY with who has it, and since when.
 */
export function lockRig(rig: Pick<Rig, 'link'>, options: LockOptions = {}): Disposable {
  if (rig.link.kind === 'in-process') return { [Symbol.dispose]: () => undefined };
  const { folder = tmpdir(), command = 'frankbench' } = options;
  const address =
    rig.link.kind === 'serial' ? `serial ${realPath(rig.link.path)}` : linkName(rig.link);
  const path = join(folder, `frankbench-${address.replaceAll(/[^\w.-]+/g, '-')}.lock`);
  const own: Holder = {
    pid: process.pid,
    started: startOf(process.pid) ?? '',
    user: userInfo().username,
    since: new Date(new SystemClock().now()).toISOString(),
    command,
  };
  if (heldHere.has(path)) throw busy(address, path, own);
  take(path, address, JSON.stringify(own));
  heldHere.add(path);
  return {
    [Symbol.dispose]: () => {
      if (heldHere.delete(path)) rmSync(path, { force: true });
    },
  };
}

/** `/dev/serial/by-id/…` and `/dev/ttyACM0` are one line. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function take(path: string, address: string, content: string): void {
  const draft = `${path}.${process.pid}`;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (made(path, draft, content, address)) return;
    const seen = read(path);
    if (seen === undefined) continue;
    const holder = holderIn(seen);
    if (holder && isAlive(holder)) throw busy(address, path, holder);
    removeStale(path, draft, seen, address);
  }
  throw busy(address, path, undefined);
}

/** The lock appears with all that is in it, or not at all. */
function made(path: string, draft: string, content: string, address: string): boolean {
  try {
    writeFileSync(draft, content, { flag: 'wx', mode: 0o644 });
    linkSync(draft, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw new BenchError('FB_RIG_BUSY', `cannot take ${address}: no lock can be made at ${path}`, {
      hint: 'is the folder for temporary files writable?',
      cause,
    });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes a dead process's lock away; one that somebody else has made meanwhile is put back. */
function removeStale(path: string, draft: string, seen: string, address: string): void {
  const aside = `${draft}.stale`;
  try {
    renameSync(path, aside);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return;
    throw new BenchError('FB_RIG_BUSY', `cannot take ${address}: ${path} is another user's`, {
      hint: 'its process is gone: let that user, or the administrator, remove the file',
      cause,
    });
  }
  try {
    if (read(aside) !== seen) linkSync(aside, path);
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

function holderIn(content: string): Holder | undefined {
  try {
    const found: Partial<Holder> | null = JSON.parse(content);
    const { pid, started = '', user = '?', since = '?', command = '?' } = found ?? {};
    return typeof pid === 'number' ? { pid, started, user, since, command } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    // A process of another user may not be signalled, yet it is there.
    if (codeOf(cause) !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === undefined || started === '' || now === started;
}

/** When a process began, in ticks of its kernel; `undefined` where that cannot be read. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything; the 22nd field counts from it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

const codeOf = (cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause ? cause.code : undefined;

const busy = (address: string, path: string, holder: Holder | undefined): BenchError =>
  new BenchError(
    'FB_RIG_BUSY',
    holder
      ? `${address} is used by ${holder.user}, process ${holder.pid} ("${holder.command}"), since ${holder.since}`
      : `${address} is being taken by somebody else`,
    { hint: `wait for its end; the lock is ${path}`, context: { address, path } },
  );
