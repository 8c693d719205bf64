/** Bytes of the dialect that its readers look for. */
export const byte = {
  lf: 0x0a,
  cr: 0x0d,
  space: 0x20,
  doubleQuote: 0x22,
  hash: 0x23,
  singleQuote: 0x27,
  star: 0x2a,
  comma: 0x2c,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  semicolon: 0x3b,
  question: 0x3f,
  underscore: 0x5f,
} as const;

/** White space of IEEE 488.2 (7.4.1.2): every control character and the space, but not LF. */
export const isWhite = (value: number): boolean => value <= byte.space && value !== byte.lf;

export const isDigit = (value: number): boolean => value >= byte.zero && value <= byte.nine;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * An array of its own costs more than all that is done with a short message, so short ones share a
 * chunk, of which each byte is handed out once.
 */
const chunkLength = 16 * 1024;
const longestShared = chunkLength / 4;
let chunk = new Uint8Array(chunkLength);
let taken = 0;

/** Bytes to be filled, all of them: nothing is said of what they hold. */
function allocate(length: number): Uint8Array {
  if (length > longestShared) return new Uint8Array(length);
  reserve(length);
  taken += length;
  return chunk.subarray(taken - length, taken);
}

/** Sees to it that so many bytes of the chunk are free. */
function reserve(length: number): void {
  if (taken + length <= chunkLength) return;
  chunk = new Uint8Array(chunkLength);
  taken = 0;
}

/** UTF-8 has no more bytes for a unit of UTF-16. */
const bytesAUnit = 3;

/** A text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  const most = text.length * bytesAUnit;
  if (most > longestShared) return encoder.encode(text);
  reserve(most);
  const { written } = encoder.encodeInto(text, taken === 0 ? chunk : chunk.subarray(taken));
  taken += written;
  return chunk.subarray(taken - written, taken);
}

/** A copy of bytes. */
export function copyOf(bytes: Uint8Array): Uint8Array {
  const copy = allocate(bytes.length);
  copy.set(bytes);
  return copy;
}

/** A part of a message: text, or bytes where it holds a block that is none. */
export type Written = string | Uint8Array;

/** What was written, in bytes. */
export const inBytes = (written: Written): Uint8Array =>
  typeof written === 'string' ? bytesOf(written) : written;

/** The text of UTF-8 bytes; what is no UTF-8 becomes U+FFFD. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The text of UTF-8 bytes; `undefined` when they are none. */
export function strictTextOf(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a message, or of a part of one. */
export interface Line {
  readonly bytes: Uint8Array;
  /** All of it, where each byte is a character. */
  readonly text: string | undefined;
}

/** A stick's image is not made a text of. */
const longestAtOnce = 8192;

/** Bytes with their text, where they are not many. */
export function lineOf(bytes: Uint8Array): Line {
  if (bytes.length > longestAtOnce) return { bytes, text: undefined };
  const text = textOf(bytes);
  // No character has more units than bytes, so that as many of both are one of each.
  return { bytes, text: text.length === bytes.length ? text : undefined };
}

/** The text of a part of a line. */
export const textIn = ({ bytes, text }: Line, start: number, end: number): string =>
  text === undefined ? textOf(bytes.subarray(start, end)) : text.slice(start, end);

/** All parts in one piece. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = allocate(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** All parts in one piece, with `separator` between them. */
export function join(parts: readonly Written[], separator: string): Written {
  if (parts.every((part) => typeof part === 'string')) return parts.join(separator);
  const between = bytesOf(separator);
  return concat(parts.flatMap((part, at) => (at > 0 ? [between, inBytes(part)] : [inBytes(part)])));
}

/** A definite-length block (IEEE 488.2, 7.7.6.2): `#`, the number of digits, the length, the bytes. */
export function blockOf(content: Uint8Array): Uint8Array {
  const length = String(content.length);
  return concat([bytesOf(`#${length.length}${length}`), content]);
}

/** A text as a definite-length block, whose length is that of its bytes. */
export function textBlockOf(text: string): string {
  const length = String(Buffer.byteLength(text));
  return `#${length.length}${length}${text}`;
}

/** A text in quotes, in which a quote stands twice and control characters stand as spaces. */
export const quoted = (text: string): string =>
  `"${text.replaceAll(/\p{Cc}/gu, ' ').replaceAll('"', '""')}"`;
