import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import type { Struck } from './actions.ts';
import { joined } from './joined.ts';
import {
  bytesOf,
  cutsOf,
  cutUp,
  planOf,
  textOf,
  trafficOf,
  type WrittenFault,
} from './noise.test-data.ts';
import { Noise } from './noise.ts';
import { openNoiseProxy, type ProxyEvent, type ProxyOptions } from './proxy.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A controller that sends back what it gets, and ends when it is told to. */
async function echo(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function proxied(faults: readonly WrittenFault[], given: Partial<ProxyOptions> = {}) {
  const struck: Struck[] = [];
  const events: ProxyEvent[] = [];
  const news = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  const proxy = await openNoiseProxy({
    noise: new Noise(planOf(faults), (each) => {
      struck.push(each);
      first.resolve();
    }),
    listen: { host: '127.0.0.1', port: 0 },
    to: { host: '127.0.0.1', port: given.to?.port ?? (await echo()) },
    onEvent: (event) => {
      events.push(event);
      if (event.type !== 'opened') news.resolve();
    },
    ...given,
  });
  closers.push(async () => proxy[Symbol.asyncDispose]());
  const open = (): Socket => {
    const socket = connect({ ...proxy.address, noDelay: true }).on('error', () => undefined);
    closers.push(async () => socket.destroy());
    return socket;
  };
  return { proxy, open, struck, events, news: news.promise, strike: first.promise };
}

/** Everything that comes until the other end says it is all. */
async function all(socket: Socket): Promise<string> {
  const parts: Uint8Array[] = [];
  socket.on('data', (bytes) => parts.push(bytes));
  await once(socket, 'close');
  return textOf(joined(parts));
}

/** Waits until so many bytes have come. */
const take = (socket: Socket, count: number): Promise<string> => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let seen = '';
  const hear = (bytes: Uint8Array): void => {
    seen += textOf(bytes);
    if (seen.length < count) return;
    socket.off('data', hear);
    resolve(seen);
  };
  socket.on('data', hear);
  return promise;
};

describe('a noise proxy on TCP', () => {
  test('passes every byte where the plan has no fault, and the ends of both directions', async () => {
    const { open } = await proxied([]);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (seed, cutting) => {
        const [bytes, cuts] = [trafficOf(seed), cutsOf(cutting)];
        const socket = open();
        for (const part of cutUp(bytes, cuts)) socket.write(part);
        socket.end();
        expect(await all(socket)).toBe(textOf(bytes));
      }),
      { numRuns: 30 },
    );
  });

  test('loses, doubles and spoils what the plan says, and tells of it without the bytes', async () => {
    const { open, struck } = await proxied([
      { kind: 'drop', nth: 2, direction: 'to-meter' },
      { kind: 'duplicate', nth: 1, direction: 'to-bench' },
      { kind: 'corrupt', nth: 2, direction: 'to-bench', place: 0, mask: 32 },
    ]);
    const socket = open();
    socket.end('one\ntwo\nsix\n');
    expect(await all(socket)).toBe('one\none\nSix\n');
    expect(struck).toEqual([
      {
        direction: 'to-meter',
        message: 2,
        size: 4,
        fault: { kind: 'drop', direction: 'to-meter', nth: 2 },
      },
      {
        direction: 'to-bench',
        message: 1,
        size: 4,
        fault: { kind: 'duplicate', direction: 'to-bench', nth: 1 },
      },
      {
        direction: 'to-bench',
        message: 2,
        size: 1,
        fault: { kind: 'corrupt', direction: 'to-bench', nth: 2, place: 0, bytes: 1, mask: 32 },
      },
    ]);
  });

  test('delays in its own time', async () => {
    const clock = new VirtualClock();
    const { open, strike } = await proxied(
      [{ kind: 'delay', nth: 2, ms: 60_000, direction: 'to-bench' }],
      { clock },
    );
    const socket = open();
    socket.write('one\ntwo\n');
    expect(await take(socket, 4)).toBe('one\n');
    await strike;
    const late = take(socket, 4);
    clock.advance(60_000);
    expect(await late).toBe('two\n');
  });

  test('closes at a byte, once: the next connection is left alone', async () => {
    const { open } = await proxied([{ kind: 'close', at: 5, direction: 'to-bench' }]);
    const first = open();
    first.write('one\ntwo\n');
    expect(await all(first)).toBe('one\nt');
    const second = open();
    second.end('one\ntwo\n');
    expect(await all(second)).toBe('one\ntwo\n');
  });

  test('lets a program go that gives a stalled connection up', async () => {
    const { open, struck, news } = await proxied([
      { kind: 'stall', nth: 1, direction: 'to-meter' },
    ]);
    const socket = open();
    socket.end('one\n');
    expect(await all(socket)).toBe('');
    expect(struck).toHaveLength(1);
    await news;
  });

  test('refuses one connection too many, and says so', async () => {
    const { open, events, news } = await proxied([], { connections: 1 });
    const first = open();
    first.write('one\n');
    expect(await take(first, 4)).toBe('one\n');
    expect(await all(open())).toBe('');
    await news;
    expect(events).toContainEqual({
      type: 'refused',
      connection: 2,
      why: '1 connections are open',
    });
    first.write('two\n');
    expect(await take(first, 4)).toBe('two\n');
  });

  test('closes the connection of a program when the controller cannot be reached', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    const { open, events, news } = await proxied([], { to: { host: '127.0.0.1', port } });
    expect(await all(open())).toBe('');
    await news;
    expect(events).toEqual([
      { type: 'refused', connection: 1, why: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  test('cuts its connections off when it is closed, and says where it cannot listen', async () => {
    const { open, proxy } = await proxied([]);
    const socket = open();
    socket.write('one\n');
    expect(await take(socket, 4)).toBe('one\n');
    const options = { noise: new Noise(planOf([])), to: proxy.address };
    await expect(openNoiseProxy({ ...options, listen: proxy.address })).rejects.toMatchObject({
      code: 'FB_PORT',
    });
    await proxy[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await all(socket);
  });

  test('reads no more than it can pass on', async () => {
    const { open } = await proxied([]);
    const socket = open();
    const block = bytesOf(`#9${String(20_000_000).padStart(9, '0')}${'x'.repeat(20_000_000)}\n`);
    socket.end(block);
    expect(await all(socket)).toHaveLength(block.length);
  });
});
