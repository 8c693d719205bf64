import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../frankbench.mjs', import.meta.url));
const plan = fileURLToPath(new URL('two-faults.test-data.yaml', import.meta.url));

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const frankbench = (...args: readonly string[]) => {
  const child = spawn(process.execPath, [launcher, 'noise', ...args]);
  closers.push(() => child.kill('SIGKILL'));
  return child;
};

/** What a command that ends by itself said, and its exit code. */
async function ended(...args: readonly string[]): Promise<readonly [number, string]> {
  const child = frankbench(...args);
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return [code, complaint];
}

test('a proxy says where it is, what it did to whom by size, and how much at the end', async () => {
  const controller = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(controller, 'listening');
  closers.push(() => controller.close());
  const { port } = controller.address() as AddressInfo;
  const child = frankbench('--plan', plan, '--listen', '127.0.0.1:0', '--to', `127.0.0.1:${port}`);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<{ readonly address?: string }> =>
    JSON.parse((await lines.next()).value ?? 'null');
  const listening = await next();
  expect(listening).toEqual({
    type: 'listening',
    address: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    to: `127.0.0.1:${port}`,
  });
  const socket = connect({
    host: '127.0.0.1',
    port: Number(String(listening.address).split(':')[1]),
  });
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  socket.write('PAN:KEY 1,2468\nPAN:KEY 2,1357\n');
  expect((await answers.next()).value).toBe('PAN:KEY 1,2468');
  expect((await answers.next()).value).toBe('PAN:KEY 1,2468');
  expect(await next()).toEqual({ type: 'opened', connection: 1 });
  const fault = { type: 'fault', size: 15 };
  const seen = [await next(), await next()];
  expect(seen).toEqual([
    { ...fault, direction: 'to-meter', message: 2, kind: 'drop', nth: 2 },
    { ...fault, direction: 'to-bench', message: 1, kind: 'duplicate', nth: 1 },
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/2468|1357/);
  socket.end();
  expect(await next()).toEqual({ type: 'closed', connection: 1 });
  const gone = once(child, 'close');
  child.kill('SIGTERM');
  expect(await next()).toEqual({
    type: 'end',
    messages: { 'to-meter': 2, 'to-bench': 1 },
    faults: { 'drop to-meter': 1, 'duplicate to-bench': 1 },
  });
  expect((await gone)[0]).toBe(0);
});

test('what cannot be is refused with a reason', async () => {
  const to = ['--to', '127.0.0.1:1'];
  const listen = ['--listen', '127.0.0.1:0'];
  const refusals = await Promise.all([
    ended('--plan', plan, '--listen', '0.0.0.0:0', ...to),
    ended('--plan', 'none.yaml', ...listen, ...to),
    ended('--plan', plan, '--listen', '5025', ...to),
    ended('shrink', '--plan', plan, '--rig', 'rigs/emulator.is440.yaml', 'features/is400'),
  ]);
  expect(refusals).toEqual([
    [3, expect.stringContaining('other machines could reach it')],
    [2, expect.stringContaining('FB_NOISE_PLAN')],
    [2, expect.stringContaining('such as 127.0.0.1:5025')],
    [2, expect.stringContaining('no link to put noise on')],
  ]);
});
