import { hash } from 'node:crypto';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { darkScreen, type RecordLine, type RunEntry } from '#core';
import { noRecord, RunRecord } from './run-record.ts';

const emptyFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-record-'));

const run = { type: 'run', version: 2, target: 'EMULATED' } as RunEntry; // no more is looked at here

const linesOf = async (path: string): Promise<readonly RecordLine[]> =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordLine); // written here

test('every entry is one line, numbered from 1, and bears the digest of the line before', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'runs', 'one', 'record.ndjson');
  using record = new RunRecord(path);
  record.begin(run);
  record.write({ type: 'key', key: 'two\nlines' });
  record.flush();
  const first = `{"seq":1,"prev":"${'0'.repeat(64)}","type":"run","version":2,"target":"EMULATED"}`;
  const second = `{"seq":2,"prev":"${hash('sha256', first)}","type":"key","key":"two\\nlines"}`;
  expect(await readFile(path, 'utf8')).toBe(`${first}\n${second}\n`);
  expect(record.head).toEqual({ lines: 2, head: hash('sha256', second) });
});

test('what happens before it is known who is tested stands behind the first line', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  {
    using record = new RunRecord(path);
    record.write({ type: 'link', rung: 're-send', asked: 'identify', why: 'no answer' });
    record.begin(run);
  }
  expect((await linesOf(path)).map(({ type }) => type)).toEqual(['run', 'link']);
});

test('a screen is written down once, however often it is seen', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  {
    using record = new RunRecord(path);
    record.begin(run);
    for (const [frame, title] of ['Home', 'Menu', 'Home'].entries()) {
      record.frame(1000 + frame, { ...darkScreen, title, v: 1, frame });
    }
  }
  const lines = await linesOf(path);
  expect(lines.map(({ type }) => type)).toEqual([
    'run',
    'screen',
    'frame',
    'screen',
    'frame',
    'frame',
  ]);
  const shown = lines.flatMap((line) => (line.type === 'frame' ? [line.screen] : []));
  expect(shown[2]).toBe(shown[0]);
  expect(shown[1]).not.toBe(shown[0]);
  expect(lines[1]).toMatchObject({ sha256: shown[0] });
  // Of a screen all is written down but its number and the version of frames.
  expect(lines[1]).toHaveProperty('screen', { ...darkScreen, title: 'Home' });
});

test('with a clock every line bears the time, without one none does', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  let now = 1000;
  {
    using record = new RunRecord(path);
    record.begin(run, { now: () => now });
    now = 1500;
    record.write({ type: 'key', key: 'OK' });
  }
  expect((await linesOf(path)).map(({ t }) => t)).toEqual([1000, 1500]);
});

test('what was flushed is on the disk before the record ends', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  using record = new RunRecord(path);
  record.begin(run);
  expect(await readFile(path, 'utf8')).toBe('');
  record.flush();
  record.flush();
  expect(await linesOf(path)).toHaveLength(1);
});

test('a long run is written down while it goes on', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  using record = new RunRecord(path);
  record.begin(run);
  for (let count = 0; count < 2000; count += 1) record.write({ type: 'key', key: 'DOWN' });
  const written = await readFile(path, 'utf8');
  expect(written.length).toBeGreaterThan(32 * 1024);
  expect(written.endsWith('\n')).toBe(true);
});

test('a line longer than what is written at once stands in its place, whatever its letters', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  const keys = ['A', '•'.repeat(50_000), 'é'.repeat(12_000), '•'.repeat(20_000), 'Z'];
  {
    using record = new RunRecord(path);
    record.begin(run);
    for (const key of keys) record.write({ type: 'key', key });
  }
  const lines = await linesOf(path);
  expect(lines.flatMap((line) => (line.type === 'key' ? [line.key] : []))).toEqual(keys);
});

test('a record that is there is never written over or added to', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  {
    using record = new RunRecord(path);
    record.begin(run);
  }
  const before = await readFile(path, 'utf8');
  expect(() => new RunRecord(path)).toThrow(/cannot begin the run record .*\(FB_RUN_RECORD\)/s);
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('a folder that cannot be made is named', async () => {
  await using folder = await emptyFolder();
  {
    using record = new RunRecord(join(folder.path, 'file'));
    record.begin(run);
  }
  expect(() => new RunRecord(join(folder.path, 'file', 'record.ndjson'))).toThrow(/FB_RUN_RECORD/);
});

test('no record takes everything and keeps nothing', () => {
  expect(noRecord.write(run)).toBeUndefined();
  expect(noRecord.frame(0, { ...darkScreen, v: 1, frame: 1 })).toBeUndefined();
  expect(noRecord.flush()).toBeUndefined();
});
