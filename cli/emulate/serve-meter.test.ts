import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('../frankbench.mjs', import.meta.url));

/** Starts the command; resolves with what it printed until it was ready or ended. */
async function start(...flags: readonly string[]) {
  const child = spawn(process.execPath, [program, 'emulate', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PANEL_TOKEN: 'a-token-of-24-characters' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === 'ready') break;
  }
  return { child, ended, lines, errors: () => errors };
}

async function ask(port: number, question: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  socket.end(`${question}\n`);
  let answer = '';
  for await (const text of socket) answer += text;
  return answer;
}

const portIn = (lines: readonly string[], word: string): number =>
  Number(lines.find((line) => line.startsWith(`${word} `))?.replace(/.*:(\d+).*/, '$1'));

test('it says where its servers are, answers there, and ends in order at a signal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frankbench-serve-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const stick = join(folder, 'stick.img');
  const memory = join(folder, 'memory');
  const files = ['--stick', stick, '--memory', memory];
  const tcp = ['--scpi', '127.0.0.1:0'];
  const first = await start('is-440', ...tcp, '--pty', '--ws', '--usbip', '127.0.0.1:0', ...files);
  expect(first.lines.map((line) => line.split(' ')[0])).toEqual([
    'scpi',
    'Supervisor',
    'pty',
    'ws',
    'token',
    'usbip',
    'ready',
  ]);
  const port = portIn(first.lines, 'scpi');
  expect(await ask(port, '*IDN?')).toBe('Quadient,IS-440,440000123,1.0.0-emu\n');
  await ask(port, 'ROUT:STIC HOST;:MMEM:DATA "A.TXT",#15hello;*OPC?');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.errors()).toBe('');
  expect(existsSync(`${memory}.lock`)).toBe(false);

  const second = await start('is-440', ...tcp, ...files);
  expect(second.lines[1]).toBe('The memory was there before.');
  const asked = 'ROUT:STIC HOST;:MMEM:DATA? "A.TXT"';
  expect(await ask(portIn(second.lines, 'scpi'), asked)).toBe('#15hello\n');
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
}, 20_000);

test('who asks before the meter is ready is told who it is at once, and the rest in its order', async () => {
  const child = spawn(process.execPath, [program, 'emulate', 'is-440', '--scpi', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line.split(' ')[0] ?? '');
    if (line === 'ready') break;
    if (!line.startsWith('scpi ')) continue;
    const socket = connect(portIn([line], 'scpi'), '127.0.0.1').setEncoding('latin1');
    onTestFinished(() => void socket.destroy());
    socket.write('*IDN?\n');
    socket.once('data', (answer: string) => {
      told.push(answer);
      socket.write('PAN:KEY 1,MENU\nDISP:FRAM?\n*IDN?\n');
      createInterface({ input: socket }).on('line', (later) => told.push(later));
    });
  }
  const port = told.indexOf('scpi');
  const who = 'Quadient,IS-440,440000123,1.0.0-emu';
  expect(told.slice(port, port + 2)).toEqual(['scpi', `${who}\n`]);
  await expect.poll(() => told.filter((each) => each === '2' || each === who)).toEqual(['2', who]);
  child.kill('SIGTERM');
}, 20_000);

test('a meter that cannot be made ends what has begun to listen, with its own error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frankbench-serve-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const memory = join(folder, 'memory');
  for (const half of ['a', 'b']) writeFileSync(`${memory}.${half}`, 'no memory at all');
  const flags = ['--scpi', '127.0.0.1:0', '--memory', memory];
  const { ended, lines, errors } = await start('is-440', ...flags);
  expect(await ended).toBe(3);
  expect(lines).toEqual([expect.stringMatching(/^scpi /)]);
  expect(errors()).toMatch(/^frankbench: .*memory.*FB_MEMORY_FILE/s);
  expect(existsSync(`${memory}.lock`)).toBe(false);
}, 20_000);

test('a machine that nobody knows, and a port that is taken, are told before anything listens', async () => {
  const unknown = await start('is-450', '--scpi', '127.0.0.1:0');
  expect([await unknown.ended, unknown.lines]).toEqual([2, []]);
  expect(unknown.errors()).toMatch(/No machine is called "is-450".*FB_UNKNOWN_MODEL/s);
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const taken = await start('is-440', '--scpi', `127.0.0.1:${port}`);
  expect([await taken.ended, taken.lines]).toEqual([3, []]);
  expect(taken.errors()).toMatch(/another program listens there.*FB_PORT/s);
}, 20_000);

test('a token that was given is not said', async () => {
  const token = ['--ws', '--ws-token-env', 'PANEL_TOKEN'];
  const { lines, child, ended } = await start('is-440', ...token, '--clock', 'host');
  expect(lines.join('\n')).not.toMatch(/token/);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 20_000);

test.each([
  [['--scpi', 'nowhere'], /--scpi "nowhere" is not an address.*FB_USAGE/s],
  [['--scpi', '0.0.0.0:0'], /will not listen on 0\.0\.0\.0.*--beyond-loopback.*FB_PORT/s],
  [['--clock', 'host'], /--clock is for a meter on a link.*FB_USAGE/s],
  [['--ws', '--ws-token-env', 'NO_SUCH'], /NO_SUCH is not set.*FB_USAGE/s],
  [['--scpi', '127.0.0.1:0', '--link-fault', 'no-such'], /no-such/],
])(
  '%j is refused in words',
  async (flags, said) => {
    const { ended, errors } = await start('is-440', ...flags);
    expect(await ended).toBeGreaterThan(1);
    expect(errors()).toMatch(said);
  },
  20_000,
);
