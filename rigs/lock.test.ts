import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockRig } from './lock.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frankbench-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const rig = { link: { kind: 'tcp', host: '127.0.0.1', port: 5025 } } as const;
const take = (port = 5025) =>
  lockRig({ link: { ...rig.link, port } }, { folder, command: 'frankbench run x' });
const file = () => join(folder, 'frankbench-tcp-127.0.0.1-5025.lock');

/** The number of a process that was and is no more. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;

const heldBy = (pid: number, started = '') =>
  writeFileSync(
    file(),
    JSON.stringify({ pid, started, user: 'ada', since: '2026-01-05T09:00:00.000Z', command: 'x' }),
  );

test('a rig that is taken is busy, and says by whom and since when, until it is let go', () => {
  const lock = take();
  expect(() => take()).toThrow(
    new RegExp(
      `tcp 127.0.0.1:5025 is used by .*process ${process.pid} \\("frankbench run x"\\), since 20.*FB_RIG_BUSY`,
      's',
    ),
  );
  using _another = take(5026);
  lock[Symbol.dispose]();
  lock[Symbol.dispose]();
  using _again = take();
  expect(readdirSync(folder)).toHaveLength(2);
});

test('a meter in this process needs no lock', () => {
  using _one = lockRig({ link: { kind: 'in-process' } }, { folder });
  using _two = lockRig({ link: { kind: 'in-process' } }, { folder });
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of another process that lives is respected', () => {
  heldBy(process.ppid);
  expect(() => take()).toThrow(
    new RegExp(`used by ada, process ${process.ppid} .*since 2026-01-05T09:00:00`),
  );
  expect(readFileSync(file(), 'utf8')).toContain('ada');
});

test.each([
  ['of a process that is gone', () => heldBy(gone())],
  ['of a number that another process has now', () => heldBy(process.ppid, '1')],
  ['that is empty', () => writeFileSync(file(), '')],
  ['that is no lock', () => writeFileSync(file(), '[]')],
])('a lock %s is taken over', (_name, make) => {
  make();
  const lock = take();
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid });
  lock[Symbol.dispose]();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be written is told of', () => {
  expect(() => lockRig(rig, { folder: join(folder, 'none') })).toThrow(
    /no lock can be made.*FB_RIG_BUSY/s,
  );
});
