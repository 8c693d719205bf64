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
 * Looks for secrets in every file below a folder: as they are, in UTF-16, in hex and in base64, also in
 * what is packed. A secret counts where no letter or digit stands next to it: four digits stand in every
 * long number.
 */
export function findSecrets(folder: string, secrets: readonly string[]): readonly Leak[] {
  const wanted = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${secrets.map(literally).join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  );
  const leaks: Leak[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    for (const { how, bytes } of layersOf(readFileSync(file))) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const text = bytes.toString(encoding);
        const found = wanted.exec(text);
        if (!found) continue;
        const around = `${text.slice(Math.max(0, found.index - 40), found.index)}••••`;
        leaks.push({ file, how: encoding === 'utf8' ? how : `${how}, UTF-16`, around });
      }
    }
  }
  return leaks;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
