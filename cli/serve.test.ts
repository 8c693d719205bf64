import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { accountingFiguresPath, accountingUpload } from '#core';
import { httpPeer } from '#fixtures';

const launcher = fileURLToPath(new URL('frankbench.mjs', import.meta.url));

/** `frankbench serve accounting-server` in a process of its own, once it has said where it is. */
async function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [launcher, 'serve', 'accounting-server', ...args], {
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'close');
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: first = '' } = await lines.next();
  const [, url = '', token = ''] = /^accounting-server at (\S+) token (.+)$/.exec(first) ?? [];
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

test.each<[readonly string[], number, RegExp]>([
  [['data-center'], 2, /'data-center' is invalid.*accounting-server.*FB_USAGE/s],
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
