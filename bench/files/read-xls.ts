import type { CellObject, WorkBook } from '@e965/xlsx';
import type { Column } from '#core';
import type { FileProblem } from './file-place.ts';
import { headerLine, isEmpty } from './header-line.ts';
import {
  type ReadLine,
  type ReadOptions,
  type ReadTable,
  type RefusedFile,
  refused,
} from './read-result.ts';
import { xlsText } from './xls-cell.ts';

/**
 * Reads the first sheet that has anything in it. Only for what is known to be BIFF8: the library makes
 * a workbook of any bytes at all.
 */
export async function readXls(
  bytes: Uint8Array,
  columns: readonly Column[],
  { totals = false }: ReadOptions,
): Promise<ReadTable | RefusedFile> {
  const { read, SSF } = await import('@e965/xlsx');
  let book: WorkBook;
  try {
    book = read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false });
  } catch (error) {
    return refused(`the workbook cannot be read: ${String(error)}`);
  }
  const sheet = book.SheetNames.map((name) => book.Sheets[name]).find((each) => each?.['!ref']);
  if (!sheet) return refused('no sheet has anything in it');
  // A cast: asked for dense sheets, the library gives rows, which its types do not know.
  const data = sheet['!data'] as ((CellObject | undefined)[] | undefined)[];
  const lines = Array.from(data, (cells) => Array.from(cells ?? []));
  const plain = (cells: readonly (CellObject | undefined)[]): readonly string[] =>
    Array.from({ length: Math.max(cells.length, columns.length) }, (_, at) =>
      String(cells[at]?.v ?? ''),
    );

  const wanted = columns.map(({ heading }) => heading);
  const at = headerLine(lines.slice(0, 200).map(plain), wanted);
  if (at === undefined)
    return refused('no line holds the headings', { unit: 'sheet row', number: 1 });
  const headings = trimmed(plain(lines[at] ?? []));
  const days1904 = book.Workbook?.WBProps?.date1904 === true;
  const oddities: FileProblem[] = [];
  const rows: ReadLine[] = [];
  for (const [index, cells] of lines.slice(at + 1).entries()) {
    const place = { unit: 'sheet row', number: at + index + 2 } as const;
    const width = Math.max(headings.length, cells.length);
    const texts = Array.from({ length: width }, (_, column) => {
      const kind = columns[column]?.kind ?? 'text';
      const { text, odd } = xlsText(kind, cells[column], { days1904, isDate: SSF.is_date });
      const heading = columns[column]?.heading ?? `${column + 1}`;
      if (odd) oddities.push({ place, problem: `column ${heading}: ${odd}` });
      return text;
    });
    if (!isEmpty(texts)) rows.push({ cells: texts, place });
  }
  const last = totals ? rows.pop() : undefined;
  return {
    status: 'read',
    format: 'xls',
    lead: lines
      .slice(0, at)
      .map((cells) => trimmed(plain(cells)).join(' '))
      .filter((text) => text !== ''),
    headings,
    rows,
    totals: last,
    spaces: 'kept',
    // A totals line has words where its columns have figures.
    oddities: last ? oddities.filter(({ place }) => place?.number !== last.place.number) : oddities,
  };
}

/** Without the empty cells at its end. */
const trimmed = (line: readonly string[]): readonly string[] =>
  line.slice(0, line.findLastIndex((text) => text !== '') + 1);
