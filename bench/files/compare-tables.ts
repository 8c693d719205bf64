import { type Cell, type Column, rowText, type Table } from '#core';
import { placeText, problemText } from './file-place.ts';
import { pairRows } from './pair-rows.ts';
import type { ReadLine, ReadTable } from './read-result.ts';
import { sumDifferences } from './sums.ts';

export type DifferenceKind =
  | 'title'
  | 'heading'
  | 'cell'
  | 'missing row'
  | 'extra row'
  | 'moved row'
  | 'totals'
  | 'sum'
  | 'stored';

/** One way in which a file differs from the display, in words. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly text: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** How many more there are than are listed. */
  readonly more: number;
}

/**
 * Compares a report as the display shows it with what a file holds, cell by cell: headings, rows and
 * their order, totals, title and notes where the format has them. The totals in the file must also be
 * the sums of its rows.
 */
export function compareTables(shown: Table, read: ReadTable, { most = 20 } = {}): Comparison {
  const found = allDifferences(shown, read);
  return { differences: found.slice(0, most), more: Math.max(0, found.length - most) };
}

function allDifferences(shown: Table, read: ReadTable): readonly Difference[] {
  const { columns } = shown;
  const asKept = fitting(read);
  const texts = (row: readonly Cell[]): readonly string[] => rowText(columns, row).map(asKept);
  const nameOf = (index: number): string => columns[index]?.heading ?? `${index + 1}`;
  const cells = (one: readonly string[], other: readonly string[], what: string, at: string) =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index)
      .filter((index) => (one[index] ?? '') !== (other[index] ?? ''))
      .map(
        (index): string =>
          `${what}, column ${nameOf(index)}: the display shows ${said(one[index])}, the file holds ${said(other[index])}${at}`,
      );
  const held = (line: ReadLine): string => ` (${placeText(line.place)})`;

  const rows = shown.rows.map(texts);
  const pairs = pairRows(
    rows,
    read.rows.map(({ cells }) => cells),
  );
  const rowDifferences = pairs.flatMap((pair): readonly Difference[] => {
    const line = pair.held === undefined ? undefined : read.rows[pair.held];
    const row = pair.shown === undefined ? undefined : rows[pair.shown];
    const number = (pair.shown ?? 0) + 1;
    if (row && line && pair.moved)
      return [
        {
          kind: 'moved row',
          text: `row ${number} of the display is row ${(pair.held ?? 0) + 1} of the file${held(line)}`,
        },
      ];
    if (row && line)
      return cells(row, line.cells, `row ${number}`, held(line)).map((text) => ({
        kind: 'cell',
        text,
      }));
    if (row)
      return [
        { kind: 'missing row', text: `row ${number} is not in the file: ${row.join(' | ')}` },
      ];
    return line
      ? [{ kind: 'extra row', text: `only in the file${held(line)}: ${line.cells.join(' | ')}` }]
      : [];
  });

  return [
    ...leadDifferences(shown, read, asKept),
    ...headingDifferences(columns, read.headings, asKept),
    ...rowDifferences,
    ...totalsDifferences(shown.totals && texts(shown.totals), read.totals, cells),
    ...sumDifferences(columns, read),
    ...read.oddities.map((odd): Difference => ({ kind: 'stored', text: problemText(odd) })),
  ];
}

/** What is left of a text in a format that loses spaces. */
const fitting =
  ({ spaces }: ReadTable) =>
  (text: string): string =>
    spaces === 'kept' ? text : text.replace(/ +/g, ' ').replace(/^ | $/g, '');

const said = (text: string | undefined): string =>
  text === undefined || text === '' ? 'nothing' : /^\S+$/.test(text) ? text : `"${text}"`;

function leadDifferences(
  { title, notes }: Table,
  { lead, spaces }: ReadTable,
  asKept: (text: string) => string,
): readonly Difference[] {
  if (!lead) return [];
  const wanted = [title, ...notes].map(asKept).filter((text) => text !== '');
  // On paper, where a note ends and where it goes on in the next line may look alike.
  if (spaces === 'collapsed' && wanted.join(' ') === lead.join(' ')) return [];
  return Array.from({ length: Math.max(wanted.length, lead.length) }, (_, index) => index)
    .filter((index) => wanted[index] !== lead[index])
    .map((index) => ({
      kind: 'title',
      text: `line ${index + 1} above the table: the display shows ${said(wanted[index])}, the file holds ${said(lead[index])}`,
    }));
}

const headingDifferences = (
  columns: readonly Column[],
  headings: readonly string[],
  asKept: (text: string) => string,
): readonly Difference[] =>
  Array.from({ length: Math.max(columns.length, headings.length) }, (_, index) => index)
    .filter((index) => asKept(columns[index]?.heading ?? '') !== (headings[index] ?? ''))
    .map((index) => ({
      kind: 'heading',
      text: `the heading of column ${index + 1}: the display shows ${said(columns[index]?.heading)}, the file holds ${said(headings[index])}`,
    }));

function totalsDifferences(
  shown: readonly string[] | undefined,
  read: ReadLine | undefined,
  cells: (one: readonly string[], other: readonly string[], what: string, at: string) => string[],
): readonly Difference[] {
  if (!shown && !read) return [];
  if (!shown || !read)
    return [{ kind: 'totals', text: `only ${shown ? 'the display' : 'the file'} has totals` }];
  const at = ` (${placeText(read.place)})`;
  return cells(shown, read.cells, 'totals', at).map((text) => ({ kind: 'totals', text }));
}
