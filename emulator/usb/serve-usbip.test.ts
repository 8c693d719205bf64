import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import {
  type ImportReply,
  operationStatus,
  readImportReply,
  readListReply,
  transferErrors,
  writeImportRequest,
  writeListRequest,
} from '#protocol/usbip';
import { serveUsbip, type UsbipServer } from './serve-usbip.ts';
import { testSlot, UsbHost } from './usb-host.test-data.ts';
import { UsbMeter } from './usb-meter.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const meters = async (...serials: readonly string[]): Promise<readonly UsbMeter[]> =>
  Promise.all(serials.map(async (serial) => new UsbMeter((await testSlot(serial)).slot)));

const to = ({ address, port }: UsbipServer): Socket => {
  const socket = port === 0 ? connect(address) : connect(port, '127.0.0.1');
  return socket.on('error', () => undefined);
};

/** Resolves when a connection is over, in whatever way. */
function gone(socket: Socket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on('close', () => resolve());
  return promise;
}

async function list(server: UsbipServer): Promise<readonly string[]> {
  const socket = to(server);
  const parts: Uint8Array[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.write(writeListRequest());
  await gone(socket);
  return readListReply(Buffer.concat(parts));
}

/** Imports a device; `host` carries its transfers. */
async function attach(server: UsbipServer, busid: string) {
  const socket = to(server);
  const { promise, resolve } = Promise.withResolvers<ImportReply | undefined>();
  let head = Buffer.alloc(0);
  let host: UsbHost | undefined;
  socket.on('data', (part) => {
    if (host) {
      host.push(part);
      return;
    }
    head = Buffer.concat([head, part]);
    const reply = readImportReply(head)?.reply;
    if (!reply) return;
    if (reply.status === 'imported') {
      host = new UsbHost(reply.deviceId, (request) => socket.write(request));
    }
    resolve(reply);
  });
  socket.on('close', () => resolve(undefined));
  socket.write(writeImportRequest(busid));
  const reply = await promise;
  return { socket, reply, host };
}

async function plugged(server: UsbipServer, busid: string) {
  const { socket, host } = await attach(server, busid);
  if (!host) throw new Error(`${busid} was not handed out`);
  await host.configure();
  return { socket, host };
}

async function identity(host: UsbHost): Promise<string> {
  await host.out(4, bytes('*IDN?\n'));
  return new TextDecoder().decode((await host.in(4, 512)).data);
}

test('two meters are two devices of one server', async () => {
  await using server = await serveUsbip(await meters('440000001', '440000002'), { port: 0 });
  expect(await list(server)).toEqual(['1-1', '1-2']);
  const hosts = await Promise.all(server.busids.map((busid) => plugged(server, busid)));
  const told = await Promise.all(hosts.map(({ host }) => identity(host)));
  expect(told.map((each) => each.split(',')[2])).toEqual(['440000001', '440000002']);
  for (const { socket } of hosts) socket.destroy();
});

test('a socket of the file system does as well, and is gone when the server is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frankbench-usbip-'));
  const path = join(folder, 'usbip');
  {
    await using server = await serveUsbip(await meters('440000001'), { path });
    expect(server.address).toBe(path);
    const { host } = await plugged(server, '1-1');
    expect(await identity(host)).toContain('440000001');
    await expect(serveUsbip([], { path })).rejects.toMatchObject({ code: 'FB_PORT' });
  }
  expect(existsSync(path)).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a cable that is pulled in the middle of a read ends the connection; plugged in again it works', async () => {
  await using server = await serveUsbip(await meters('440000001'), { port: 0 });
  const { socket, host } = await plugged(server, '1-1');
  await identity(host);
  host.submit({ endpoint: 4, direction: 'in', length: 512 });
  const ended = gone(socket);
  server.unplug('1-1');
  await ended;
  expect(await list(server)).toEqual([]);
  const refused = { status: 'refused', code: operationStatus.noDevice };
  expect((await attach(server, '1-1')).reply).toEqual(refused);
  server.replug('1-1');
  expect(await list(server)).toEqual(['1-1']);
  expect(await identity((await plugged(server, '1-1')).host)).toContain('440000001');
});

test('a device in use is refused to a second host until the first has gone', async () => {
  await using server = await serveUsbip(await meters('440000001'), { port: 0 });
  const first = await plugged(server, '1-1');
  const busy = { status: 'refused', code: operationStatus.deviceBusy };
  expect((await attach(server, '1-1')).reply).toEqual(busy);
  expect(await list(server)).toEqual(['1-1']);
  first.socket.destroy();
  let again = await attach(server, '1-1');
  while (again.reply?.status !== 'imported') again = await attach(server, '1-1');
  again.socket.destroy();
});

test('more connections than the limit are ended, and so are those that import nothing', async () => {
  const clock = new VirtualClock();
  const limits = { connections: 2, importMs: 1_000 };
  await using server = await serveUsbip(await meters('440000001'), { port: 0, limits, clock });
  const { socket, host } = await plugged(server, '1-1');
  const idle = to(server);
  await once(idle, 'connect');
  const third = to(server);
  await gone(third);
  const late = gone(idle);
  clock.advance(1_000);
  await late;
  expect(await identity(host)).toContain('440000001');
  socket.destroy();
});

test('garbage ends its connection and nobody else notices', async () => {
  await using server = await serveUsbip(await meters('440000001'), { port: 0 });
  const { host } = await plugged(server, '1-1');
  const garbage = to(server);
  garbage.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  await gone(garbage);
  expect(await identity(host)).toContain('440000001');
  expect((await host.in(9, 64)).status).toBe(transferErrors.noAnswer);
});

test('it listens where other machines cannot reach it, unless that is said', async () => {
  await expect(serveUsbip([], { host: '0.0.0.0', port: 0 })).rejects.toMatchObject({
    code: 'FB_PORT',
  });
});

test('a device that it does not have is an error of the caller', async () => {
  await using server = await serveUsbip([], { port: 0 });
  expect(() => server.unplug('1-1')).toThrow(expect.objectContaining({ code: 'FB_INTERNAL' }));
});
