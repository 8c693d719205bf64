import type { Column } from '#core';
import { csvShape } from './csv-shape.ts';
import {
  type ReadLine,
  type ReadOptions,
  type ReadTable,
  type RefusedFile,
  refused,
} from './read-result.ts';
import { decodeText } from './text-encoding.ts';

/** A text that a spreadsheet would calculate, behind the mark that keeps it from doing so. */
const marked = /^'+[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** Reads CSV with whatever delimiter it has. Each record must have as many fields as the header. */
export async function readCsv(
  bytes: Uint8Array,
  columns: readonly Column[],
  { totals = false, formulaMarks = true }: ReadOptions,
): Promise<ReadTable | RefusedFile> {
  const decoded = await decodeText(bytes);
  if (decoded.status === 'damaged') return refused(decoded.problem);
  const shape = csvShape(decoded.text, columns.length);
  if (shape.status === 'damaged')
    return refused(shape.problem, { unit: 'line', number: shape.line });
  const { delimiter = ',' } = shape;
  const { CsvError, parse } = await import('csv-parse/sync');
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(decoded.text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      info: true,
      // A cast: with `info`, which its types do not follow, each record comes with its place.
    }) as unknown as typeof parsed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(error.message, { unit: 'line', number: Number(error.lines) });
  }
  const [header, ...records] = parsed;
  if (!header) return refused('there is no header');
  const unmarked = (text: string): string =>
    formulaMarks && marked.test(text) ? text.slice(1) : text;
  const rows: ReadLine[] = [];
  for (const { record, info } of records) {
    const place = { unit: 'line', number: info.lines } as const;
    if (record.length !== header.record.length)
      return refused(`${record.length} fields, and the header has ${header.record.length}`, place);
    const cells = record.map((text, index) =>
      columns[index]?.kind === 'text' || columns[index] === undefined ? unmarked(text) : text,
    );
    rows.push({ cells, place });
  }
  return {
    status: 'read',
    format: 'csv',
    lead: undefined,
    headings: header.record.map(unmarked),
    totals: totals ? rows.pop() : undefined,
    rows,
    spaces: 'kept',
    oddities: [],
  };
}
