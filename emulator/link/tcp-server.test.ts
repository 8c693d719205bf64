import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { VirtualClock } from '#core';
import { openSlot, serveSlot } from './slot.test-data.ts';
import { listenTcp, type TcpOptions } from './tcp-server.ts';

async function serve(options: TcpOptions = {}) {
  const served = await serveSlot(await openSlot(), options);
  onTestFinished(served.close);
  return served;
}

test('a client on a port asks and works the meter', async () => {
  const { client } = await serve();
  const a = client();
  expect(await a.ask('*IDN?')).toBe('Quadient,IS-440,440000123,1.0.0-emu');
  expect(await a.ask('PAN:KEY 1,MENU;SEQ?;:DISP:FRAM?;:SYST:ERR?')).toBe('1;2;0,"No error"');
});

test('who changes something first holds the panel; another is refused and can watch', async () => {
  const { client } = await serve();
  const [a, b] = [client(), client()];
  expect(await a.ask('PAN:KEY 1,MENU;SEQ?')).toBe('1');
  expect(await b.ask('PAN:KEY 2,OK;:SYST:ERR?')).toMatch(
    /^-203,"Command protected;tcp 127\.0\.0\.1:\d+ since 20.*Z"$/,
  );
  expect(await b.ask('PAN:SEQ?;:DISP:FRAM?')).toBe('1;2');
  expect(await b.ask('DISP:SCR?')).toContain('"title":"Main Menu"');
  expect(await a.ask('SYST:LOCK:REL;OWN?')).toBe('""');
  expect(await b.ask('PAN:KEY 2,OK;:SYST:ERR?')).toBe('0,"No error"');
});

test('a wait of who only watches ends with the key of the other', async () => {
  const { client } = await serve();
  const [a, b] = [client(), client()];
  await a.ask('PAN:KEY 1,MENU;SEQ?');
  expect(await b.ask('*ESE?')).toBe('0');
  b.send('DISP:WAIT? 2,600000\n');
  a.send('PAN:KEY 2,DOWN\n');
  expect(await a.ask('DISP:FRAM?;:SYST:TIME?')).toBe('3;9,0,0');
  expect(await b.line()).toBe('3');
});

test('a reconnect keeps the numbers, and lets another work the panel', async () => {
  const { client, slot } = await serve();
  const a = client();
  await a.ask('PAN:KEY 1,MENU;SEQ?');
  a.socket.destroy();
  await a.closed;
  const b = client();
  expect(await b.ask('PAN:SEQ?;KEY 1,OK;:DISP:FRAM?')).toBe('1;2');
  expect(await b.ask('PAN:KEY 3,OK;:SYST:ERR?')).toContain('-221,"Settings conflict;');
  expect(await b.ask('PAN:KEY 2,OK;SEQ?')).toBe('2');
  expect(slot.once.last).toBe(2);
});

test('one client more than there may be is told so, and the others go on', async () => {
  const { client } = await serve({ limits: { connections: 2 } });
  const [a, b] = [client(), client()];
  await Promise.all([a.ask('*IDN?'), b.ask('*IDN?')]);
  const c = client();
  expect(await c.line()).toBe('-200,"Execution error;2 clients are connected, which is the limit"');
  await c.closed;
  expect(await b.ask('*OPC?')).toBe('1');
});

test('a line that is too long is passed over, and the next is answered', async () => {
  const { client } = await serve();
  const a = client();
  a.send(`PAN:KEY 1,${'M'.repeat(100_000)}\n`);
  expect(await a.ask('SYST:ERR?')).toBe('-363,"Input buffer overrun"');
  expect(await a.ask('PAN:SEQ?')).toBe('0');
});

test('many lines at once are all answered, in their order', async () => {
  const { client } = await serve();
  const a = client();
  a.send(Array.from({ length: 300 }, (_, index) => `PAN:KEY ${index + 1},DOWN;SEQ?\n`).join(''));
  for (let seq = 1; seq <= 300; seq += 1) expect(await a.line()).toBe(String(seq));
});

test.each([
  ['GET / HTTP/1.1\r\nHost: x\r\n\r\nPAN:KEY 1,MENU\n'],
  ["POST /?' HTTP/1.1\r\n\r\nPAN:KEY 1,MENU\n"],
  ['PURGE * HTTP/1.1\r\nPAN:KEY 1,MENU\n'],
])('a browser is cut off before it changes anything', async (sent) => {
  const { client, slot } = await serve();
  const a = client();
  a.send(sent);
  await a.closed;
  expect(slot.once.last).toBe(0);
});

test('who sends a question and its end of file at once is answered', async () => {
  const { client } = await serve();
  const a = client();
  a.socket.end('*IDN?\nDISP:WAIT? 99,600000\n');
  expect(await a.line()).toContain('IS-440');
  expect(await a.line()).toBe('1');
  await a.closed;
});

test('a client that does not read its answers is cut off, and others are not held up', async () => {
  const clock = new VirtualClock();
  const { client } = await serve({ clock });
  const [a, b] = [client(), client()];
  await a.ask('*IDN?');
  a.socket.pause();
  a.send('EMUL:STIC:IMAG?\n'.repeat(40));
  while (clock.nextDue() === undefined) await b.ask('*OPC?');
  clock.advance(30_000);
  a.socket.resume();
  await a.closed;
  expect(await b.ask('SYST:LOCK:OWN?')).toBe('""');
});

test('a port that others could reach is not opened unasked', async () => {
  const slot = await openSlot();
  onTestFinished(() => slot[Symbol.asyncDispose]());
  await expect(listenTcp(slot, { host: '0.0.0.0' })).rejects.toThrow(/FB_PORT/);
  const server = await listenTcp(slot, { host: '0.0.0.0', beyondLoopback: true });
  await expect(listenTcp(slot, { port: server.port })).rejects.toThrow(/another program.*FB_PORT/s);
  await server[Symbol.asyncDispose]();
});

test('closing the server ends its connections', async () => {
  const { client, server } = await serve();
  const a = client();
  await once(a.socket, 'connect');
  await a.ask('*IDN?');
  await Promise.all([server[Symbol.asyncDispose](), server[Symbol.asyncDispose](), a.closed]);
});
