import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layersOf } from './layers.ts';

/** Where a secret was found: never which one. */
export interface Leak {
  readonly file: string;
  readonly how: string;
  /** The bytes around it, the secret masked. */
  readonly around: string;
}

/**
 * What has the digits of PINs by chance: numbers of things, numbers in JSON (members, and what happened
 * when in the report), and the ranges of letters in the fonts of a PDF.
 */
const noSecret = new RegExp(
  [
    /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/,
    /"\w+":-?\d+(?:\.\d+)?(?=[,}])/,
    /\["[a-z]",\d+(?:,\d+)*(?=[,\]])/,
    /<[0-9a-f]{4}>/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * Looks for secrets in every file below a folder: as they are, in UTF-16, in hex and in base64, also in
 * what is packed. A secret counts where no letter or digit stands next to it: four digits stand in every
 * long number.
 */
export function findSecrets(folder: string, secrets: readonly string[]): readonly Leak[] {
  const wanted = new RegExp(
    [alone(secrets.map(literally)), alone(secrets.flatMap(encoded))].join('|'),
    'u',
  );
  const leaks: Leak[] = [];
  const seen = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    for (const { how, bytes } of layersOf(readFileSync(file), seen)) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const text = bytes.toString(encoding).replace(noSecret, '');
        const found = wanted.exec(text);
        if (!found) continue;
        const around = `${text.slice(Math.max(0, found.index - 40), found.index)}••••`;
        leaks.push({ file, how: encoding === 'utf8' ? how : `${how}, UTF-16`, around });
      }
    }
  }
  return leaks;
}

const alone = (texts: readonly string[]): string =>
  `(?<![\\p{L}\\p{N}])(?:${texts.join('|')})(?![\\p{L}\\p{N}])`;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A secret by itself is too short to be noticed as base64 or hex among other words. */
function encoded(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  return [literally(base64), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
}
