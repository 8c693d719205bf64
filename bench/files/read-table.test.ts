import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Column } from '#core';
import { readTable } from './read-table.ts';

const columns: readonly Column[] = [
  { heading: 'Day', kind: 'date' },
  { heading: 'Name', kind: 'text' },
  { heading: 'Sum', kind: 'money' },
  { heading: 'Time', kind: 'time' },
];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cells = (read: Awaited<ReturnType<typeof readTable>>) =>
  read.status === 'read' ? read.rows.map((row) => row.cells) : read;

describe('CSV', () => {
  const header = 'Day,Name,Sum,Time\r\n';

  test('any line ends, delimiters and encodings are read', async () => {
    const western = Buffer.from('Day;Name;Sum;Time\n05/01/2026;M\xfcller \x80;1.50;\n', 'latin1');
    expect(cells(await readTable(western, columns))).toEqual([
      ['05/01/2026', 'Müller €', '1.50', ''],
    ]);
  });

  test('where two delimiters would do, the one that makes the wanted columns is taken', async () => {
    const two = [{ heading: 'Name; First; Last', kind: 'text' }, ...columns.slice(2, 3)] as const;
    const file = bytes('Name; First; Last,Sum\r\na;b;c,1.50\r\n');
    expect(cells(await readTable(file, two))).toEqual([['a;b;c', '1.50']]);
  });

  test('the mark of a text is taken off texts, unless it is to stay', async () => {
    const file = bytes(`${header},'=1+1,-1.50,\r\n,''=x,'-1.50,\r\n,'tis,,\r\n`);
    expect(cells(await readTable(file, columns))).toEqual([
      ['', '=1+1', '-1.50', ''],
      ['', "'=x", "'-1.50", ''],
      ['', "'tis", '', ''],
    ]);
    expect(cells(await readTable(file, columns, { formulaMarks: false }))).toMatchObject([
      ['', "'=1+1", '-1.50', ''],
      {},
      {},
    ]);
  });

  test.each([
    ['a comma without quotes', `${header},a,b,1.50,\r\n`, '5 fields, and the header has 4'],
    ['a bare quote', `${header},a"b"",1.50,\r\n`, 'Quote'],
    ['a page of HTML', '<html><table></table></html>', 'the file is html'],
    ['nothing', '', 'the file is empty'],
  ])('%s is refused with its reason', async (_what, text, problem) => {
    const read = await readTable(bytes(text), columns);
    expect(read).toMatchObject({ status: 'refused', problem: expect.stringContaining(problem) });
    if (text.startsWith(header)) expect(read).toMatchObject({ place: { unit: 'line', number: 2 } });
  });
});

describe('XLS', () => {
  type Cells = readonly unknown[];
  const workbook = (lines: readonly Cells[], date1904 = false): Uint8Array => {
    const sheet = utils.aoa_to_sheet(lines as unknown[][]); // the library's type is not readonly
    const book = { SheetNames: ['A'], Sheets: { A: sheet }, Workbook: { WBProps: { date1904 } } };
    return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }));
  };
  const headings = columns.map(({ heading }) => heading);
  const date = (v: number) => ({ t: 'n', v, z: 'dd/mm/yyyy' });
  const time = (v: number) => ({ t: 'n', v, z: 'hh:mm:ss' });

  test('values are read, not what a program shows', async () => {
    const file = workbook([
      ['Title'],
      [],
      headings,
      [date(46_027), '007', { t: 'n', v: 0.1 + 0.2, z: '0' }, time(0.5)],
    ]);
    expect(await readTable(file, columns)).toMatchObject({
      lead: ['Title'],
      headings,
      rows: [
        {
          cells: ['05/01/2026', '007', '0.30', '12:00:00'],
          place: { unit: 'sheet row', number: 4 },
        },
      ],
      oddities: [],
    });
  });

  test('days may be counted from 1904', async () => {
    const file = workbook([headings, [date(46_027 - 1_462), 'x', 1, time(0)]], true);
    expect(cells(await readTable(file, columns))).toEqual([
      ['05/01/2026', 'x', '1.00', '00:00:00'],
    ]);
  });

  test('what is stored as something else is told, with its place', async () => {
    const file = workbook([
      headings,
      [{ t: 'n', v: 46_027 }, 7, '1.00', true],
      [date(1.5), 'x', 1.234, ''],
    ]);
    expect(await readTable(file, columns)).toMatchObject({
      rows: [
        { cells: ['05/01/2026', '7', '1.00', expect.anything()] },
        { cells: ['1.5', 'x', '1.234', ''] },
      ],
      oddities: [
        {
          place: { unit: 'sheet row', number: 2 },
          problem: expect.stringContaining('column Day: a number of the format General'),
        },
        { problem: 'column Name: a number where a text belongs' },
        { problem: 'column Sum: a text where a figure belongs' },
        { problem: 'column Time: neither a text nor a number' },
      ],
    });
  });

  test('a header that is wrong is read as one, and none at all is refused', async () => {
    const wrong = ['Day', 'Nome', 'Sum', 'Time'];
    expect(await readTable(workbook([['Title'], wrong]), columns)).toMatchObject({
      headings: wrong,
    });
    expect(await readTable(workbook([['Title'], ['x']]), columns)).toMatchObject({
      status: 'refused',
      problem: 'no line holds the headings',
    });
  });
});
