import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, type CellKind, type Column, rowText, type Table } from '#core';
import { type ReportFileType, writeReportFile } from '#emulator';
import { compareFile } from './compare-file.ts';
import { readTable } from './read-table.ts';
import { sampleReport } from './sample-report.ts';

const made = Date.UTC(2026, 0, 5, 9);

async function written(type: ReportFileType, table: Table): Promise<Uint8Array> {
  const file = await writeReportFile(type, table, { made, maker: 'Connect+ 3000' });
  if (file.status !== 'written') throw new Error(file.status);
  return file.bytes;
}

const words = [
  ...[
    '',
    ' ',
    'a,b;c\td|e',
    '"',
    '""',
    'say "no"',
    "'",
    "'=1",
    '=1+1',
    '+44',
    '-5',
    '@me',
    '00042',
  ],
  ...[' two  spaces ', 'line\nbreak', 'cr\rlf\r\n', '\ttab', 'é ß Ł €', 'e\u0301', 'ﬁ µ Ω', '日本'],
  ...[
    '😀👨‍👩‍👧',
    'שלום 12',
    'مرحبا',
    '\u00a0',
    '\u00ad',
    'co\u2010op',
    '⟨65E5⟩',
    '⟨⟩',
    '\ufeff',
    'Page 1 of 1',
  ],
  ...[
    'n'.repeat(75),
    'a description '.repeat(11).slice(0, 150),
    'Ł'.repeat(150),
    '1.5',
    '05/01/2026',
  ],
];
const anyText = fc.oneof(
  fc.constantFrom(...words),
  // NUL marks a file as no text; a meter's keyboard has none.
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
  fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join(' ').slice(0, 250)),
);
const anyHeading = anyText.map((text) => `${text.slice(0, 40)}#`);
// Never like a heading: a title that is one cannot be told from the header of a single column.
const anyLine = anyText.map((text) => `Report: ${text}`);

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const anyCell: Readonly<Record<CellKind, fc.Arbitrary<Cell>>> = {
  text: anyText,
  count: fc.integer(),
  money: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
  weight: fc.nat(),
  date: fc
    .tuple(
      fc.integer({ min: 1901, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => `${year}-${twoDigits(month)}-${twoDigits(day)}`),
  time: fc.nat(86_399),
  duration: fc.nat(10 ** 7),
};
const kinds = Object.keys(anyCell) as CellKind[]; // the keys of a record of every kind

/** The first column is a number, so that no row is empty: an empty row is none in a sheet or on paper. */
const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.constantFrom(...kinds), { maxLength: 8 })
  .chain((others) => {
    const columns: readonly CellKind[] = ['count', ...others];
    const row = fc.tuple(
      ...columns.map((kind, index) =>
        index === 0 ? anyCell[kind] : fc.option(anyCell[kind], { freq: 9 }),
      ),
    );
    return fc.record({
      title: anyLine,
      notes: fc.array(anyLine, { maxLength: 3 }),
      columns: fc
        .tuple(...columns.map(() => anyHeading))
        .map((all) =>
          all.map((heading, index): Column => ({ heading, kind: columns[index] ?? 'text' })),
        ),
      rows: fc.array(row, { maxLength: 30 }),
    });
  })
  .map((table) => ({ ...table, totals: sums(table) }));

const sums = ({ columns, rows }: Table): readonly Cell[] =>
  columns.map(({ kind }, index) =>
    ['count', 'money', 'weight', 'duration'].includes(kind)
      ? rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0)
      : null,
  );

/** A PDF does not keep how many spaces there are, nor any at the ends. */
const collapsed = (text: string): string => text.replace(/ +/g, ' ').replace(/^ | $/g, '');

/** Long enough for a machine that does other work as well. */
const limitMs = 120_000;

describe.each([
  ['csv', 300],
  ['xls', 300],
  ['pdf', 100],
] as const)('as %s', { timeout: limitMs }, (type, numRuns) => {
  test('any table is read back as it was', async () => {
    const kept = type === 'pdf' ? collapsed : (text: string): string => text;
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const bytes = await written(type, table);
        const read = await readTable(bytes, table.columns, { totals: true });
        if (read.status === 'refused') throw new Error(read.problem);
        const texts = (row: readonly Cell[]) => rowText(table.columns, row).map(kept);
        expect(read.headings).toEqual(table.columns.map(({ heading }) => kept(heading)));
        expect(read.rows.map(({ cells }) => cells)).toEqual(table.rows.map(texts));
        expect(read.totals?.cells).toEqual(texts(table.totals ?? []));
        if (read.lead) expect(read.lead).toEqual([table.title, ...table.notes].map(kept));
        expect(await compareFile(table, bytes)).toMatchObject({
          status: 'compared',
          differences: [],
        });
      }),
      { numRuns },
    );
  });

  test('5,000 rows are read back, and writing them again gives the same bytes', async () => {
    const table = sampleReport(5_000);
    const bytes = await written(type, table);
    expect(await compareFile(table, bytes)).toMatchObject({ status: 'compared', differences: [] });
    await written(type, sampleReport(3));
    expect(Buffer.compare(bytes, await written(type, table))).toBe(0);
  });

  test('a report without rows has its header and its totals', async () => {
    const table = sampleReport(0);
    expect(await compareFile(table, await written(type, table))).toMatchObject({
      status: 'compared',
      differences: [],
    });
  });
});
