import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newState, readLines } from './read-lines.ts';
import { recordText, sampleRun } from './write-record.test-data.ts';

const whole = recordText([sampleRun(), { type: 'key', key: 'OK' }, { type: 'time', ms: 5 }]);

async function inFile<T>(text: string | Buffer, use: (path: string) => T): Promise<T> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-record-'));
  const path = join(folder.path, 'record.ndjson');
  writeFileSync(path, text);
  return use(path);
}

function read(path: string) {
  const state = newState();
  const types = [...readLines(path, state)].map((line) => line.type);
  return { types, ...state };
}

test('a record is read line by line, with its head', async () => {
  await inFile(whole, (path) => {
    expect(read(path)).toMatchObject({
      types: ['run', 'key', 'time'],
      lines: 3,
      torn: false,
      chainBreak: undefined,
    });
  });
});

test('a last line that was torn is left out, wherever it was torn', async () => {
  const last = recordText([sampleRun(), { type: 'key', key: 'OK' }, { type: 'time', ms: 5 }])
    .trimEnd()
    .split('\n')
    .at(-1) as string;
  await inFile(whole, (path) => {
    const begun = whole.length - last.length - 1;
    for (let size = whole.length - 1; size > begun; size -= 1) {
      truncateSync(path, size);
      expect(read(path)).toMatchObject({
        types: ['run', 'key'],
        torn: true,
        chainBreak: undefined,
      });
    }
    truncateSync(path, begun);
    expect(read(path)).toMatchObject({ types: ['run', 'key'], torn: false });
  });
});

test('a record that is being written is read on, from the middle of a line too', async () => {
  const far = whole.length - 20;
  await inFile(whole.slice(0, far), (path) => {
    const state = newState();
    const asked: number[] = [];
    const goesOn = (): boolean => {
      asked.push(state.lines);
      if (asked.length === 2) appendFileSync(path, whole.slice(far));
      return asked.length < 3;
    };
    const types = [...readLines(path, state, goesOn)].map((line) => line.type);
    expect(types).toEqual(['run', 'key', 'time']);
    expect(asked).toEqual([2, 2, 3]);
    expect(state).toMatchObject({ lines: 3, torn: false, chainBreak: undefined });
  });
});

test('lines of any length are read, also where letters lie across the ends of what is read at once', async () => {
  const keys = Array.from(
    { length: 40_000 },
    (_, index) => ({ type: 'key', key: `é${'x'.repeat(index % 97)}` }) as const,
  );
  await inFile(recordText([sampleRun(), ...keys]), (path) => {
    const state = newState();
    const seen = [...readLines(path, state)].slice(1);
    expect(seen.map((line) => line.type === 'key' && line.key)).toEqual(keys.map(({ key }) => key));
    expect(state.chainBreak).toBeUndefined();
  });
});

test.each([
  ['changed', (text: string) => text.replace('"key":"OK"', '"key":"UP"'), 3],
  ['left out', (text: string) => text.replace(/^\{"seq":2.*\n/m, ''), 2],
  ['put in', (text: string) => text.replace(/^(\{"seq":2.*\n)/m, '$1$1'), 3],
])('a line that was %s breaks the chain', async (_what, change, line) => {
  await inFile(change(whole), (path) => {
    expect(read(path).chainBreak?.line).toBe(line);
  });
});

test.each([
  ['torn in the middle', whole.replace(/"type":"key".*/, '"ty'), 2],
  ['empty in the middle', whole.replace('\n', '\n\n'), 2],
  ['no line of a record', `${whole}[]\n`, 4],
])('a line that is %s is an error with its number', async (_what, text, line) => {
  await expect(inFile(text, read)).rejects.toThrow(
    new RegExp(
      `record\\.ndjson:${line} is not a line of a run record\\.[\\s\\S]*\\(FB_RUN_RECORD\\)`,
    ),
  );
});

test('a record of another version is not read, and an empty one has no lines', async () => {
  const other = whole.replace('"version":2', '"version":1');
  await expect(inFile(other, read)).rejects.toThrow(
    /is a record of version 1\.[\s\S]*reads version 2/,
  );
  await inFile('', (path) => expect(read(path)).toMatchObject({ types: [], lines: 0 }));
});

test('a record that is not there is named', () => {
  expect(() => [...readLines('/nowhere/record.ndjson')]).toThrow(
    /Cannot read the run record \/nowhere\/record\.ndjson\.[\s\S]*\(FB_RUN_RECORD\)/,
  );
});
