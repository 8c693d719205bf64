import { LinkRefusal } from '../operations.ts';
import { byte, isWhite, textOf } from './bytes.ts';
import { type Cursor, type Datum, readDatum, shown, skipWhite } from './datum.ts';

/** One command of a program message. */
export interface ParsedCommand {
  readonly kind: 'command';
  /** In capitals, from the root of the tree and without `?`: `PAN:KEY`, `*IDN`. */
  readonly header: string;
  readonly query: boolean;
  readonly params: readonly Datum[];
}

/** What cannot be read; everything after it on the line is lost. */
export interface ParsedFault {
  readonly kind: 'fault';
  readonly refusal: LinkRefusal;
}

export type ParsedUnit = ParsedCommand | ParsedFault;

/**
 * Reads a whole program message, without its line end (IEEE 488.2, 7.3; SCPI-99 vol. 1, 6.2.4 for the path of headers):
 * after `;` a header goes on where the last one was, `:` begins at the root, `*` leaves the place.
 */
export function parseProgramMessage(message: Uint8Array): ParsedUnit[] {
  const cursor: Cursor = { bytes: message, at: 0 };
  const units: ParsedUnit[] = [];
  let path = '';
  try {
    for (skipEmpty(cursor); cursor.at < cursor.bytes.length; skipEmpty(cursor)) {
      const written = readHeader(cursor);
      const query = written.endsWith('?');
      const name = (query ? written.slice(0, -1) : written).toUpperCase();
      const header = name.startsWith('*')
        ? name
        : name.startsWith(':')
          ? name.slice(1)
          : path + name;
      if (!name.startsWith('*')) path = header.slice(0, header.lastIndexOf(':') + 1);
      units.push({ kind: 'command', header, query, params: readParams(cursor) });
    }
  } catch (error) {
    if (!(error instanceof LinkRefusal)) throw error;
    units.push({ kind: 'fault', refusal: error });
  }
  return units;
}

/** Passes over white space and commands that are left out. */
function skipEmpty(cursor: Cursor): void {
  skipWhite(cursor);
  while (cursor.bytes[cursor.at] === byte.semicolon) {
    cursor.at++;
    skipWhite(cursor);
  }
}

const headerForm = /^(?:\*[A-Za-z]+|:?[A-Za-z]\w*(?::[A-Za-z]\w*)*)\??$/;

function readHeader(cursor: Cursor): string {
  const { bytes } = cursor;
  const start = cursor.at;
  for (; cursor.at < bytes.length; cursor.at++) {
    const value = bytes[cursor.at] ?? 0;
    if (isWhite(value) || value === byte.semicolon) break;
  }
  const header = textOf(bytes.subarray(start, cursor.at));
  if (!headerForm.test(header)) throw badHeader(header);
  if (/\w{13}/.test(header)) throw new LinkRefusal(-112, shown(header));
  return header;
}

function badHeader(header: string): LinkRefusal {
  if (/^[*:]?\w[\w:]*\??["'#,(]/.test(header)) return new LinkRefusal(-111, shown(header));
  return new LinkRefusal(/^[\w:*?]+$/.test(header) ? -102 : -101, shown(header));
}

function readParams(cursor: Cursor): Datum[] {
  const { bytes } = cursor;
  const params: Datum[] = [];
  skipWhite(cursor);
  if (cursor.at >= bytes.length || bytes[cursor.at] === byte.semicolon) return params;
  for (;;) {
    params.push(readDatum(cursor));
    skipWhite(cursor);
    const after = bytes[cursor.at];
    if (after === undefined || after === byte.semicolon) return params;
    if (after !== byte.comma) {
      throw new LinkRefusal(-103, shown(textOf(bytes.subarray(cursor.at, cursor.at + 40))));
    }
    cursor.at++;
    skipWhite(cursor);
  }
}
