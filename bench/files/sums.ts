import { type CellKind, type Column, cellText } from '#core';
import type { Difference } from './compare-tables.ts';
import type { ReadTable } from './read-result.ts';

/** Totals that are not the sum of the rows above them, both taken from the file. */
export function sumDifferences(
  columns: readonly Column[],
  { rows, totals }: ReadTable,
): readonly Difference[] {
  if (!totals) return [];
  return columns.flatMap(({ heading, kind }, index): readonly Difference[] => {
    const total = amountOf(kind, totals.cells[index] ?? '');
    if (total === undefined) return [];
    const sum = rows.reduce((sum, { cells }) => sum + (amountOf(kind, cells[index] ?? '') ?? 0), 0);
    if (Math.abs(sum - total) < 1e-6) return [];
    const [one, other] = [cellText(kind, total), cellText(kind, sum)];
    const text = `totals, column ${heading}: the file holds ${one}, and its rows add up to ${other}`;
    return [{ kind: 'sum', text }];
  });
}

/** What a cell adds to its column; `undefined` where nothing is added up. */
function amountOf(kind: CellKind, text: string): number | undefined {
  switch (kind) {
    case 'money':
      return /^-?\d+\.\d\d$/.test(text) ? Math.round(Number(text) * 100) : undefined;
    case 'count':
    case 'weight':
      return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
    case 'duration': {
      const [, hours, minutes, seconds] = (/^(\d+):(\d\d):(\d\d)$/.exec(text) ?? []).map(Number);
      return hours === undefined || minutes === undefined || seconds === undefined
        ? undefined
        : hours * 3600 + minutes * 60 + seconds;
    }
    case 'text':
    case 'date':
    case 'time':
      return undefined;
    default:
      return kind satisfies never;
  }
}
