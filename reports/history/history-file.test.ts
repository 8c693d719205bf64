import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { inArchive, makeRun } from './archive.test-data.ts';
import { HistoryFile, historyPath, setHistoryAside } from './history-file.ts';
import { historyVersion } from './schema.ts';
import { takeInRuns } from './take-in.ts';

const change = (archive: string, statement: string): void => {
  using history = new HistoryFile(archive);
  history.write(statement);
};

const open = (archive: string): void => {
  using _history = new HistoryFile(archive);
};

test('a newer history is refused, with the way out', async () => {
  await inArchive((archive) => {
    change(archive, `PRAGMA user_version = ${historyVersion + 1}`);
    expect(() => open(archive)).toThrow(/version 2; this program knows version 1[\s\S]*--rebuild/);
  });
});

test('an older history is put aside and made anew from the runs that are there', async () => {
  await inArchive((archive) => {
    makeRun(archive, { folder: 'a', number: 1, verdicts: { one: 'passed' } });
    change(archive, `PRAGMA user_version = ${historyVersion - 1}`);
    using history = new HistoryFile(archive);
    expect(takeInRuns(history).taken).toEqual(['a']);
    expect(existsSync(`${historyPath(archive)}.before`)).toBe(true);
  });
});

test('a file that is no database is refused, and can be put aside', async () => {
  await inArchive((archive) => {
    writeFileSync(historyPath(archive), 'this is no database, and long enough to look like one');
    expect(() => open(archive)).toThrow(/not a database[\s\S]*--rebuild[\s\S]*\(FB_HISTORY\)/);
    setHistoryAside(archive);
    open(archive);
    expect(readFileSync(`${historyPath(archive)}.before`, 'utf8')).toMatch(/^this is no/);
  });
});

test('a database of somebody else is not touched', async () => {
  await inArchive((archive) => {
    change(archive, 'PRAGMA application_id = 1');
    const before = readFileSync(historyPath(archive));
    expect(() => open(archive)).toThrow(/no history of runs/);
    expect(readFileSync(historyPath(archive))).toEqual(before);
  });
});

test('a folder that is not there is an error of the history', () => {
  expect(() => open('/nowhere/at/all')).toThrow(/Cannot open the history[\s\S]*\(FB_HISTORY\)/);
});

test('runs that end at once in several processes are all taken in', async () => {
  await inArchive(async (archive) => {
    const folders = ['a', 'b', 'c', 'd'];
    for (const [index, folder] of folders.entries()) {
      makeRun(archive, { folder, number: index + 1, verdicts: { one: 'passed' } });
    }
    const module = fileURLToPath(new URL('take-in.ts', import.meta.url));
    const script = (folder: string): string =>
      `import { enterInHistory } from ${JSON.stringify(module)};
       for (let times = 0; times < 5; times += 1) enterInHistory(${JSON.stringify(folder)});`;
    const ends = await Promise.all(
      folders.map((folder) =>
        promisify(execFile)(
          process.execPath,
          ['--input-type=module', '--eval', script(join(archive, folder))],
          { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
        ),
      ),
    );
    expect(ends.map(({ stderr }) => stderr)).toEqual(['', '', '', '']);
    using history = new HistoryFile(archive);
    expect(history.all('SELECT folder FROM runs ORDER BY folder')).toHaveLength(4);
  });
}, 60_000);
