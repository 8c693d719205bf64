import type { CsvIdentity, Delimiter } from './file-identity.ts';

type Shape = Pick<
  CsvIdentity,
  'delimiter' | 'records' | 'columns' | 'ragged' | 'lineEnds' | 'lastLineEnds'
>;

export type CsvShape =
  | ({ readonly status: 'whole' } & Shape)
  | { readonly status: 'damaged'; readonly line: number; readonly problem: string };

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * How a text is laid out as CSV: with the delimiter that makes as many fields as are wanted, else with
 * one that makes every record alike, else with the one that makes the most of the first record.
 */
export function csvShape(text: string, wanted?: number): CsvShape {
  const shapes = delimiters.map((delimiter) => scan(text, delimiter));
  const whole = shapes.flatMap((shape) => (shape.status === 'whole' ? [shape] : []));
  const [best] = [...whole].sort(
    (a, b) =>
      Number(b.columns === wanted) - Number(a.columns === wanted) ||
      Number(b.columns > 1) - Number(a.columns > 1) ||
      Number(a.ragged !== undefined) - Number(b.ragged !== undefined) ||
      b.columns - a.columns,
  );
  if (best) return best.columns > 1 ? best : { ...best, delimiter: undefined };
  return shapes[0] ?? { status: 'damaged', line: 1, problem: 'no delimiter fits' };
}

/** Counts fields and records outside of quotes. */
function scan(text: string, delimiter: Delimiter): CsvShape {
  const ends = { crlf: 0, lf: 0, cr: 0 };
  let [line, recordLine, fields, records, columns] = [1, 1, 1, 0, 0];
  let ragged: CsvIdentity['ragged'];
  let [at, fieldStart] = [0, 0];
  const endRecord = (): void => {
    if (records === 0) columns = fields;
    else if (fields !== columns) ragged ??= { line: recordLine, fields };
    records++;
    fields = 1;
  };
  while (at < text.length) {
    const letter = text[at];
    if (letter === '"' && at === fieldStart) {
      const begun = line;
      for (at++; ; at++) {
        if (at >= text.length)
          return { status: 'damaged', line: begun, problem: 'a quote is opened and never closed' };
        if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++;
        if (text[at] !== '"') continue;
        if (text[at + 1] !== '"') break;
        at++;
      }
      at++;
      continue;
    }
    at++;
    if (letter === delimiter) {
      fields++;
      fieldStart = at;
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at] === '\n') {
        ends.crlf++;
        at++;
      } else if (letter === '\r') ends.cr++;
      else ends.lf++;
      endRecord();
      line++;
      recordLine = line;
      fieldStart = at;
    }
  }
  const lastLineEnds = fieldStart === text.length && fields === 1;
  if (!lastLineEnds) endRecord();
  return { status: 'whole', delimiter, records, columns, ragged, lineEnds: ends, lastLineEnds };
}
