import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, rowText, type Table } from '#core';
import { compareTables } from './compare-tables.ts';
import { pairRows } from './pair-rows.ts';
import type { ReadTable } from './read-result.ts';

const columns: readonly Column[] = [
  { heading: 'Account', kind: 'text' },
  { heading: 'Pieces', kind: 'count' },
  { heading: 'Postage', kind: 'money' },
];
const shown: Table = {
  title: 'Account Summary',
  notes: ['All accounts'],
  columns,
  rows: Array.from({ length: 20 }, (_, index) => [`Account ${index + 1}`, 1, 1200 + index]),
  totals: ['Total', 20, 24_190],
};

type Rows = readonly (readonly string[])[];

const place = (number: number) => ({ unit: 'line', number }) as const;
const texts: Rows = shown.rows.map((row) => rowText(columns, row));

const held = (rows: Rows, more: Partial<ReadTable> = {}): ReadTable => ({
  status: 'read',
  format: 'csv',
  lead: undefined,
  headings: columns.map(({ heading }) => heading),
  rows: rows.map((cells, index) => ({ cells, place: place(index + 2) })),
  totals: { cells: ['Total', '20', '241.90'], place: place(rows.length + 2) },
  spaces: 'kept',
  oddities: [],
  ...more,
});
const found = (rows: Rows, more: Partial<ReadTable> = {}) =>
  compareTables(shown, held(rows, more)).differences.map(({ text }) => text);
const changed = (row: number, cells: readonly string[]): Rows => texts.with(row, cells);

test('the same table has no difference', () => {
  expect(compareTables(shown, held(texts))).toEqual({ differences: [], more: 0 });
});

describe('said in words:', () => {
  test.each([
    [
      'a cell',
      changed(16, ['Account 17', '1', '12.61']),
      [
        'row 17, column Postage: the display shows 12.16, the file holds 12.61 (line 18)',
        'totals, column Postage: the file holds 241.90, and its rows add up to 242.35',
      ],
    ],
    [
      'a cell with spaces, and one that is empty',
      changed(0, ['', '1', '12.00']),
      ['row 1, column Account: the display shows "Account 1", the file holds nothing (line 2)'],
    ],
    [
      'a row that is missing',
      texts.toSpliced(2, 1),
      [
        'row 3 is not in the file: Account 3 | 1 | 12.02',
        'totals, column Pieces: the file holds 20, and its rows add up to 19',
        'totals, column Postage: the file holds 241.90, and its rows add up to 229.88',
      ],
    ],
    [
      'a row too many',
      texts.toSpliced(2, 0, ['Account 3', '0', '0.00']),
      ['only in the file (line 4): Account 3 | 0 | 0.00'],
    ],
    [
      'a row at another place',
      [...texts.slice(1), texts[0] ?? []],
      ['row 1 of the display is row 20 of the file (line 21)'],
    ],
    [
      'a field more',
      changed(1, ['Account 2', '1', '12.01', 'x']),
      ['row 2, column 4: the display shows nothing, the file holds x (line 3)'],
    ],
  ])('%s', (_what, rows, differences) => {
    expect(found(rows)).toEqual(differences);
  });

  test('headings, totals, title, notes and what is stored otherwise', () => {
    expect(found(texts, { headings: ['Account', 'Postage'] })).toEqual([
      'the heading of column 2: the display shows Pieces, the file holds Postage',
      'the heading of column 3: the display shows Postage, the file holds nothing',
    ]);
    expect(
      found(texts, { totals: { cells: ['Total', '20', '241.91'], place: place(22) } }),
    ).toEqual([
      'totals, column Postage: the display shows 241.90, the file holds 241.91 (line 22)',
      'totals, column Postage: the file holds 241.91, and its rows add up to 241.90',
    ]);
    expect(found(texts, { totals: undefined })).toEqual(['only the display has totals']);
    expect(found(texts, { lead: ['Account Summary', 'No accounts'] })).toEqual([
      'line 2 above the table: the display shows "All accounts", the file holds "No accounts"',
    ]);
    expect(
      found(texts, { oddities: [{ place: place(4), problem: 'column Postage: text' }] }),
    ).toEqual(['line 4: column Postage: text']);
  });
});

test('a total that is wrong on the display as well is still found', () => {
  const wrong = { ...shown, totals: ['Total', 20, 24_191] };
  const read = held(texts, { totals: { cells: ['Total', '20', '241.91'], place: place(22) } });
  expect(compareTables(wrong, read).differences).toEqual([
    {
      kind: 'sum',
      text: 'totals, column Postage: the file holds 241.91, and its rows add up to 241.90',
    },
  ]);
});

test('spaces count, except in a format that does not keep them', () => {
  const rows = changed(0, ['Account  1', '1', '12.00']);
  const loose = { ...shown, rows: [['Account  1 ', 1, 1200], ...shown.rows.slice(1)] };
  expect(found(rows)).toHaveLength(1);
  expect(compareTables(loose, held(texts, { spaces: 'collapsed' })).differences).toEqual([]);
});

test('only so many are listed, and the others are counted', () => {
  const rows = texts.map(([name = '', pieces = '']) => [name, pieces, '1.00']);
  const { differences, more } = compareTables(shown, held(rows), { most: 3 });
  expect([differences.length, more]).toEqual([3, 18]);
});

test('every row of either side is in one pair, and equal tables have only pairs of equals', () => {
  const anyRows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 12 });
  fc.assert(
    fc.property(anyRows, anyRows, (one, other) => {
      const pairs = pairRows(one, other);
      const places = (side: 'shown' | 'held') =>
        pairs.flatMap((pair) => pair[side] ?? []).sort((a, b) => a - b);
      expect(places('shown')).toEqual([...new Set(places('shown'))]);
      expect(places('held')).toEqual([...new Set(places('held'))]);
      expect(pairRows(one, one)).toEqual([]);
    }),
  );
});
