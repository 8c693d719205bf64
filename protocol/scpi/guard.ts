import { bytesOf, concat, textOf } from './bytes.ts';
import { crc32 } from './crc32.ts';

/** A guarded message or answer: its number, what it guards, and whether that arrived as it was sent. */
export interface Guarded {
  /** A program message (`PANel:ONCE …`), or the answer to one. */
  readonly kind: 'message' | 'answer';
  readonly seq: number;
  readonly rest: Uint8Array;
  /** The checksum of `rest`; a message need not bring one. */
  readonly checksum: number;
  /** `missing` when none was sent. */
  readonly check: 'sound' | 'spoilt' | 'missing';
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');

type Parts = readonly [head: Uint8Array, rest: Uint8Array];

const headed = (head: string, rest: Uint8Array): Parts => [
  bytesOf(`${head},#H${hex(crc32(rest))};`),
  rest,
];

/** A message that is carried out once, however often it arrives; without a line end, as `rest` is. */
export const guard = (seq: number, rest: Uint8Array): Uint8Array =>
  concat(headed(`PANel:ONCE ${seq}`, rest));

/** The answer to a guarded message; without a line end, as `rest` is. */
export const guardAnswer = (seq: number, rest: Uint8Array): Uint8Array =>
  concat(guardAnswerParts(seq, rest));

/** What `guardAnswer` puts together, for who puts it together with more. */
export const guardAnswerParts = (seq: number, rest: Uint8Array): Parts => headed(String(seq), rest);

const headLimit = 64;
const head =
  /^[ \t]*(:?PAN(?:EL)?:ONCE[ \t]+)?(\d{1,10})[ \t]*(?:,[ \t]*#H([0-9A-F]{1,8})[ \t]*)?;/i;

/** Reads a guarded message or the answer to one, without its line end; `undefined` for other lines. */
export function readGuarded(line: Uint8Array): Guarded | undefined {
  const match = head.exec(textOf(line.subarray(0, headLimit)));
  if (!match) return undefined;
  const [all, message, seq, sum] = match;
  if (!message && sum === undefined) return undefined;
  // Everything that matches is ASCII: as many bytes as characters.
  const rest = line.subarray(all.length);
  const checksum = crc32(rest);
  const check =
    sum === undefined ? 'missing' : Number.parseInt(sum, 16) === checksum ? 'sound' : 'spoilt';
  return { kind: message ? 'message' : 'answer', seq: Number(seq), rest, checksum, check };
}
