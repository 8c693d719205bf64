import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StickControl } from '#core';
import { KeptFiles } from './kept-files.ts';
import { contentsOf } from './stick-contents.ts';

/** A stick at the host that holds these files. */
const stickWith = (files: ReadonlyMap<string, string>): StickControl =>
  ({
    list: async (folder = '') =>
      [...files].flatMap(([path, text]) => {
        const [place, name] = path.includes('/') ? path.split('/') : ['', path];
        return place === folder ? [{ name: name ?? '', size: text.length }] : [];
      }),
    folders: async (folder = '') =>
      folder === '' && [...files.keys()].some((path) => path.includes('/')) ? ['Reports'] : [],
    read: async (path: string) => {
      const text = files.get(path);
      if (text === undefined || text === 'unreadable') throw new Error('dead sector');
      return new TextEncoder().encode(text);
    },
  }) as Partial<StickControl> as StickControl; // nothing else is asked of it

const csv = '1;Default;Active\r\n1201;Marketing;Active\r\n';

test('what is new or changed on a stick is kept once, and said what it is', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-kept-'));
  const files = new Map([
    ['old.txt', 'as it was'],
    ['longer.csv', 'a,b\n'],
  ]);
  const { sizes } = await contentsOf(stickWith(files));
  files.set('longer.csv', 'a,b\nc,d\n');
  files.set('ACS_20260105_090000.CSV', csv);
  files.set('Reports/list.CSV', csv);
  files.set('dead.csv', 'unreadable');
  const kept = new KeptFiles(folder.path, 'artifacts/files');
  const entries = await kept.keep(stickWith(files), sizes);
  const sha256 = hash('sha256', csv);
  expect(entries.map(({ name }) => name)).toEqual([
    'longer.csv',
    'ACS_20260105_090000.CSV',
    'Reports/list.CSV',
  ]);
  expect(entries[1]).toEqual({
    type: 'file',
    name: 'ACS_20260105_090000.CSV',
    bytes: csv.length,
    sha256,
    identity: 'CSV, UTF-8, CRLF, fields by ;, 3 columns, 2 records',
    table: {
      rows: [
        ['1', 'Default', 'Active'],
        ['1201', 'Marketing', 'Active'],
      ],
      total: 2,
    },
    path: `artifacts/files/${sha256}.csv`,
  });
  expect(readFileSync(join(folder.path, entries[1]?.path ?? ''), 'utf8')).toBe(csv);
  expect(await kept.keep(stickWith(files), (await contentsOf(stickWith(files))).sizes)).toEqual([]);
});

test('a long table is shown by its first rows, and a file that is none has no table', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-kept-'));
  const rows = Array.from({ length: 70_000 }, (_, index) => `${index};${'x'.repeat(3)}`);
  const files = new Map([
    ['long.csv', `${rows.join('\n')}\n`],
    ['cut.pdf', '%PDF-1.7 and no more'],
  ]);
  const [long, cut] = await new KeptFiles(folder.path, 'files').keep(stickWith(files), new Map());
  expect(long?.table?.rows).toHaveLength(20);
  expect(long?.table?.total).toBe(70_000);
  expect(cut).toMatchObject({ identity: expect.stringMatching(/^damaged PDF: /), table: null });
});
