import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { runFolderNamed } from './run-folder-of.ts';

async function archive() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-runs-'));
  const shell = {
    root: pathToFileURL(`${folder.path}/`),
    path: (text: string) => resolve(folder.path, 'elsewhere', text),
  };
  const addRun = (place: string, began: string): string => {
    const path = join(folder.path, place);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'record.ndjson'), '');
    writeFileSync(join(path, 'run.json'), JSON.stringify(runFile(began)));
    return path;
  };
  return {
    shell,
    addRun,
    path: folder.path,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

const runFile = (began: string) => ({
  version: 2,
  id: '8f14e45f-ceea-467f-a8ad-3c5e3b4e2d11',
  rig: 'emulator.is440',
  number: 1,
  previous: null,
  state: 'open',
  began,
  ended: null,
  host: { os: 'linux', kernel: '6', arch: 'x64', clock: 'host' },
  verdict: null,
  exitCode: null,
  counts: null,
  record: null,
});

test('a run is named by a path, by its name in runs/, and the newest as last', async () => {
  await using runs = await archive();
  const { shell, addRun } = runs;
  const second = addRun('runs/b', '2026-11-28T10:00:02.000Z');
  const first = addRun('runs/a', '2026-11-28T10:00:01.000Z');
  const broken = addRun('runs/c', 'no time');
  const outside = addRun('elsewhere/mine', '2026-11-28T11:00:00.000Z');
  expect(runFolderNamed(shell, 'a')).toBe(first);
  expect(runFolderNamed(shell, 'mine')).toBe(outside);
  expect(runFolderNamed(shell, outside)).toBe(outside);
  expect(runFolderNamed(shell, 'c')).toBe(broken);
  expect(runFolderNamed(shell, 'last')).toBe(second);
});

test('a run that is not there is an error with the nearest one', async () => {
  await using runs = await archive();
  const { shell, addRun, path } = runs;
  expect(() => runFolderNamed(shell, 'last')).toThrow(/There is no last run[\s\S]*\(FB_USAGE\)/);
  expect(() => runFolderNamed(shell, 'x')).toThrow(/There is no run x\.[\s\S]*runs\/ is empty/);
  addRun('runs/20261128-100000-emulator.is440', '2026-11-28T10:00:02.000Z');
  expect(() => runFolderNamed(shell, '20261128-100001-emulator.is440')).toThrow(
    /Did you mean 20261128-100000-emulator\.is440\?[\s\S]*\(FB_USAGE\)/,
  );
  mkdirSync(join(path, 'elsewhere', 'empty'), { recursive: true });
  expect(() => runFolderNamed(shell, 'empty')).toThrow(
    /empty is not the folder of a run: it has no record\.ndjson and run\.json/,
  );
  const half = addRun('runs/half', '2026-11-28T10:00:02.000Z');
  rmSync(join(half, 'run.json'));
  expect(() => runFolderNamed(shell, 'half')).toThrow(/is not the folder of a run/);
});
