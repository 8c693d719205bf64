import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecord } from './record.ts';

const whole = '{"seq":1,"type":"run"}\n{"seq":2,"type":"key","key":"OK"}\n';
const lines = [
  { seq: 1, type: 'run' },
  { seq: 2, type: 'key', key: 'OK' },
];

async function read(text: string) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-record-'));
  const path = join(folder.path, 'record.ndjson');
  await writeFile(path, text);
  return readRecord(path);
}

test('a record is read line by line', async () => {
  expect(await read(whole)).toEqual(lines);
  expect(await read('')).toEqual([]);
});

test('a last line that was torn is left out, wherever it was torn', async () => {
  const last = '{"seq":3,"type":"frame","title":"Home"}';
  for (let length = 1; length < last.length; length += 1)
    expect(await read(whole + last.slice(0, length)), last.slice(0, length)).toEqual(lines);
});

test('a last line that lacks its end only is read', async () => {
  expect(await read(`${whole}{"seq":3,"type":"end"}`)).toEqual([...lines, { seq: 3, type: 'end' }]);
});

test.each([
  ['torn in the middle', '{"seq":1,"type":"run"}\n{"seq":2,"ty\n{"seq":3,"type":"end"}\n', 2],
  ['empty in the middle', '{"seq":1,"type":"run"}\n\n{"seq":3,"type":"end"}\n', 2],
  ['torn and ended', '{"seq":1,"type":"ru\n', 1],
])('a line that is %s is an error with its number', async (_what, text, line) => {
  await expect(read(text)).rejects.toThrow(
    new RegExp(
      `record\\.ndjson:${line} is not a line of a run record\\.[\\s\\S]*\\(FB_RUN_RECORD\\)`,
    ),
  );
});

test('a record that is not there is named', () => {
  expect(() => readRecord('/nowhere/record.ndjson')).toThrow(
    /Cannot read the run record \/nowhere\/record\.ndjson\.[\s\S]*\(FB_RUN_RECORD\)/,
  );
});
