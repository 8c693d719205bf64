import { LinkRefusal } from '../operations.ts';
import { byte, isWhite, lineOf, textIn } from './bytes.ts';
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
  const cursor: Cursor = { ...lineOf(message), at: 0 };
  const units: ParsedUnit[] = [];
  let path = '';
  try {
    for (skipEmpty(cursor); cursor.at < cursor.bytes.length; skipEmpty(cursor)) {
      const { header, query, path: after = path } = readHead(cursor, path);
      units.push({ kind: 'command', header, query, params: readParams(cursor) });
      path = after;
    }
  } catch (error) {
    if (!(error instanceof LinkRefusal)) throw error;
    units.push({ kind: 'fault', refusal: error });
  }
  return units;
}

/** What a header means, and the path of headers after it where it changes that. */
interface Head {
  readonly header: string;
  readonly query: boolean;
  readonly path: string | undefined;
}

/** Headers come over and over: those that mean the same wherever they stand. */
const remembered = new Map<string, Head>();
const mostRemembered = 200;

function readHead(cursor: Cursor, before: string): Head {
  const written = takeHeader(cursor);
  const known = remembered.get(written);
  if (known) return known;
  checkHeader(written);
  const query = written.endsWith('?');
  const name = (query ? written.slice(0, -1) : written).toUpperCase();
  const isRooted = name.startsWith(':');
  const isCommon = name.startsWith('*');
  const header = isCommon ? name : isRooted ? name.slice(1) : before + name;
  const path = isCommon ? undefined : header.slice(0, header.lastIndexOf(':') + 1);
  const head = { header, query, path };
  if ((isRooted || isCommon) && remembered.size < mostRemembered) remembered.set(written, head);
  return head;
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

/** What is written up to the next separator. */
function takeHeader(cursor: Cursor): string {
  const { bytes } = cursor;
  const start = cursor.at;
  for (; cursor.at < bytes.length; cursor.at++) {
    const value = bytes[cursor.at] ?? 0;
    if (isWhite(value) || value === byte.semicolon) break;
  }
  return textIn(cursor, start, cursor.at);
}

function checkHeader(header: string): void {
  if (!headerForm.test(header)) throw badHeader(header);
  if (/\w{13}/.test(header)) throw new LinkRefusal(-112, shown(header));
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
      throw new LinkRefusal(-103, shown(textIn(cursor, cursor.at, cursor.at + 40)));
    }
    cursor.at++;
    skipWhite(cursor);
  }
}
