import { formatPence } from './units.ts';

/** What a cell of a report is: it decides how it is shown and how a spreadsheet stores it. */
export type CellKind = 'text' | 'count' | 'money' | 'weight' | 'date' | 'time' | 'duration';

/**
 * One value of a report; `null` is an empty cell. Money is in pence, weight in grams, a date is
 * `YYYY-MM-DD`, a time is seconds since midnight, a duration is seconds.
 */
export type Cell = string | number | null;

export interface Column {
  readonly heading: string;
  readonly kind: CellKind;
}

/** A report as a table: what the display shows, and what every file made from it must hold. */
export interface Table {
  readonly title: string;
  /** Lines above the table: the period, the filter, when it was made. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The line below the table, one cell a column. */
  readonly totals?: readonly Cell[];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A cell as people read it, the same on the display, in a CSV file and on paper. */
export function cellText(kind: CellKind, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return kind === 'date' ? dayText(cell) : cell;
  switch (kind) {
    case 'money':
      return formatPence(cell);
    case 'time':
    case 'duration':
      return `${two(Math.floor(cell / 3600))}:${two(Math.floor(cell / 60) % 60)}:${two(cell % 60)}`;
    case 'text':
    case 'count':
    case 'weight':
    case 'date':
      return String(cell);
    default:
      return kind satisfies never;
  }
}

/** `2026-01-05` as `05/01/2026`. */
const dayText = (date: string): string => date.split('-').reverse().join('/');

/** A line of a table as people read it. */
export const rowText = (columns: readonly Column[], row: readonly Cell[]): readonly string[] =>
  columns.map(({ kind }, index) => cellText(kind, row[index] ?? null));
