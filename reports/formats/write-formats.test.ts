import { readdirSync, rmSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRunFolder, sampleFeaturePath } from './formats.test-data.ts';
import { formatNames, writeFormats } from './write-formats.ts';

const newFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-formats-'));

test('every format is written where it is asked for, each once', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const out = join(root.path, 'out');
  const names = [...formatNames, ...formatNames];
  const written = await writeFormats(folder, names, { root: root.path, out });
  expect(written.map((path) => basename(path))).toEqual([
    'junit.xml',
    'messages.ndjson',
    'cucumber.html',
    'ctrf.json',
    'allure-results',
  ]);
  expect(readdirSync(out).toSorted()).toEqual(written.map((path) => basename(path)).toSorted());
});

test('a format that cannot be written keeps none of the others back', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  rmSync(join(root.path, sampleFeaturePath));
  const out = join(root.path, 'out');
  await expect(
    writeFormats(folder, ['messages', 'cucumber-html', 'junit'], { root: root.path, out }),
  ).rejects.toThrow(/Cannot read features\/is400\/accounts\.feature[\s\S]*\(FB_FEATURE_FILE\)/);
  expect(readdirSync(out)).toEqual(['junit.xml']);
});

test('a run that was killed before it was known what is tested is an error', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path, []);
  await expect(writeFormats(folder, ['junit'], { root: root.path })).rejects.toThrow(
    /record\.ndjson has no whole line\.[\s\S]*cut off before[\s\S]*\(FB_RUN_RECORD\)/,
  );
});
