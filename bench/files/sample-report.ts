import type { Cell, Column, Table } from '#core';

const columns: readonly Column[] = [
  { heading: 'Date', kind: 'date' },
  { heading: 'Start time', kind: 'time' },
  { heading: 'Total time', kind: 'duration' },
  { heading: 'Account', kind: 'text' },
  { heading: 'Code', kind: 'text' },
  { heading: 'Class', kind: 'text' },
  { heading: 'Weight', kind: 'weight' },
  { heading: 'Pieces', kind: 'count' },
  { heading: 'Postage', kind: 'money' },
];

const names = [
  'Łódź',
  'Marketing, "West"',
  'Café Müller',
  '=1+1',
  'Sales; Returns',
  'Großkunden €',
];

const sum = (rows: readonly (readonly Cell[])[], column: number): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

/** For tests: a transaction log of so many rows, with what trips programs over in its names. */
export function sampleReport(count: number): Table {
  const rows = Array.from({ length: count }, (_, index): readonly Cell[] => [
    `2026-${String((index % 12) + 1).padStart(2, '0')}-05`,
    (33_153 + index * 61) % 86_400,
    (index * 37) % 200_000,
    names[index % names.length] ?? '',
    String(index % 1_000).padStart(6, '0'),
    index % 7 === 0 ? null : '1st Class',
    (index * 13) % 2_000,
    (index % 9) + 1,
    (index * 131) % 100_000,
  ]);
  const totals = columns.map(({ kind }, index): Cell => {
    if (index === 0) return 'Total';
    return kind === 'text' || kind === 'time' ? null : sum(rows, index);
  });
  const notes = ['From 01/01/2026 to 31/12/2026', 'Made at 09:00'];
  return { title: 'Transaction Log: Łódź', notes, columns, rows, totals };
}
