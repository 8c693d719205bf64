import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noRecord, RunRecord } from './run-record.ts';

const emptyFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-record-'));

test('every entry is one line, numbered from 1, in the order in which it was written', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'runs', 'one', 'record.ndjson');
  {
    using record = new RunRecord(path);
    record.write({ type: 'run', rig: 'two\nlines' });
    record.write({ type: 'key', key: 'OK' });
  }
  expect(await readFile(path, 'utf8')).toBe(
    '{"seq":1,"type":"run","rig":"two\\nlines"}\n{"seq":2,"type":"key","key":"OK"}\n',
  );
});

test('what was flushed is on the disk before the record ends', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  using record = new RunRecord(path);
  record.write({ type: 'run' });
  expect(await readFile(path, 'utf8')).toBe('');
  record.flush();
  record.flush();
  expect(await readFile(path, 'utf8')).toBe('{"seq":1,"type":"run"}\n');
  record.write({ type: 'end' });
});

test('a long run is written down while it goes on', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  using record = new RunRecord(path);
  for (let count = 0; count < 2000; count += 1) record.write({ type: 'key', key: 'DOWN' });
  const written = await readFile(path, 'utf8');
  expect(written.length).toBeGreaterThan(32 * 1024);
  expect(written.endsWith('\n')).toBe(true);
});

test('a record that is there is never written over or added to', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'record.ndjson');
  {
    using record = new RunRecord(path);
    record.write({ type: 'run' });
  }
  expect(() => new RunRecord(path)).toThrow(/cannot begin the run record .*\(FB_RUN_RECORD\)/s);
  expect(await readFile(path, 'utf8')).toBe('{"seq":1,"type":"run"}\n');
});

test('a folder that cannot be made is named', async () => {
  await using folder = await emptyFolder();
  {
    using record = new RunRecord(join(folder.path, 'file'));
    record.write({ type: 'run' });
  }
  expect(() => new RunRecord(join(folder.path, 'file', 'record.ndjson'))).toThrow(/FB_RUN_RECORD/);
});

test('no record takes everything and keeps nothing', () => {
  expect(noRecord.write({ type: 'run' })).toBeUndefined();
  expect(noRecord.flush()).toBeUndefined();
});
