import { open } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import { expect, onTestFinished, test } from 'vitest';
import { SystemClock } from '#core';
import { openPty } from './pty.ts';
import { openSerialLine } from './serial-line.ts';
import { openSlot } from './slot.test-data.ts';

async function serve() {
  const slot = await openSlot();
  const line = await openPty(slot);
  onTestFinished(async () => {
    await line[Symbol.asyncDispose]();
    await slot[Symbol.asyncDispose]();
  });
  return { slot, line };
}

/** Opens a port, asks, and resolves with what came up to so many bytes of it. */
async function ask(path: string, question: string, enough = 1): Promise<Buffer> {
  const port = new SerialPort({ path, baudRate: 115_200 });
  let answer = Buffer.alloc(0);
  const { promise, resolve } = Promise.withResolvers<void>();
  port.on('data', (bytes: Buffer) => {
    answer = Buffer.concat([answer, bytes]);
    if (answer.length >= enough && answer.at(-1) === 10) resolve();
  });
  port.write(question);
  await promise;
  await new Promise((closed) => port.close(closed));
  return answer;
}

test('clients of a pseudo terminal come and go, and nothing is echoed', async () => {
  const { line, slot } = await serve();
  expect(String(await ask(line.path, 'PAN:KEY 1,MENU;SEQ?\n'))).toBe('1\n');
  expect(String(await ask(line.path, 'PAN:SEQ?;:SYST:LOCK:OWN?\n'))).toBe(
    `1;"serial ${line.path}"\n`,
  );
  expect(slot.once.last).toBe(1);
});

test('a client that sets no modes of its own is not echoed either', async () => {
  const { line } = await serve();
  await using file = await open(line.path, 'r+');
  const ask = async (question: string): Promise<string> => {
    await file.write(`${question}\n`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, null);
    return buffer.toString('latin1', 0, bytesRead);
  };
  expect(await ask('*IDN?')).toBe('Quadient,IS-440,440000123,1.0.0-emu\n');
  expect(await ask('*OPC?;:SYST:ERR?')).toBe('1;0,"No error"\n');
});

test('more messages at once than may wait are held up, and each is answered', async () => {
  const { line } = await serve();
  expect(String(await ask(line.path, '*OPC?\n'.repeat(3000), 6000))).toBe('1\n'.repeat(3000));
});

test('every byte passes as it is, also more than the terminal holds', async () => {
  const { line, slot } = await serve();
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  await slot.stick?.write('ALL.BIN', bytes);
  const answer = await ask(line.path, 'MMEM:DATA? "ALL.BIN"\n', 100_009);
  expect(Buffer.from(bytes).equals(answer.subarray(8, -1))).toBe(true);
});

test('an answer that nobody reads is dropped after a while, and others are answered', async () => {
  const slot = await openSlot();
  const line = await openPty(slot, { unreadMs: 20, clock: new SystemClock() });
  onTestFinished(async () => {
    await line[Symbol.asyncDispose]();
    await slot[Symbol.asyncDispose]();
  });
  const port = new SerialPort({ path: line.path, baudRate: 115_200 });
  port.pause();
  port.write('EMUL:STIC:IMAG?\n');
  port.write('PAN:KEY 1,MENU\n');
  await new Promise<void>((resolve) => slot.onFrame(() => resolve()));
  await new Promise((closed) => port.close(closed));
  expect(slot.once.last).toBe(1);
});

test('a slot is put on a serial port that is there', async () => {
  const { line } = await serve();
  const other = await openSlot();
  const serial = await openSerialLine(other, line.path);
  await serial[Symbol.asyncDispose]();
  await serial.closed;
  await expect(openSerialLine(other, '/dev/no-such-port')).rejects.toThrow(/FB_PORT/);
  await other[Symbol.asyncDispose]();
});
