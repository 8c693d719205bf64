import { expect, test } from 'vitest';
import type { Table } from '#core';
import { writeCsv } from './report-csv.ts';

const table: Table = {
  title: 'Accounts',
  notes: ['Not in a CSV file'],
  columns: [
    { heading: 'Name', kind: 'text' },
    { heading: 'Spent', kind: 'money' },
  ],
  rows: [
    ['a, "b"', -250],
    ['=1+1', null],
    ["'=1", 0],
    [' lone\n', 5],
    ['semi;colon', 1],
  ],
  totals: [null, -244],
};
const text = async (options?: Parameters<typeof writeCsv>[1]): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeCsv(table, options));

test('a header, the rows and the totals, in quotes where a program could trip', async () => {
  expect(await text()).toBe(
    [
      '\ufeffName,Spent',
      '"a, ""b""",-2.50',
      "'=1+1,",
      "''=1,0.00",
      '" lone\n",0.05',
      '"semi;colon",0.01',
      ',-2.44',
      '',
    ].join('\r\n'),
  );
});

test('without a byte order mark, and with formulas as they are', async () => {
  const plain = await text({ bom: false, formulas: 'as they are' });
  expect(plain).toMatch(/^Name,Spent\r\n/);
  expect(plain).toContain('\r\n=1+1,\r\n');
});

test('a lone cell that is empty is a record all the same', async () => {
  const columns = [{ heading: 'Name', kind: 'text' }] as const;
  const bytes = await writeCsv({ title: '', notes: [], columns, rows: [[null], ['x']] });
  expect(new TextDecoder().decode(bytes)).toBe('Name\r\n""\r\nx\r\n');
});
