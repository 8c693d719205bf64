import {
  byte,
  bytesOf,
  inBytes,
  isDigit,
  join,
  startsWith,
  textOf,
  type Written,
} from './bytes.ts';
import { crc32 } from './crc32.ts';

/** A guarded message or answer: its number, what it guards, and whether that arrived as it was sent. */
export interface Guarded {
  /** A program message (`PANel:ONCE …`), or the answer to one. */
  readonly kind: 'message' | 'answer';
  readonly seq: number;
  /** Where that begins in the line which it guards. */
  readonly from: number;
  /** The checksum of what it guards; a message need not bring one. */
  readonly checksum: number;
  /** `missing` when none was sent. */
  readonly check: 'sound' | 'spoilt' | 'missing';
}

const sumStart = ',#H';
const sumDigits = 8;
const noSum = `${sumStart}${'0'.repeat(sumDigits)};`;

/** A line that begins with `head` and the checksum of what follows it. */
function headed(head: string, rest: Written, end: string): Uint8Array {
  const begin = head + noSum;
  const line = inBytes(join([begin, rest, end], ''));
  writeHex(
    line,
    head.length + sumStart.length,
    crc32(line, begin.length, line.length - end.length),
  );
  return line;
}

const hexDigits = bytesOf('0123456789ABCDEF');

/** Writes a checksum over the zeros that stand for one. */
function writeHex(line: Uint8Array, from: number, sum: number): void {
  for (let place = 0; place < sumDigits; place++) {
    line[from + place] = hexDigits[(sum >>> (4 * (sumDigits - 1 - place))) & 0xf] ?? 0;
  }
}

/** A message that is carried out once, however often it arrives; `end` is its line end. */
export const guard = (seq: number, rest: Written, end = ''): Uint8Array =>
  headed(`PANel:ONCE ${seq}`, rest, end);

/** The answer to a guarded message; `end` is its line end. */
export const guardAnswer = (seq: number, rest: Written, end = ''): Uint8Array =>
  headed(String(seq), rest, end);

interface Head {
  readonly kind: Guarded['kind'];
  readonly seq: number;
  readonly sum: number | undefined;
  /** Up to and with the `;`. */
  readonly length: number;
}

/** Reads a guarded message or the answer to one, without its line end; `undefined` for other lines. */
export function readGuarded(line: Uint8Array): Guarded | undefined {
  const head = usualHead(line) ?? anyHead(line);
  if (!head) return undefined;
  const { kind, seq, sum, length } = head;
  const checksum = crc32(line, length);
  const check = sum === undefined ? 'missing' : sum === checksum ? 'sound' : 'spoilt';
  return { kind, seq, from: length, checksum, check };
}

const headLimit = 64;
const headForm =
  /^[ \t]*(:?PAN(?:EL)?:ONCE[ \t]+)?(\d{1,10})[ \t]*(?:,[ \t]*#H([0-9A-F]{1,8})[ \t]*)?;/i;

/** A head in whichever way it may be written. */
function anyHead(line: Uint8Array): Head | undefined {
  const match = headForm.exec(textOf(line.subarray(0, headLimit)));
  if (!match) return undefined;
  const [all, message, seq, sum] = match;
  if (!message && sum === undefined) return undefined;
  return {
    kind: message ? 'message' : 'answer',
    seq: Number(seq),
    sum: sum === undefined ? undefined : Number.parseInt(sum, 16),
    // Everything that matches is ASCII: as many bytes as characters.
    length: all.length,
  };
}

const usualStart = bytesOf('PANel:ONCE ');
const sumStartBytes = bytesOf(sumStart);

/** A head as it is written here, which takes no text to read; `undefined` for any other. */
export function usualHead(line: Uint8Array): (Head & { readonly sum: number }) | undefined {
  const isMessage = startsWith(line, 0, usualStart);
  const from = isMessage ? usualStart.length : 0;
  let at = from;
  let seq = 0;
  for (let value = line[at] ?? 0; isDigit(value); value = line[++at] ?? 0) {
    seq = seq * 10 + (value - byte.zero);
  }
  if (at === from || at > from + 10 || !startsWith(line, at, sumStartBytes)) return undefined;
  at += sumStart.length;
  let sum = 0;
  for (const end = at + sumDigits; at < end; at++) {
    const digit = digitOf(line[at] ?? 0);
    if (digit < 0) return undefined;
    sum = sum * 16 + digit;
  }
  if (line[at] !== byte.semicolon) return undefined;
  return { kind: isMessage ? 'message' : 'answer', seq, sum, length: at + 1 };
}

const letterA = 0x41;

/** The value of a hexadecimal digit in capitals; -1 for what is none. */
function digitOf(value: number): number {
  if (isDigit(value)) return value - byte.zero;
  return value >= letterA && value < letterA + 6 ? value - letterA + 10 : -1;
}
