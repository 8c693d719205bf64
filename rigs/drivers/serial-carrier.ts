import { BenchError } from '#core';
import { type ByteCarrier, Ears } from './byte-carrier.ts';

export interface SerialOptions {
  readonly path: string;
  readonly baudRate: number;
}

const lineEnd = Uint8Array.of(0x0a);

type Done = (error: Error | null | undefined) => void;

/** The same bytes over a serial line, 8N1 without flow control. Errors: FB_LINK_OPEN, FB_SERIAL_BUSY. */
export async function openSerial({ path, baudRate }: SerialOptions): Promise<ByteCarrier> {
  // The library takes a tenth of a second to load: only rigs on a serial line pay.
  const { SerialPort } = await import('serialport');
  const name = `serial ${path}`;
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  const ears = new Ears();
  // Without a listener from the start a cable that is pulled would not be noticed.
  port.on('data', (bytes: Uint8Array) => ears.hear(bytes));
  port.on('error', (error) => ears.end(error));
  // It may come twice.
  port.on('close', (why: Error | null) => ears.end(why ?? undefined));
  await settled((done) => port.open(done)).catch((cause: unknown) => {
    throw cannotOpen(name, path, cause);
  });
  // What an earlier program has left lying; a pty has nothing to flush.
  await settled((done) => port.flush(done)).catch(() => undefined);
  const send = (bytes: Uint8Array): Promise<void> =>
    settled((done) => port.write(bytes as Buffer, undefined, done));
  let closing: Promise<void> | undefined;
  return {
    name,
    send,
    listen: (onBytes, onEnd) => ears.listen(onBytes, onEnd),
    clear: async () => {
      await settled((done) => port.flush(done)).catch(() => undefined);
      await send(lineEnd);
    },
    close: () => {
      closing ??= port.isOpen
        ? settled((done) => port.close(done)).catch(() => undefined)
        : Promise.resolve();
      return closing;
    },
  };
}

function settled(act: (done: Done) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  act((error) => (error ? reject(error) : resolve()));
  return promise;
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
