import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtempDisposable, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('frankbench.mjs', import.meta.url));
const startAgain = fileURLToPath(new URL('start-again.mjs', import.meta.url));

/** Makes this Node say that it is an old one. */
const asOldNode =
  "--import=data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.0.0'})";

interface Outcome {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const start = (args: readonly string[], cwd = tmpdir()): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

/** A checkout with nothing but the launcher's files and, when given, a shell script in place of Node. */
async function checkout(node?: string) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-launcher-'));
  await mkdir(join(folder.path, 'cli'));
  await mkdir(join(folder.path, 'node_modules/.bin'), { recursive: true });
  const copy = join(folder.path, 'cli/frankbench.mjs');
  await copyFile(launcher, copy);
  await copyFile(startAgain, join(folder.path, 'cli/start-again.mjs'));
  if (node !== undefined) {
    const path = join(folder.path, 'node_modules/.bin/node');
    await writeFile(path, `#!/bin/sh\n${node}\n`);
    await chmod(path, 0o755);
  }
  return { launcher: copy, path: folder.path, [Symbol.asyncDispose]: () => folder.remove() };
}

test('it starts from any folder, also through a link', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-launcher-'));
  const link = join(folder.path, 'frankbench');
  await symlink(launcher, link);
  expect(await start([link, '--version'], folder.path)).toMatchObject({ code: 0, stderr: '' });
});

test('an unknown command is a usage error with the nearest one', async () => {
  const { code, stdout, stderr } = await start([launcher, 'doctr']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    "frankbench: unknown command 'doctr'\n" +
      '  Hint: did you mean doctor? "frankbench --help" lists what there is (FB_USAGE)\n',
  );
});

test('an unknown option is a usage error, and --debug shows the stack', async () => {
  const { code, stderr } = await start([launcher, 'doctor', '--jsn', '--debug']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/did you mean --json\?/);
  expect(stderr).toMatch(/^ {4}at /m);
});

test('a reader that has seen enough is no error', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-launcher-'));
  const script = join(folder.path, 'pipe.sh');
  await writeFile(script, `"${process.execPath}" "${launcher}" --help | true\n`);
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  execFile('/bin/sh', [script], (error, stdout, stderr) =>
    resolve({ code: error ? error.code : 0, stdout, stderr }),
  );
  expect(await promise).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('no command at all shows the help and is no success', async () => {
  const { code, stderr } = await start([launcher]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/Usage: frankbench/);
});

test('an old Node hands over to the one of the checkout, arguments and exit code too', async () => {
  await using old = await checkout('shift; echo "got: $*"; exit 7');
  const outcome = await start([asOldNode, old.launcher, 'run', 'a b']);
  expect(outcome).toEqual({ code: 7, stdout: 'got: run a b\n', stderr: '' });
});

test('an old Node passes a signal on and ends as its child ends', async () => {
  await using old = await checkout(
    'sleep 60 >/dev/null 2>&1 & trap "kill $!; echo stopped; exit 9" TERM; echo ready; wait',
  );
  const child = spawn(process.execPath, [asOldNode, old.launcher], { stdio: 'pipe' });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said === 'ready\n') child.kill('SIGTERM');
  });
  const [code] = await once(child, 'close');
  expect({ code, said }).toEqual({ code: 9, said: 'ready\nstopped\n' });
});

test('an old Node whose child dies of a signal dies of it too', async () => {
  await using old = await checkout('kill -TERM $$');
  const child = spawn(process.execPath, [asOldNode, old.launcher], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
});

test('an old Node without another says how to get one', async () => {
  await using bare = await checkout();
  const { code, stderr } = await start([asOldNode, bare.launcher, 'doctor']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/needs Node 24/);
  expect(stderr).toMatch(/Hint: run "npm ci"/);
});
