import { chmod, mkdir, mkdtempDisposable, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { judgePackages } from '#judges';
import { examine, table } from './doctor.ts';
import type { Shell } from './shell.ts';

const shellAt = (folder: string, more: Partial<Shell> = {}): Shell => ({
  root: pathToFileURL(`${folder}/`),
  cwd: folder,
  path: (relative) => join(folder, relative),
  env: { PATH: folder },
  terminal: { columns: 80, rows: 24 },
  print: () => undefined,
  log: () => Promise.reject(new Error('not used')),
  exit: () => undefined,
  ...more,
});

const emptyFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-doctor-'));

test('programs are found on PATH with their version, and what is absent says how to get it', async () => {
  await using folder = await emptyFolder();
  await writeFile(join(folder.path, 'git'), '#!/bin/sh\necho git version 9.9\n');
  await chmod(join(folder.path, 'git'), 0o755);
  const findings = await examine(shellAt(folder.path));
  expect(findings.find(({ name }) => name === 'git')).toMatchObject({
    ok: true,
    found: 'git version 9.9',
  });
  expect(findings.find(({ name }) => name === "Host's Node")).toMatchObject({
    ok: false,
    how: 'apt-get install nodejs npm',
  });
  const names = findings.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(judgePackages.map(({ programs }) => programs[0])));
  await rmdir(join(folder.path, 'runs'));
});

test('a runs folder that cannot be written is required and missing', async () => {
  await using folder = await emptyFolder();
  await writeFile(join(folder.path, 'runs'), 'a file in its place');
  const runs = (await examine(shellAt(folder.path))).find(({ name }) => name === 'runs/');
  expect(runs).toMatchObject({ required: true, ok: false });
});

test.each([
  [{ columns: 40, rows: 16 }, true],
  [{ columns: 39, rows: 16 }, false],
  [{ columns: 40, rows: 15 }, false],
  [undefined, false],
])('a terminal of %j holds the panel: %s', async (terminal, ok) => {
  await using folder = await emptyFolder();
  await mkdir(join(folder.path, 'runs'));
  const findings = await examine(shellAt(folder.path, { terminal }));
  expect(findings.find(({ name }) => name === 'Terminal')?.ok).toBe(ok);
});

test('the table ends with what it all means', () => {
  const fine = { name: 'git', required: false, ok: true, found: '2', neededFor: 'runs' };
  const lacking = { ...fine, name: 'mtools', ok: false, how: 'apt-get install mtools' };
  const missing = { ...lacking, name: 'runs/', required: true };
  expect(table([fine])).toMatch(/Ready\. Nothing is lacking\.$/);
  expect(table([fine, lacking])).toMatch(/-> apt-get install mtools[\s\S]*Ready\. 1 optional/);
  expect(table([lacking, missing])).toMatch(/^MISSING {2}runs\/[\s\S]*cannot run here yet\.$/m);
});
