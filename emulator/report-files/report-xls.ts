import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { type Cell, type CellKind, isCivilTime, type Table } from '#core';
import type { ReportFile, ReportFileOptions } from './report-file.ts';
import { sheetName } from './sheet-name.ts';

/** Limits of BIFF8; the library cuts off what is beyond them and says so on the console only. */
const mostRows = 65_536;
const mostColumns = 256;

/** A text in its own cell is cut off by the library after these; a shared string is not. */
const longestLabel = 255;

/** A shared string must fit into one record of 8,224 bytes: the library never ends over a longer one. */
const longestText = 4_000;

const widestColumn = 60;

const formats = {
  money: '0.00',
  date: 'dd/mm/yyyy',
  time: '[hh]:mm:ss',
} as const;

/** True BIFF8: title, notes and an empty row above the header; numbers, dates and times as such. */
export async function writeXls(table: Table, options: ReportFileOptions): Promise<ReportFile> {
  const { title, notes, columns, rows, totals } = table;
  const around = [[title], ...notes.map((note) => [note]), []];
  const others = around.length + 1 + (totals ? 1 : 0);
  if (rows.length + others > mostRows)
    return { status: 'too many rows', rows: rows.length, most: mostRows - others };
  if (columns.length > mostColumns)
    return { status: 'too many columns', columns: columns.length, most: mostColumns };

  const widths = columns.map(({ heading }) => heading.length);
  let longest = 0;
  const text = (value: string): CellObject => {
    if (value.length > longest) longest = value.length;
    return { t: 's', v: value };
  };
  const lineOf = (row: readonly Cell[]): (CellObject | undefined)[] =>
    columns.map(({ kind }, index) => {
      const cell = row[index] ?? null;
      if (cell === null || cell === '') return undefined;
      const length = typeof cell === 'string' ? cell.length : 10;
      if (length > (widths[index] ?? 0)) widths[index] = length;
      return typeof cell === 'string'
        ? (dateCell(kind, cell) ?? text(cell))
        : numberCell(kind, cell);
    });
  const data = [
    ...around.map((line) => line.map(text)),
    columns.map(({ heading }) => text(heading)),
    ...rows.map(lineOf),
    ...(totals ? [lineOf(totals)] : []),
  ];
  if (longest > longestText) return { status: 'text too long', length: longest, most: longestText };

  const { utils, write } = await import('@e965/xlsx');
  const end = { r: data.length - 1, c: Math.max(columns.length, 1) - 1 };
  const sheet = {
    '!data': data,
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: end }),
    '!cols': widths.map((width) => ({ wch: Math.min(width + 2, widestColumn) })),
  } as WorkSheet; // the library's type has cells by address only, its dense form has rows
  const name = sheetName(title);
  const workbook = {
    SheetNames: [name],
    Sheets: { [name]: sheet },
    // The library would otherwise take the time from the host.
    Props: { Title: title, Author: options.maker, CreatedDate: new Date(options.made) },
  } as WorkBook;
  // Shared strings only where a text needs them: the library seeks each among all others, one by one.
  const how = { type: 'buffer', bookType: 'biff8', bookSST: longest > longestLabel } as const;
  return { status: 'written', bytes: write(workbook, how) };
}

/** A date as days since 1899-12-30, from 1900-03-01 on: before it spreadsheets disagree. */
function dateCell(kind: CellKind, cell: string): CellObject | undefined {
  if (kind !== 'date') return undefined;
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (!isCivilTime({ year, month, day, hour: 0, minute: 0, second: 0 })) return undefined;
  const serial = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
  return serial < 61 ? undefined : { t: 'n', v: serial, z: formats.date };
}

function numberCell(kind: CellKind, cell: number): CellObject {
  switch (kind) {
    case 'money':
      return { t: 'n', v: cell / 100, z: formats.money };
    case 'time':
    case 'duration':
      return { t: 'n', v: cell / 86_400, z: formats.time };
    case 'text':
      return { t: 's', v: String(cell) };
    case 'count':
    case 'weight':
    case 'date':
      return { t: 'n', v: cell };
    default:
      return kind satisfies never;
  }
}
