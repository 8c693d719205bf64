/**
 * Bytes and texts of account files as features write them. It knows nothing of the model: what a
 * file must hold is spelt out by the feature and judged by this.
 */

/** Bytes in the notation of the features: printable ASCII as it is, `\r`, `\n`, `\t`, else `\xE9`. */
export function shownBytes(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = bytes.subarray(from, from + pieceBytes);
    // Spread out it would be gone through byte by byte.
    text += Reflect.apply(String.fromCharCode, undefined, piece);
  }
  return text.replace(/[^ -[\]-~]/g, (byte) => notations[byte.charCodeAt(0)] ?? byte);
}

/** As many as a function takes for arguments without complaint. */
const pieceBytes = 8192;

const namedBytes = [
  ['\\\\', 0x5c],
  ['\\r', 0x0d],
  ['\\n', 0x0a],
  ['\\t', 0x09],
] as const;

const notations: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const named = namedBytes.find(([, code]) => code === byte);
  if (named) return named[0];
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** The bytes of that notation. Where the text itself breaks its lines means nothing. */
export function bytesOf(notation: string): Uint8Array {
  const tokens =
    notation.replace(/[\r\n]/g, '').match(/\\x[0-9A-F]{2}|\\[rnt\\]|[\x20-\x5b\x5d-\x7e]/g) ?? [];
  const bytes = tokens.map((token) => {
    if (token.startsWith('\\x')) return Number.parseInt(token.slice(2), 16);
    return namedBytes.find(([name]) => name === token)?.[1] ?? token.charCodeAt(0);
  });
  if (tokens.join('') !== notation.replace(/[\r\n]/g, '')) {
    throw new TypeError(`not the notation of bytes: ${notation}`);
  }
  return Uint8Array.from(bytes);
}

export const lineEnds = { 'CR LF': '\r\n', LF: '\n', CR: '\r' } as const;

export type LineEnd = keyof typeof lineEnds;

export type Encoding = 'UTF-8' | 'Windows-1252';

/** The letters of Windows-1252 that Latin-1 has not. */
const windowsLetters: Readonly<Record<string, number>> = {
  Š: 0x8a,
  Œ: 0x8c,
  Ž: 0x8e,
  '’': 0x92,
  š: 0x9a,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'UTF-8') return new TextEncoder().encode(text);
  return Uint8Array.from(text, (letter) => {
    const code = windowsLetters[letter] ?? letter.charCodeAt(0);
    const isLatin1 = code < 0x80 || code >= 0xa0 || letter in windowsLetters;
    if (isLatin1 && code <= 0xff) return code;
    throw new TypeError(`Windows-1252 has no "${letter}"`);
  });
}

/** The file of these lines, the last one ended too. */
export const fileOf = (
  lines: readonly string[],
  end: LineEnd = 'CR LF',
  encoding: Encoding = 'UTF-8',
): Uint8Array => encoded([...lines, ''].join(lineEnds[end]), encoding);

/** Lines of `count` active accounts: 2001 "Account 2001", and so on. */
export const accountLines = (count: number, from: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${from + index};Account ${from + index};Active`);

/** `ACS_yyyymmdd_hhmmss.CSV` of an instant of the meter's clock, which has no zone. */
export function nameOfInstant(instant: number): string {
  const digits = new Date(instant).toISOString().replace(/[^0-9]/g, '');
  return `ACS_${digits.slice(0, 8)}_${digits.slice(8, 14)}.CSV`;
}

/** The instant of "2028-02-29 23:59:58". */
export const instantOfText = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
