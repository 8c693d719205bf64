import { type Column, cellText, rowText, type Table } from '#core';

export interface CsvOptions {
  /** Whether the file begins with the byte order mark that tells Excel it is UTF-8. Default: yes. */
  readonly bom?: boolean;
  /**
   * What happens to a text that a spreadsheet would take for a formula. Default: `marked`, with a
   * `'` before it, which a spreadsheet takes for "this is text".
   */
  readonly formulas?: 'marked' | 'as they are';
}

/** A text that a spreadsheet would calculate, or one that looks as if it were marked already. */
const formula = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/**
 * RFC 4180 in UTF-8: a header, the rows and the totals, CR LF after each. What a program could trip
 * over (a lone CR or LF, a delimiter of another country, a space at either end) is in quotes too.
 */
export async function writeCsv(table: Table, options: CsvOptions = {}): Promise<Uint8Array> {
  const { bom = true, formulas = 'marked' } = options;
  const { stringify } = await import('csv-stringify/sync');
  const { columns, rows, totals } = table;
  const line = formulas === 'marked' ? markedText : rowText;
  const records = [
    columns.map(({ heading }) => (formulas === 'marked' ? marked(heading) : heading)),
    ...[...rows, ...(totals ? [totals] : [])].map((row) => line(columns, row)),
  ];
  const text = stringify(records, {
    bom,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n\t;|]|^\s|\s$/,
    // A lone empty cell without quotes would be an empty line, which readers skip.
    quoted_empty: columns.length === 1,
  });
  return new TextEncoder().encode(text);
}

const marked = (text: string): string => (formula.test(text) ? `'${text}` : text);

const markedText = (columns: readonly Column[], row: Table['rows'][number]): readonly string[] =>
  columns.map(({ kind }, index) => {
    const cell = row[index] ?? null;
    return typeof cell === 'string' ? marked(cellText(kind, cell)) : cellText(kind, cell);
  });
