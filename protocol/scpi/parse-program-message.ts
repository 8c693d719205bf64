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
  const plain = plainText(message);
  const units: ParsedUnit[] = [];
  let path = '';
  try {
    for (skipEmpty(cursor); cursor.at < cursor.bytes.length; skipEmpty(cursor)) {
      const written = plain === undefined ? '' : unitAt(plain, cursor.at);
      const known = remembered.get(written);
      if (known) cursor.at += written.length;
      const unit = known ?? readUnit(cursor, path);
      if (!known && isRooted(written)) remember(written, unit);
      units.push(unit.command);
      path = unit.path ?? path;
    }
  } catch (error) {
    if (!(error instanceof LinkRefusal)) throw error;
    units.push({ kind: 'fault', refusal: error });
  }
  return units;
}

/** A command, and the path of headers after it where it changes that. */
interface Unit {
  readonly command: ParsedCommand;
  readonly path: string | undefined;
}

function readUnit(cursor: Cursor, before: string): Unit {
  const written = readHeader(cursor);
  const query = written.endsWith('?');
  const name = (query ? written.slice(0, -1) : written).toUpperCase();
  const header = name.startsWith('*') ? name : name.startsWith(':') ? name.slice(1) : before + name;
  const path = name.startsWith('*') ? undefined : header.slice(0, header.lastIndexOf(':') + 1);
  return { command: { kind: 'command', header, query, params: readParams(cursor) }, path };
}

/** Commands without parameters come over and over: those that mean the same wherever they stand. */
const remembered = new Map<string, Unit>();
const mostRemembered = 200;
const longestRemembered = 48;

const isRooted = (written: string): boolean => written.startsWith(':') || written.startsWith('*');

function remember(written: string, unit: Unit): void {
  if (remembered.size >= mostRemembered || written.length > longestRemembered) return;
  if (unit.command.params.length === 0) remembered.set(written, unit);
}

/** What is written up to the next `;`. */
function unitAt(plain: string, start: number): string {
  const end = plain.indexOf(';', start);
  return plain.slice(start, end < 0 ? plain.length : end);
}

const unplain = /[^ !$%&(-~]/;

/** A message as text where each `;` ends a command: without texts in quotes, blocks, and what is no ASCII. */
function plainText(message: Uint8Array): string | undefined {
  if (message.length > longestPlain) return undefined;
  const text = textOf(message);
  return unplain.test(text) ? undefined : text;
}

const longestPlain = 1024;

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
