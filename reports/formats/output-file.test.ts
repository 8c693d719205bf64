import { readdirSync, readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OutputFile } from './output-file.ts';

const newFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-output-'));

test('room that was kept is filled later, however much was written meanwhile', async () => {
  await using folder = await newFolder();
  using file = new OutputFile(join(folder.path, 'in', 'a.txt'));
  file.write('é[');
  const place = file.reserve(5);
  file.write(']');
  for (let count = 0; count < 20_000; count += 1) file.write('é1234');
  file.fill(place, '12');
  const text = readFileSync(file.finish(), 'utf8');
  expect(text).toBe(`é[12   ]${'é1234'.repeat(20_000)}`);
});

test('a file that was not finished leaves nothing, and the one before stands', async () => {
  await using folder = await newFolder();
  const path = join(folder.path, 'a.txt');
  {
    using first = new OutputFile(path);
    first.write('first');
    first.finish();
  }
  {
    using second = new OutputFile(path);
    second.write('second');
  }
  expect(readdirSync(folder.path)).toEqual(['a.txt']);
  expect(readFileSync(path, 'utf8')).toBe('first');
});

test('a place that cannot be written is named', async () => {
  await using folder = await newFolder();
  using file = new OutputFile(join(folder.path, 'a'));
  file.finish();
  expect(() => new OutputFile(join(folder.path, 'a', 'b'))).toThrow(
    /Cannot write .*\/a\/b\.[\s\S]*\(FB_RUN_RECORD\)/,
  );
});
