import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { VirtualClock } from '#core';
import type { Operation } from '#protocol';
import { readReply, type ServerMessage, writeRequest } from '#protocol/json';
import { openSlot } from './slot.test-data.ts';
import { listenWebSocket, type WebSocketOptions } from './web-socket.ts';

const token = 'a-token-of-24-characters';
const bearer = { headers: { authorization: `Bearer ${token}` } };

async function serve(options: WebSocketOptions = {}) {
  const slot = await openSlot();
  const server = await listenWebSocket(slot, { token, ...options });
  const opened: WebSocket[] = [];
  onTestFinished(async () => {
    for (const socket of opened) socket.terminate();
    await server[Symbol.asyncDispose]();
    await slot[Symbol.asyncDispose]();
  });
  /** A client that has been let in, or the code with which it was not. */
  const knock = async (settings: ClientOptions, protocols: string[] = [], url = server.url) => {
    const socket = new WebSocket(url, protocols, settings);
    opened.push(socket);
    const talk = conversation(socket);
    const { promise, resolve } = Promise.withResolvers<typeof talk | number>();
    socket.on('error', () => undefined);
    socket.once('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
    socket.once('open', () => resolve(talk));
    return promise;
  };
  const client = async () => {
    const talk = await knock(bearer);
    if (typeof talk === 'number') throw new Error(`refused with ${talk}`);
    return talk;
  };
  return { slot, server, knock, client };
}

function conversation(socket: WebSocket) {
  const told: ServerMessage[] = [];
  let look: () => void = () => undefined;
  socket.on('message', (data: Buffer) => {
    told.push(readReply(data.toString('utf8')));
    look();
  });
  const next = async (kind: ServerMessage['kind']): Promise<ServerMessage> => {
    for (;;) {
      const index = told.findIndex((message) => message.kind === kind);
      const [found] = index < 0 ? [] : told.splice(index, 1);
      if (found) return found;
      await new Promise<void>((resolve) => {
        look = resolve;
      });
    }
  };
  const ask = (operations: readonly Operation[]): Promise<ServerMessage> => {
    socket.send(writeRequest({ id: 1, do: operations }));
    return next('reply');
  };
  return { socket, next, ask };
}

test('a client is answered, and sees every frame with its time', async () => {
  const { client } = await serve();
  const a = await client();
  expect(await a.next('push')).toMatchObject({
    frame: { frame: 1 },
    at: '2026-01-05T09:00:00.000',
  });
  a.socket.send(
    writeRequest({
      id: 7,
      once: 1,
      do: [{ op: 'press', seq: 1, key: 'MENU' }, { op: 'sequence' }],
    }),
  );
  expect(await a.next('push')).toMatchObject({ frame: { frame: 2, title: 'Main Menu' } });
  expect(await a.next('reply')).toMatchObject({ id: 7, answers: [null, 1], error: null });
});

test('others see the frames too, and are refused the keys', async () => {
  const { client } = await serve();
  const [a, b] = [await client(), await client()];
  await b.next('push');
  a.socket.send(writeRequest({ id: 1, do: [{ op: 'press', seq: 1, key: 'MENU' }] }));
  expect(await b.next('push')).toMatchObject({ frame: { title: 'Main Menu' } });
  b.socket.send(writeRequest({ id: 2, do: [{ op: 'press', seq: 2, key: 'OK' }] }));
  expect(await b.next('reply')).toMatchObject({ id: 2, answers: [], error: { code: -203, at: 0 } });
  a.socket.close();
  await once(a.socket, 'close');
  b.socket.send(writeRequest({ id: 3, do: [{ op: 'identify' }] }));
  await b.next('reply');
  b.socket.send(writeRequest({ id: 4, do: [{ op: 'press', seq: 2, key: 'OK' }] }));
  expect(await b.next('reply')).toMatchObject({ id: 4, error: null });
});

test('only who has the token is let in, and only pages from where they may come', async () => {
  const origin = 'http://127.0.0.1:8080';
  const { knock, server } = await serve({ origins: [origin] });
  const panel = 'frankbench.panel.v1';
  expect(await knock({})).toBe(401);
  expect(await knock({ headers: { authorization: 'Bearer x' } })).toBe(401);
  expect(await knock({}, [panel, 'token.wrong'])).toBe(401);
  expect(await knock({ ...bearer, origin: 'http://evil.example' })).toBe(403);
  expect(await knock(bearer, [], `ws://${server.address}/other`)).toBe(404);
  const page = await knock({ origin }, [panel, `token.${token}`]);
  expect(page).toMatchObject({ socket: { protocol: panel } });
  const response = await fetch(server.url.replace('ws:', 'http:'));
  expect(response.status).toBe(426);
});

test('no more clients than there may be, and no message longer than it may be', async () => {
  const { client, knock } = await serve({ limits: { connections: 1, messageBytes: 1000 } });
  const a = await client();
  expect(await knock(bearer)).toBe(503);
  a.socket.send('x'.repeat(1001));
  const [code] = await once(a.socket, 'close');
  expect(code).toBe(1009);
});

test('who does not answer a ping is gone', async () => {
  const clock = new VirtualClock();
  const { client, slot } = await serve({ clock });
  const [a, b] = [await client(), await client()];
  await a.ask([{ op: 'press', seq: 1, key: 'MENU' }]);
  a.socket.pause();
  for (let pings = 0; pings < 3; pings += 1) {
    // The answer to a ping is on its way before the question.
    expect(await b.ask([{ op: 'sequence' }])).toMatchObject({ answers: [1] });
    clock.advance(30_000);
  }
  while (slot.hold.owner() !== '') await b.ask([{ op: 'sequence' }]);
  a.socket.resume();
  await once(a.socket, 'close');
});

test('who does not read is cut off', async () => {
  const { client, slot } = await serve({ limits: { unreadBytes: 1000 } });
  const [a, b] = [await client(), await client()];
  await a.ask([{ op: 'press', seq: 1, key: 'MENU' }]);
  a.socket.pause();
  for (let id = 0; id < 4; id += 1) a.socket.send(writeRequest({ id, do: [{ op: 'stickImage' }] }));
  while (slot.hold.owner() !== '') await b.ask([{ op: 'sequence' }]);
  a.socket.resume();
  await once(a.socket, 'close');
  // Images of sticks, as text: longer than what the host keeps for a socket.
}, 30_000);

test('a token that a browser cannot send is refused', async () => {
  const slot = await openSlot();
  onTestFinished(() => slot[Symbol.asyncDispose]());
  await expect(listenWebSocket(slot, { token: 'too short' })).rejects.toThrow(/FB_USAGE/);
});
