import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  accountingFiguresPath,
  accountingUpload,
  dataCentreMessage,
  dataCentrePath,
  portalMessage,
  profilesPath,
} from '#core';
import { httpPeer } from '#fixtures';

const launcher = fileURLToPath(new URL('frankbench.mjs', import.meta.url));

/** `frankbench serve` in a process of its own, once it has said where it is. */
async function start(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  name = 'accounting-server',
) {
  const child = spawn(process.execPath, [launcher, 'serve', name, ...args], {
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'close');
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: first = '' } = await lines.next();
  const [said = '', url = '', token = ''] = /^\S+ at (\S+) token (.+)$/.exec(first) ?? [];
  expect(said).toMatch(new RegExp(`^${name} at `));
  return {
    child,
    url,
    token,
    nextLine: async (): Promise<string | undefined> => (await lines.next()).value,
    complaint: () => complaint,
    end: async (signal: NodeJS.Signals): Promise<unknown> => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
    [Symbol.asyncDispose]: async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const message = accountingUpload('M1', 'k1', { version: 1, accounts: [], transactions: [] });

test.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
  'it says where it is, serves, tells of each message and ends well with %s',
  async (signal) => {
    await using server = await start();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const peer = httpPeer(server.url, { timeoutMs: 60_000, token: server.token });
    expect(await peer.send(message)).toMatchObject({ code: 200 });
    expect(await server.nextLine()).toBe('POST /v1/meters/M1/uploads 200');
    const stranger = httpPeer(server.url, { timeoutMs: 60_000 });
    expect(await stranger.send(message)).toMatchObject({ code: 401 });
    expect(await server.nextLine()).toBe('POST /v1/meters/M1/uploads 401');
    expect(await server.end(signal)).toBe(0);
    expect(server.complaint()).toBe('');
  },
);

test('it ends well while somebody holds a connection', async () => {
  await using server = await start();
  const held = get(`${server.url}/v1/health`, {
    agent: false,
    headers: { connection: 'keep-alive' },
  });
  held.on('error', () => undefined);
  await once(held, 'response');
  expect(await server.end('SIGTERM')).toBe(0);
});

test('it serves on when nobody reads what it says', async () => {
  await using server = await start();
  server.child.stdout.destroy();
  const peer = httpPeer(server.url, { timeoutMs: 60_000, token: server.token });
  for (let index = 0; index < 3; index += 1) {
    expect(await peer.send(message)).toMatchObject({ code: 200 });
  }
  expect(await server.end('SIGTERM')).toBe(0);
});

test('only the meters that are named are known', async () => {
  await using server = await start(['--meter', 'M2', 'M3']);
  const peer = httpPeer(server.url, { timeoutMs: 60_000, token: server.token });
  expect(await peer.send(message)).toMatchObject({ code: 404 });
  const path = accountingFiguresPath('M3');
  expect(await peer.send({ method: 'GET', path, headers: {} })).toMatchObject({ code: 200 });
});

test('a token from the environment is not printed', async () => {
  const token = 'a-token-from-outside';
  await using server = await start(['--token-env', 'METER_TOKEN'], { METER_TOKEN: token });
  expect(server.token).toBe('in METER_TOKEN');
  const peer = httpPeer(server.url, { timeoutMs: 60_000, token });
  expect(await peer.send(message)).toMatchObject({ code: 200 });
});

test('an address that others reach is warned of', async () => {
  await using server = await start(['--host', '0.0.0.0']);
  expect(server.url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
  expect(server.complaint()).toMatch(/can be reached from other machines/);
});

const registers = { ascending: 0, descending: 70, controlTotal: 70, items: 0, zeroItems: 0 };
const installed = { rates: 'factory', software: '1', features: [], graphics: [] };
const session = (serial: string) =>
  dataCentreMessage(dataCentrePath(serial, 'sessions'), 'k1', {
    version: 1,
    nonce: 'n-1',
    clock: '2026-01-05T09:00:00',
    registers,
    sequence: 0,
    installed,
  });

test('a Data Centre takes over the meters that are named, and has what it is given', async () => {
  const args = ['--meter', 'M1', '--prepaid', '1234'];
  await using server = await start(args, {}, 'data-centre');
  const peer = httpPeer(server.url, { timeoutMs: 60_000, token: server.token });
  expect(await peer.send(session('M2'))).toMatchObject({ code: 404 });
  expect(await server.nextLine()).toBe('POST /v1/meters/M2/sessions 404');
  const answer = await peer.send(session('M1'));
  expect(answer).toMatchObject({ code: 200, body: expect.stringContaining('"prepaid":1234,') });
  const funds = dataCentreMessage(dataCentrePath('M1', 'funds'), 'k2', {
    version: 1,
    source: 'account',
    amount: 100,
    sequence: 1,
    ascending: 0,
    controlTotal: 70,
  });
  const granted = await peer.send(funds);
  expect(granted).toMatchObject({ body: expect.stringContaining('"prepaid":1134,') });
  expect(await peer.send(funds)).toEqual(granted);
  expect(await server.end('SIGTERM')).toBe(0);
});

test('any meter is known to a Data Centre that is told of none, and no password is printed', async () => {
  await using server = await start([], {}, 'data-centre');
  const peer = httpPeer(server.url, { timeoutMs: 60_000, token: server.token });
  const answer = await peer.send(session('M7'));
  expect(answer).toMatchObject({ code: 200, body: expect.stringContaining('"prepaid":100000,') });
  expect(await server.nextLine()).toBe('POST /v1/meters/M7/sessions 200');
  const profile = {
    version: 1,
    userName: 'anne@example.ca',
    password: 's3cret',
    securityQuestion: 'Pet?',
    securityAnswer: 's3cret',
    name: 'Anne',
    company: 'Co',
    telephone: '1',
  };
  expect(await peer.send(portalMessage(profilesPath, 'k1', profile))).toMatchObject({ code: 200 });
  expect(await server.nextLine()).toBe('POST /v1/profiles 200');
  expect(await server.end('SIGTERM')).toBe(0);
  expect(server.complaint()).toBe('');
});

test.each<[readonly string[], number, RegExp]>([
  [['data-center'], 2, /'data-center' is invalid.*accounting-server, data-centre.*FB_USAGE/s],
  [['data-centre', '--prepaid', '1.5'], 2, /whole number of pence.*FB_USAGE/s],
  [['accounting-server', '--prepaid', '5'], 2, /no postage account.*FB_USAGE/s],
  [['accounting-server', '--port', '65536'], 2, /0 to 65535.*FB_USAGE/s],
  [['accounting-server', '--token-env', 'NOT_SET'], 2, /NOT_SET is not set.*FB_USAGE/s],
  [['accounting-server', '--token-env', 'SHORT'], 2, /SHORT holds no token.*FB_USAGE/s],
  [['accounting-server', '--host', '192.0.2.1'], 3, /no such address.*FB_PORT/s],
])('"serve %j" ends with %i', async (args, code, words) => {
  const outcome = await fails(args);
  expect(outcome).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(words) });
  expect(outcome.stderr).not.toMatch(/s3cret/);
});

test('a port that somebody has is an error that says so', async () => {
  await using server = await start();
  const { code, stderr } = await fails(['accounting-server', '--port', new URL(server.url).port]);
  expect(code).toBe(3);
  expect(stderr).toMatch(/another program listens there.*Hint.*FB_PORT/s);
});

const fails = (args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, SHORT: 's3cret' };
    execFile(process.execPath, [launcher, 'serve', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
