import { SerialPort } from 'serialport';
import { BenchError } from '#core';
import type { RawCarrier } from './subject.ts';

/** The bytes of a serial line as they come. Errors: FB_PORT when it cannot be opened. */
export async function openSerialCarrier(path: string, baudRate: number): Promise<RawCarrier> {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  await called((done) => port.open(done)).catch((cause: unknown) => {
    throw new BenchError('FB_PORT', `the serial line ${path} cannot be opened`, {
      hint: 'look at "link" in the rig file, and at who else has it open',
      cause,
    });
  });
  port.on('error', () => undefined);
  return {
    send: async (bytes) => {
      await called((done) => port.write(Buffer.from(bytes), done));
      await called((done) => port.drain(done));
    },
    listen: (onBytes, onEnd) => {
      port.on('data', onBytes);
      port.on('close', onEnd);
    },
    close: async () => {
      if (port.isOpen) await called((done) => port.close(done));
    },
  };
}

async function called(act: (done: (error?: Error | null) => void) => unknown): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  act((error) => (error ? reject(error) : resolve()));
  await promise;
}
