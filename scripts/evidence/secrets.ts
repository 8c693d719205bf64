import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { runTool } from '#judges';

/** Where a secret stands in a pack, and in which form. */
export interface Leak {
  readonly file: string;
  readonly form: string;
}

/** Looks for a password in every file of a pack: plain, in other letters' widths, hex, base64, packed. */
export function leaksOf(pack: string, secret: string): readonly Leak[] {
  return filesIn(pack).flatMap((file) => {
    const texts = layersOf(readFileSync(join(pack, file))).map((bytes) => bytes.toString('latin1'));
    return formsOf(secret)
      .filter(([, needle]) => texts.some((text) => text.includes(needle)))
      .map(([form]) => ({ file, form }));
  });
}

/** Looks for a PIN where it could be read: digits of their own, in files that are text. */
export function pinLeaksOf(pack: string, pin: string): readonly Leak[] {
  const alone = new RegExp(`(?<![0-9a-zA-Z+/])${pin}(?![0-9a-zA-Z+/])`);
  return filesIn(pack)
    .filter((file) => /\.(?:txt|json|jsonl|ndjson|html|pae|sh)$/.test(file))
    .filter((file) => alone.test(readFileSync(join(pack, file), 'utf8')))
    .map((file) => ({ file, form: 'digits' }));
}

/** Looks for secrets in what pdftotext reads in the formal report, whose letters are numbers of glyphs. */
export function printedLeaksOf(pack: string, secrets: readonly string[]): readonly Leak[] {
  const file = 'report.pdf';
  const { status, output } = runTool('pdftotext', [join(pack, file), '-']);
  if (status !== 0) throw new Error(`pdftotext cannot read ${file} of ${pack}: ${output}`);
  return secrets
    .filter((secret) => new RegExp(`(?<![0-9a-f])${secret}(?![0-9a-f])`).test(output))
    .map(() => ({ file, form: 'printed' }));
}

function filesIn(pack: string): readonly string[] {
  return readdirSync(pack, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(pack.length + 1));
}

function formsOf(secret: string): readonly (readonly [form: string, needle: string])[] {
  const bytes = Buffer.from(secret);
  // The letters of base64 depend on where among three bytes the text begins; its ends are left out.
  const shifted = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const begin = shift === 0 ? 0 : 4;
    const whole = Math.floor((shift + bytes.length) / 3) * 4;
    return [`base64 (${shift})`, text.slice(begin, whole)] as const;
  });
  return [
    ['plain', bytes.toString('latin1')],
    ['UTF-16', Buffer.from(secret, 'utf16le').toString('latin1')],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ...shifted.filter(([, needle]) => needle.length >= 8),
  ];
}

/** The bytes of a file, and what is packed in them: gzip, and the streams of PDF and PNG. */
function layersOf(bytes: Buffer): readonly Buffer[] {
  const layers = [bytes];
  if (bytes.readUInt16BE(0) === 0x1f8b) layers.push(gunzipSync(bytes));
  // A zlib stream begins with 78 and one of four bytes; what only looks like one is passed over.
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1)) {
    if (![0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)) continue;
    try {
      layers.push(inflateSync(bytes.subarray(at)));
    } catch {}
  }
  return layers;
}
