import { LinkRefusal } from '../operations.ts';
import { byte, isDigit, isWhite, type Line, strictTextOf, textIn } from './bytes.ts';

/** One parameter of a command as it is written (IEEE 488.2, 7.7). */
export type Datum =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  /** A number with a suffix, which nothing of ours takes. */
  | { readonly kind: 'quantity'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'block'; readonly bytes: Uint8Array };

/** Where a reader of a program message is. */
export interface Cursor extends Line {
  at: number;
}

export function skipWhite(cursor: Cursor): void {
  while (isWhite(cursor.bytes[cursor.at] ?? byte.lf)) cursor.at++;
}

/** Reads one datum; a LinkRefusal of the -1xx family when there is none that can be read. */
export function readDatum(cursor: Cursor): Datum {
  const first = cursor.bytes[cursor.at];
  if (first === byte.doubleQuote || first === byte.singleQuote) return readString(cursor, first);
  const second = cursor.bytes[cursor.at + 1] ?? 0;
  if (first === byte.hash && isDigit(second)) return readBlock(cursor, second - byte.zero);
  return readPlain(cursor);
}

function readString(cursor: Cursor, quote: number): Datum {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  let end = bytes.indexOf(quote, start);
  let doubled = false;
  while (end >= 0 && bytes[end + 1] === quote) {
    doubled = true;
    end = bytes.indexOf(quote, end + 2);
  }
  if (end < 0) throw new LinkRefusal(-151, 'it has no end');
  const text = strictTextOf(bytes.subarray(start, end));
  if (text === undefined) throw new LinkRefusal(-151, 'it is no UTF-8');
  if (text.includes('\n')) throw new LinkRefusal(-151, 'it holds a line feed');
  cursor.at = end + 1;
  const mark = String.fromCharCode(quote);
  return { kind: 'string', text: doubled ? text.replaceAll(mark + mark, mark) : text };
}

function readBlock(cursor: Cursor, digits: number): Datum {
  const { bytes } = cursor;
  const start = cursor.at + 2 + digits;
  if (digits === 0) {
    cursor.at = bytes.length;
    return { kind: 'block', bytes: bytes.subarray(start) };
  }
  const written = textIn(cursor, cursor.at + 2, start);
  if (!/^\d+$/.test(written) || written.length < digits) {
    throw new LinkRefusal(-161, 'its length cannot be read');
  }
  const end = start + Number(written);
  if (end > bytes.length) throw new LinkRefusal(-161, 'it is shorter than it says');
  cursor.at = end;
  return { kind: 'block', bytes: bytes.subarray(start, end) };
}

const suffixed = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?[A-Za-z%/][A-Za-z0-9./-]*$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(?:[Ee]([+-]?\d+))?$/;
const bases: Readonly<Record<string, readonly [radix: number, digits: RegExp]>> = {
  H: [16, /^[0-9A-F]+$/],
  Q: [8, /^[0-7]+$/],
  B: [2, /^[01]+$/],
};

function readPlain(cursor: Cursor): Datum {
  const text = takePlain(cursor);
  if (text === '') throw new LinkRefusal(-102, 'a parameter is missing between commas');
  if (/^[A-Za-z]/.test(text)) return wordOf(text);
  if (text.startsWith('#')) return basedNumber(text);
  if (text.startsWith('(')) throw new LinkRefusal(-178);
  const match = decimal.exec(text);
  if (match) return decimalNumber(cursor, text, match);
  if (suffixed.test(text)) return { kind: 'quantity', text };
  throw new LinkRefusal(/^[0-9+.-]/.test(text) ? -121 : -101, shown(text));
}

/** The characters up to the next separator. */
function takePlain(cursor: Cursor): string {
  const { bytes } = cursor;
  const start = cursor.at;
  for (; cursor.at < bytes.length; cursor.at++) {
    const value = bytes[cursor.at] ?? 0;
    if (isWhite(value) || value === byte.comma || value === byte.semicolon) break;
  }
  return textIn(cursor, start, cursor.at);
}

function wordOf(text: string): Datum {
  if (!/^\w+$/.test(text)) throw new LinkRefusal(-141, shown(text));
  if (text.length > 32) throw new LinkRefusal(-144, shown(text));
  return { kind: 'word', text };
}

function basedNumber(text: string): Datum {
  const [radix = 0, digits] = bases[text.slice(1, 2).toUpperCase()] ?? [];
  if (!digits?.test(text.slice(2).toUpperCase())) throw new LinkRefusal(-121, shown(text));
  if (text.length > 255) throw new LinkRefusal(-124);
  return { kind: 'number', text, value: Number.parseInt(text.slice(2), radix) };
}

function decimalNumber(cursor: Cursor, text: string, match: RegExpExecArray): Datum {
  const [, mantissa = '', exponent = '0'] = match;
  if (mantissa.length > 255) throw new LinkRefusal(-124);
  if (Math.abs(Number(exponent)) > 32_000) throw new LinkRefusal(-123, shown(text));
  const after = cursor.at;
  skipWhite(cursor);
  const next = String.fromCharCode(cursor.bytes[cursor.at] ?? byte.semicolon);
  if (cursor.at > after && /[A-Za-z%/]/.test(next)) {
    return { kind: 'quantity', text: `${text} ${takePlain(cursor)}` };
  }
  cursor.at = after;
  return { kind: 'number', text, value: Number(text) };
}

/** A piece of a message for an error text: short and without control characters. */
export const shown = (text: string): string => text.slice(0, 40).replaceAll(/\p{Cc}/gu, '?');
