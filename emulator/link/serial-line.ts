import { once } from 'node:events';
import { BenchError, type Clock, type Millis, SystemClock } from '#core';
import { DialectLine } from './dialect-line.ts';
import type { Slot } from './slot.ts';
import { usualLinkLimits } from './tcp-server.ts';

export interface SerialOptions {
  readonly baudRate?: number;
  /** How long an answer may lie before the line is taken for dead and what was to be sent is dropped. */
  readonly unreadMs?: Millis;
  readonly clock?: Clock;
}

/** A slot on a serial line. */
export interface SerialLine extends AsyncDisposable {
  readonly path: string;
  /** Resolves when the line is closed, be it that its cable was pulled. */
  readonly closed: Promise<void>;
}

/** Serves a slot on a serial port: 8N1, no flow control. Errors: FB_PORT when it cannot be opened. */
export async function openSerialLine(
  slot: Slot,
  path: string,
  options: SerialOptions = {},
): Promise<SerialLine> {
  const { baudRate = 115_200, clock = new SystemClock() } = options;
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => {
      if (error) reject(unopened(path, error));
      else resolve();
    });
  });
  port.on('error', (error) => slot.report(error));
  const closed = once(port, 'close').then(() => undefined);
  const line = new DialectLine(slot, `serial ${path}`, {
    send: async (bytes) => {
      if (!port.isOpen || port.write(bytes)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = clock.setTimeout(
        () => port.flush(() => resolve()),
        options.unreadMs ?? usualLinkLimits.unreadMs,
      );
      port.once('drain', resolve).once('close', resolve);
      await promise;
      clock.clearTimeout(timer);
      port.off('drain', resolve).off('close', resolve);
    },
    pause: () => port.pause(),
    resume: () => port.resume(),
  });
  port.on('data', (bytes: Buffer) => line.push(bytes));
  port.on('close', () => line.close());
  return {
    path,
    closed,
    [Symbol.asyncDispose]: async () => {
      if (!port.isOpen) return;
      port.close();
      await closed;
    },
  };
}

const unopened = (path: string, cause: Error): BenchError =>
  new BenchError('FB_PORT', `cannot open the serial line ${path}: ${cause.message}`, {
    hint: 'check that it is there, that you may use it (group dialout), and that no other program does',
    context: { path },
    cause,
  });
