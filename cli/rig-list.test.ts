import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { listRigs } from './rig-list.ts';

test('rig files are listed by name with the first line of their description', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-rigs-'));
  const file = (name: string, text: string) => writeFile(join(folder.path, name), text);
  await file('b.yaml', 'description: |\n  In a box.\n  More.\n');
  await file('a.yaml', 'model: is-440\n');
  await file('c.yaml', 'model: [\n');
  await file('index.ts', '');
  const rigs = await listRigs(pathToFileURL(`${folder.path}/`));
  expect(rigs).toEqual([
    { file: 'rigs/a.yaml', description: '(no description)' },
    { file: 'rigs/b.yaml', description: 'In a box.' },
    { file: 'rigs/c.yaml', description: expect.stringMatching(/^\(cannot be read: /) },
  ]);
});
