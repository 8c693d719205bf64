import { read } from '@e965/xlsx';
import { expect, test, vi } from 'vitest';
import type { Cell, CellKind, Table } from '#core';
import { writeXls } from './report-xls.ts';
import { sheetName } from './sheet-name.ts';

const made = Date.UTC(2026, 0, 5, 9);
const options = { made, maker: 'Connect+' };
const column = (kind: CellKind, rows: readonly Cell[], more: Partial<Table> = {}): Table => ({
  title: 'Report',
  notes: [],
  columns: [{ heading: 'Value', kind }],
  rows: rows.map((cell) => [cell]),
  ...more,
});

async function bytesOf(table: Table): Promise<Uint8Array> {
  const file = await writeXls(table, options);
  if (file.status !== 'written') throw new Error(file.status);
  return file.bytes;
}

/** The cells below the header, as they are stored. */
async function stored(kind: CellKind, rows: readonly Cell[]) {
  const book = read(await bytesOf(column(kind, rows)), { cellNF: true, cellText: false });
  const sheet = book.Sheets.Report ?? {};
  return rows.map((_, index) => sheet[`A${index + 4}`]);
}

test.each([
  ['text', '=1+1', { t: 's', v: '=1+1' }],
  ['text', '00042', { t: 's', v: '00042' }],
  ['money', -1234, { t: 'n', v: -12.34, z: '0.00' }],
  ['count', 7, { t: 'n', v: 7 }],
  ['weight', 20.5, { t: 'n', v: 20.5 }],
  ['date', '2026-01-05', { t: 'n', v: 46_027, z: 'dd/mm/yyyy' }],
  ['date', '1900-03-01', { t: 'n', v: 61, z: 'dd/mm/yyyy' }],
  ['date', '1900-02-28', { t: 's', v: '1900-02-28' }],
  ['date', '2026-02-30', { t: 's', v: '2026-02-30' }],
  ['time', 43_200, { t: 'n', v: 0.5, z: '[hh]:mm:ss' }],
  ['duration', 129_600, { t: 'n', v: 1.5, z: '[hh]:mm:ss' }],
] as const)('%s %j is stored as what it is', async (kind, cell, expected) => {
  expect(await stored(kind, [cell])).toMatchObject([expected]);
});

test('texts of any length that fits are whole, and one that does not is refused', async () => {
  const texts = ['a', 'b'.repeat(255), 'ł'.repeat(256), 'd'.repeat(4_000)];
  for (const some of [texts.slice(0, 2), texts])
    expect((await stored('text', some)).map((cell) => cell?.v)).toEqual(some);
  expect(await writeXls(column('text', ['e'.repeat(4_001)]), options)).toEqual({
    status: 'text too long',
    length: 4_001,
    most: 4_000,
  });
});

test('a sheet has 65,536 rows; one more is refused before anything is written', {
  timeout: 120_000,
}, async () => {
  // The title, an empty row and the header need a row each.
  const rows = Array.from({ length: 65_533 }, (_, index) => index);
  const last = read(await bytesOf(column('count', rows)), { sheetRows: 0 });
  expect(last.Sheets.Report?.A65536?.v).toBe(65_532);
  expect(await writeXls(column('count', [...rows, 1]), options)).toEqual({
    status: 'too many rows',
    rows: 65_534,
    most: 65_533,
  });
  const more = { notes: ['one'], totals: [1] };
  expect(await writeXls(column('count', rows, more), options)).toMatchObject({ most: 65_531 });
});

test('more columns than a sheet has are refused', async () => {
  const columns = Array.from({ length: 257 }, () => ({ heading: 'x', kind: 'text' }) as const);
  expect(await writeXls({ title: '', notes: [], columns, rows: [] }, options)).toEqual({
    status: 'too many columns',
    columns: 257,
    most: 256,
  });
});

test('the bytes depend on the report and its time, not on the host or on what was written before', async () => {
  const table = column('date', ['2026-01-05']);
  const first = await bytesOf(table);
  await bytesOf(column('time', [5]));
  vi.useFakeTimers({ now: Date.UTC(2040, 1, 1), toFake: ['Date'] });
  try {
    expect(Buffer.compare(await bytesOf(table), first)).toBe(0);
  } finally {
    vi.useRealTimers();
  }
  const later = await writeXls(table, { ...options, made: made + 1_000 });
  expect(later).not.toMatchObject({ bytes: first });
});

test.each([
  ['Transaction Log', 'Transaction Log'],
  ['a:b\\c/d?e*f[g]h', 'a b c d e f g h'],
  ["'Sales'", 'Sales'],
  [' ', 'Report'],
  ['History', 'Report'],
  ['Weight Break by Account and by Carrier', 'Weight Break by Account and by'],
  [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
])('the sheet of %j is named %j', (title, name) => {
  expect(sheetName(title)).toBe(name);
});
