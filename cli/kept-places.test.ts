import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

/** A checkout with a package of two files, one of which looks for the other; a third is never meant. */
async function checkout() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-places-'));
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const at = (path: string): string => join(folder.path, path);
  await mkdir(at('node_modules/a'), { recursive: true });
  for (const [path, text] of [
    ['package.json', '{ "type": "module", "imports": {} }'],
    ['own.ts', "import say from 'a';\nsay();"],
    ['node_modules/.package-lock.json', '{}'],
    ['node_modules/a/package.json', '{ "name": "a", "main": "main.js" }'],
    [
      'node_modules/a/main.js',
      "const { basename } = require('path');\n" +
        "module.exports = () => process.stdout.write(basename(require('./b')));",
    ],
    ['node_modules/a/b.js', "module.exports = '/meant';"],
    ['node_modules/a/c.js', "module.exports = '/kept';"],
  ] as const) {
    await writeFile(at(path), text);
  }
  const program = `
    const { resolveOwnFiles } = await import('${new URL('own-files.mjs', import.meta.url)}');
    resolveOwnFiles(new URL('${pathToFileURL(`${folder.path}/`)}'));
    await import('${pathToFileURL(at('own.ts'))}');
  `;
  const says = async (): Promise<string> => {
    const flags = ['--input-type=module', '--eval', program];
    return (await promisify(execFile)(process.execPath, flags)).stdout;
  };
  const kept = at('.cache/places.json');
  /** What is kept tells another file, so that it can be seen where a place is from. */
  const mark = async () =>
    writeFile(kept, (await readFile(kept, 'utf8')).replace('a/b.js', 'a/c.js'));
  return { at, says, kept, mark };
}

test('what was found is known at the next start, and nothing else is left behind', async () => {
  const { says, mark, at } = await checkout();
  expect(await says()).toBe('meant');
  await mark();
  expect(await says()).toBe('kept');
  expect(await readdir(at('.cache'))).toEqual(['places.json']);
});

test('it is searched for anew once npm has installed', async () => {
  const { says, mark, at } = await checkout();
  await says();
  await mark();
  await writeFile(at('node_modules/.package-lock.json'), '{ "lockfileVersion": 3 }');
  expect(await says()).toBe('meant');
  await mark();
  expect(await says()).toBe('kept');
});

test('what is kept is passed over, and replaced, where it is spoilt', async () => {
  const { says, mark, kept } = await checkout();
  await says();
  await writeFile(kept, (await readFile(kept, 'utf8')).slice(0, -3));
  expect(await says()).toBe('meant');
  await mark();
  expect(await says()).toBe('kept');
  const { installed, places } = JSON.parse(await readFile(kept, 'utf8'));
  const keys = Object.keys(places);
  for (const spoilt of [undefined, null, Object.fromEntries(keys.map((key) => [key, {}]))]) {
    await writeFile(kept, JSON.stringify({ installed, places: spoilt }));
    expect(await says()).toBe('meant');
  }
});

test('nothing is kept where npm does not say when it installed, or nothing can be written', async () => {
  const { says, at } = await checkout();
  await rm(at('node_modules/.package-lock.json'));
  expect(await says()).toBe('meant');
  await expect(readdir(at('.cache'))).rejects.toThrow('ENOENT');
  await writeFile(at('node_modules/.package-lock.json'), '{}');
  await writeFile(at('.cache'), '');
  expect(await says()).toBe('meant');
});
