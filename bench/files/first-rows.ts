import type { FileTable } from '#core';
import type { FileIdentity } from './file-identity.ts';
import { decodeText } from './text-encoding.ts';

const mostRows = 20;
const mostColumns = 32;
const longestCell = 200;

/** The first rows of the table in a file as they stand there, for people to look at; `null` where there is none. */
export async function firstRows(
  bytes: Uint8Array,
  identity: FileIdentity,
): Promise<FileTable | null> {
  switch (identity.kind) {
    case 'csv':
      return csvRows(bytes, identity.delimiter, identity.records);
    case 'xls':
      return identity.encrypted ? null : xlsRows(bytes);
    default:
      return null;
  }
}

async function csvRows(
  bytes: Uint8Array,
  delimiter: string | undefined,
  total: number,
): Promise<FileTable | null> {
  const decoded = await decodeText(bytes);
  if (decoded.status === 'damaged') return null;
  const { parse } = await import('csv-parse/sync');
  const rows = parse(decoded.text, {
    // Where every record is one field nothing parts them.
    delimiter: delimiter ?? '\u0000',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    to: mostRows,
  });
  return { rows: rows.map(shortened), total };
}

async function xlsRows(bytes: Uint8Array): Promise<FileTable | null> {
  const { read, utils } = await import('@e965/xlsx');
  const book = read(bytes, { type: 'array', sheetRows: mostRows, cellText: true });
  const sheet = book.SheetNames.map((name) => book.Sheets[name]).find((each) => each?.['!ref']);
  if (!sheet) return null;
  const rows: readonly unknown[][] = utils.sheet_to_json(sheet, {
    header: 1,
    raw: false,
    defval: '',
  });
  const whole = utils.decode_range(String(sheet['!fullref'] ?? sheet['!ref']));
  return {
    rows: rows.map((row) => shortened(row.map((cell) => String(cell ?? '')))),
    total: whole.e.r + 1,
  };
}

const shortened = (row: readonly string[]): readonly string[] =>
  row
    .slice(0, mostColumns)
    .map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell));
