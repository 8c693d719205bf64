import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ReadStream } from 'node:tty';
import { BenchError, type Clock, type Millis, SystemClock } from '#core';
import { DialectLine } from './dialect-line.ts';
import type { Slot } from './slot.ts';
import { usualLinkLimits } from './tcp-server.ts';

const require = createRequire(import.meta.url);

interface PtyLibrary {
  open(
    columns: number,
    rows: number,
  ): { readonly master: number; readonly slave: number; readonly pty: string };
}

export interface PtyOptions {
  /** How long an answer may lie unread before the rest of it is dropped. */
  readonly unreadMs?: Millis;
  readonly clock?: Clock;
}

/** A slot at a pseudo terminal: clients open `path` as a serial port. */
export interface PtyLine extends AsyncDisposable {
  readonly path: string;
}

/** Serves a slot at a new pseudo terminal. Errors: FB_PORT where there are none. */
export async function openPty(slot: Slot, options: PtyOptions = {}): Promise<PtyLine> {
  const { clock = new SystemClock(), unreadMs = usualLinkLimits.unreadMs } = options;
  const { master, slave, pty: path } = opened();
  // The other end stays open here, so that clients can come and go, and nothing is echoed.
  const kept = new ReadStream(slave);
  kept.setRawMode(true);
  // Past the machinery of streams, of which nothing is wanted here.
  const input = new ReadStream(master, {
    onread: {
      buffer: Buffer.allocUnsafe(readLength),
      callback: (count, buffer) => {
        // The buffer is used again for what comes next.
        line.push(Buffer.from(buffer.subarray(0, count)));
        return true;
      },
    },
  });
  let closed = false;
  const line = new DialectLine(slot, `serial ${path}`, {
    send: (bytes) => sent(bytes),
    pause: () => input.pause(),
    resume: () => input.resume(),
  });

  /** Writes what the terminal has room for, and the rest as its client reads. */
  async function sent(bytes: Uint8Array): Promise<void> {
    let late = clock.now() + unreadMs;
    for (let at = 0; at < bytes.length && !closed; ) {
      const taken = writtenTo(master, bytes.subarray(at));
      at += taken;
      if (taken > 0) late = clock.now() + unreadMs;
      else if (clock.now() >= late) return;
      else await pause(clock, roomMs);
    }
  }

  input.resume();
  // The last client of a terminal that is gone.
  input.on('error', (error) => slot.report(error));
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      if (closed) return;
      closed = true;
      line.close();
      input.destroy();
      kept.destroy();
    },
  };
}

const readLength = 64 * 1024;

/** How often it is looked whether a full terminal has room again. */
const roomMs: Millis = 2;

function pause(clock: Clock, duration: Millis): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  clock.setTimeout(resolve, duration);
  return promise;
}

/** How many bytes were taken; none while the terminal is full, which never makes this wait. */
function writtenTo(file: number, bytes: Uint8Array): number {
  try {
    return writeSync(file, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    throw error;
  }
}

function opened(): ReturnType<PtyLibrary['open']> {
  const name = `@lydell/node-pty-${process.platform}-${process.arch}`;
  try {
    const library: PtyLibrary = require(`${name}/pty.node`);
    return library.open(80, 24);
  } catch (cause) {
    throw new BenchError('FB_PORT', 'cannot open a pseudo terminal', {
      hint: `it needs the package ${name}, which "npm ci" brings where there is one`,
      cause,
    });
  }
}
