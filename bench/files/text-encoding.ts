import type { TextEncodingName } from './file-identity.ts';

export type DecodedText =
  | {
      readonly status: 'text';
      readonly encoding: TextEncodingName;
      readonly bom: boolean;
      /** Without the byte order mark. */
      readonly text: string;
    }
  | { readonly status: 'damaged'; readonly problem: string };

const marks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/** The text of a file: by its mark, else UTF-16 by its zeros, else UTF-8 if it is, else Windows-1252. */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText> {
  for (const [encoding, mark] of marks) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    const text = strictly(encoding, bytes.subarray(mark.length));
    return text === undefined
      ? { status: 'damaged', problem: `the mark at its beginning says ${encoding}, and it is not` }
      : { status: 'text', encoding, bom: true, text };
  }
  const wide = encodingByZeros(bytes);
  const wideText = wide && strictly(wide, bytes);
  if (wide && wideText !== undefined)
    return { status: 'text', encoding: wide, bom: false, text: wideText };
  const text = strictly('utf-8', bytes);
  if (text !== undefined) return { status: 'text', encoding: 'utf-8', bom: false, text };
  if (isCutUtf8(bytes)) return { status: 'damaged', problem: 'it ends within a letter' };
  const { default: iconv } = await import('iconv-lite');
  const western = iconv.decode(Buffer.from(bytes), 'windows-1252');
  return { status: 'text', encoding: 'windows-1252', bom: false, text: western };
}

function strictly(encoding: TextEncodingName, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Western text in UTF-16 has a zero in every second byte. */
function encodingByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 1_000);
  const zeros = (odd: 0 | 1): number =>
    sample.reduce((sum, byte, index) => sum + (byte === 0 && index % 2 === odd ? 1 : 0), 0);
  const [even, odd] = [zeros(0), zeros(1)];
  const most = sample.length / 3;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}

/** UTF-8 with letters beyond ASCII up to its last one, which lacks bytes. */
function isCutUtf8(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return /[^\0-\x7f]/.test(text);
  } catch {
    return false;
  }
}
