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

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

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

/** All parts in one piece. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** All parts in one piece, with `separator` between them. */
export const join = (parts: readonly Uint8Array[], separator: string): Uint8Array => {
  const between = bytesOf(separator);
  return concat(parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])));
};

/** A definite-length block (IEEE 488.2, 7.7.6.2): `#`, the number of digits, the length, the bytes. */
export function blockOf(content: Uint8Array): Uint8Array {
  const length = String(content.length);
  return concat([bytesOf(`#${length.length}${length}`), content]);
}

/** A text in quotes, in which a quote stands twice and control characters stand as spaces. */
export const quoted = (text: string): string =>
  `"${text.replaceAll(/\p{Cc}/gu, ' ').replaceAll('"', '""')}"`;
