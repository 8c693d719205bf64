import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { pageScript } from './page-script.ts';

const emptyFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-page-'));

const keptIn = (folder: string): URL => pathToFileURL(join(folder, '.cache', 'page.json'));

test('the script is kept for as long as its sources stay as they are', async () => {
  await using folder = await emptyFolder();
  const file = keptIn(folder.path);
  const made = pageScript(file);
  expect(await readdir(join(folder.path, '.cache'))).toEqual(['page.json']);
  const { sources, script } = JSON.parse(await readFile(file, 'utf8'));
  expect(script).toBe(made);
  expect(Object.keys(sources)).toEqual(
    expect.arrayContaining(['reports/html/page/main.ts', 'reports/html/page-script.ts']),
  );

  await writeFile(file, JSON.stringify({ sources, script: 'kept' }));
  expect(pageScript(file)).toBe('kept');

  const other = { ...sources, 'reports/html/page/main.ts': '0'.repeat(64) };
  await writeFile(file, JSON.stringify({ sources: other, script: 'of other sources' }));
  expect(pageScript(file)).toBe(made);

  const gone = { ...sources, 'reports/html/page/gone.ts': '0'.repeat(64) };
  await writeFile(file, JSON.stringify({ sources: gone, script: 'of one that is gone' }));
  expect(pageScript(file)).toBe(made);
});

test('a file that cannot be read or written is passed over', async () => {
  await using folder = await emptyFolder();
  const file = keptIn(folder.path);
  const made = pageScript(file);
  await writeFile(file, 'no JSON');
  expect(pageScript(file)).toBe(made);
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('script', made);

  const blocked = join(folder.path, 'blocked');
  await mkdir(blocked);
  await writeFile(join(blocked, '.cache'), '');
  expect(pageScript(keptIn(blocked))).toBe(made);
});
