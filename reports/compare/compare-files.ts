import type { FileEntry, Sha256 } from '#core';
import { pairUp } from './pair-up.ts';

/** A row of a table that differs; `null` where the file has no such row. */
export interface RowDifference {
  /** From 1. */
  readonly row: number;
  readonly first: readonly string[] | null;
  readonly second: readonly string[] | null;
}

/** A file that a meter wrote otherwise, or in one of the runs only. */
export interface FileDifference {
  readonly name: string;
  readonly first: FileSeen | null;
  readonly second: FileSeen | null;
  /** The first rows that differ, of those that the records have. */
  readonly rows: readonly RowDifference[];
}

export interface FileSeen {
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly identity: string;
  /** How many rows its table has; `null` where it is none. */
  readonly rows: number | null;
}

/** How many rows of a file are shown. */
const rowsShown = 10;

/** Compares the files of a scenario by name; those of one name by their order. */
export const compareFiles = (
  first: readonly FileEntry[],
  second: readonly FileEntry[],
): readonly FileDifference[] =>
  pairUp(first, second, ({ name }) => name).flatMap(([a, b]) =>
    a?.sha256 === b?.sha256
      ? []
      : [{ name: (a ?? b)?.name ?? '', first: seen(a), second: seen(b), rows: rowsOf(a, b) }],
  );

const seen = (file: FileEntry | undefined): FileSeen | null =>
  file
    ? {
        sha256: file.sha256,
        bytes: file.bytes,
        identity: file.identity,
        rows: file.table?.total ?? null,
      }
    : null;

function rowsOf(a: FileEntry | undefined, b: FileEntry | undefined): readonly RowDifference[] {
  if (!a?.table || !b?.table) return [];
  const [first, second] = [a.table.rows, b.table.rows];
  const differing: RowDifference[] = [];
  for (let row = 0; row < Math.max(first.length, second.length); row += 1) {
    const [one = null, other = null] = [first[row], second[row]];
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    differing.push({ row: row + 1, first: one, second: other });
    if (differing.length === rowsShown) break;
  }
  return differing;
}
