import { readSync, writeSync } from 'node:fs';
import type { SerialPort } from 'serialport';
import { BenchError } from '#core';
import { type ByteCarrier, copyOfFirst, Ears } from './byte-carrier.ts';

export interface SerialOptions {
  readonly path: string;
  readonly baudRate: number;
}

const lineEnd = Uint8Array.of(0x0a);
const readLength = 64 * 1024;
const sent = Promise.resolve();

/** The same bytes over a serial line, 8N1 without flow control. Errors: FB_LINK_OPEN, FB_SERIAL_BUSY. */
export async function openSerial({ path, baudRate }: SerialOptions): Promise<ByteCarrier> {
  // The library takes a tenth of a second to load: only rigs on a serial line pay.
  const { SerialPort } = await import('serialport');
  const name = `serial ${path}`;
  const port: Port = await SerialPort.binding.open({ path, baudRate }).catch((cause: unknown) => {
    throw cannotOpen(name, path, cause);
  });
  const flush = (): Promise<void> => port.flush().catch(() => undefined);
  // What an earlier program has left lying; a pty has nothing to flush.
  await flush();
  const ears = new Ears();
  if ('poller' in port) hearAtOnce(port, ears);
  else void hear(port, ears);
  const send = sender(port);
  let closing: Promise<void> | undefined;
  return {
    name,
    send,
    listen: (onBytes, onEnd) => ears.listen(onBytes, onEnd),
    clear: async () => {
      await flush();
      await send(lineEnd);
    },
    close: () => {
      ears.end();
      closing ??= port.isOpen ? port.close().catch(() => undefined) : Promise.resolve();
      return closing;
    },
  };
}

type Port = Awaited<ReturnType<typeof SerialPort.binding.open>>;

/** A port whose file says when it can be read: everywhere but on Windows. */
type PolledPort = Extract<Port, { readonly poller: unknown }>;

/**
 * Hears bytes in the turn in which they arrive. The library itself reads and writes in threads of
 * the pool, and each change of thread takes longer than the meter does.
 */
function hearAtOnce(port: PolledPort, ears: Ears): void {
  const room = Buffer.allocUnsafe(readLength);
  const take = (failed: Error | null): void => {
    const count = failed ?? atOnce(() => readSync(port.fd ?? -1, room));
    if (count instanceof Error) ears.end(count);
    // A line that was hung up has an end, as a file has.
    else if (count === 0) ears.end();
    else if (count !== 'later') ears.hear(copyOfFirst(room, count));
    if (!ears.ended) port.poller.once('readable', take);
  };
  port.poller.once('readable', take);
}

async function hear(port: Port, ears: Ears): Promise<void> {
  try {
    while (!ears.ended) {
      const { buffer, bytesRead } = await port.read(Buffer.alloc(readLength), 0, readLength);
      ears.hear(buffer.subarray(0, bytesRead));
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    ears.end(error);
  }
}

/** Sends what the line has room for at once, and leaves the rest to the library. */
function sender(port: Port): (bytes: Uint8Array) => Promise<void> {
  let rest: Promise<void> | undefined;
  return (bytes) => {
    const fd = 'poller' in port ? port.fd : null;
    const taken = rest || fd === null ? 'later' : atOnce(() => writeSync(fd, bytes));
    if (taken instanceof Error) return Promise.reject(taken);
    if (taken === bytes.length) return sent;
    const left = Buffer.from(taken === 'later' ? bytes : bytes.subarray(taken));
    const mine = (rest ?? sent)
      .then(() => port.write(left))
      .finally(() => {
        if (rest === mine) rest = undefined;
      });
    rest = mine;
    return mine;
  };
}

/** How many bytes a call on a file that never waits has moved. */
function atOnce(call: () => number): number | 'later' | Error {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'code' in error && error.code === 'EAGAIN' ? 'later' : error;
  }
}

function cannotOpen(name: string, path: string, cause: unknown): BenchError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const details = { context: { path }, cause };
  if (/lock port|busy/i.test(said)) {
    return new BenchError('FB_SERIAL_BUSY', `${name} is used by another program`, {
      hint: `"fuser ${path}" names it`,
      ...details,
    });
  }
  return new BenchError('FB_LINK_OPEN', `cannot open ${name}: ${said}`, {
    hint: /denied|EACCES/i.test(said)
      ? 'the user must be in the group of the device, or have the udev rule: docs/usb.md'
      : 'is the cable plugged in, and is it that path? "ls -l /dev/serial/by-id" names what is there',
    ...details,
  });
}
