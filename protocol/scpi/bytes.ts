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

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(length);
  // As many bytes as units: all of it is ASCII, which is written sooner.
  bytes.write(text, length === text.length ? 'latin1' : 'utf8');
  return bytes;
}

/** A part of bytes, as `subarray` gives it, in a third of the time. */
export const partOf = (bytes: Uint8Array, from: number, to = bytes.length): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset + from, to - from);

/** A copy of bytes. */
export const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

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
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** All parts in one piece, with `separator` between them. */
export function join(parts: readonly Written[], separator: string): Written {
  let text = '';
  let between = '';
  for (const part of parts) {
    if (typeof part !== 'string') return joinBytes(parts, separator);
    text += between + part;
    between = separator;
  }
  return text;
}

/** Two parts in one piece. */
export const joined = (first: Written, separator: string, second: Written): Written =>
  typeof first === 'string' && typeof second === 'string'
    ? first + separator + second
    : joinBytes([first, second], separator);

function joinBytes(parts: readonly Written[], separator: string): Uint8Array {
  const between = bytesOf(separator);
  return concat(parts.flatMap((part, at) => (at > 0 ? [between, inBytes(part)] : [inBytes(part)])));
}

/** True where bytes go on with others at `at`. */
export function startsWith(bytes: Uint8Array, at: number, start: Uint8Array): boolean {
  for (let index = 0; index < start.length; index++) {
    if (bytes[at + index] !== start[index]) return false;
  }
  return true;
}

/** The number that digits say. */
export function wholeIn(digits: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + ((digits[at] ?? 0) - byte.zero);
  return number;
}

/** Where the block ends that begins at `at`; -1 for one of an unknown length, or with a bad one. */
export function blockEnd(bytes: Uint8Array, at: number): number {
  const digits = (bytes[at + 1] ?? 0) - byte.zero;
  if (digits < 1 || digits > 9) return -1;
  const content = at + 2 + digits;
  let length = 0;
  for (let place = at + 2; place < content; place++) {
    const value = bytes[place] ?? 0;
    if (!isDigit(value)) return -1;
    length = length * 10 + (value - byte.zero);
  }
  return content + length;
}

/** A definite-length block (IEEE 488.2, 7.7.6.2): `#`, the number of digits, the length, the bytes. */
export const blockOf = (content: Uint8Array): Uint8Array =>
  concat([bytesOf(blockHead(content.length)), content]);

/** A text as a definite-length block, whose length is that of its bytes. */
export const textBlockOf = (text: string): string => blockHead(Buffer.byteLength(text)) + text;

/** What a definite-length block of so many bytes begins with. */
export function blockHead(bytes: number): string {
  const length = String(bytes);
  return `#${length.length}${length}`;
}

/** A text in quotes, in which a quote stands twice and control characters stand as spaces. */
export const quoted = (text: string): string =>
  `"${text.replaceAll(/\p{Cc}/gu, ' ').replaceAll('"', '""')}"`;
