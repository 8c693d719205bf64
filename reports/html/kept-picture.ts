import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';

/** Larger ones stay beside the report. */
const mostBytes = 512 * 1024;

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG of a run's folder as a data URL; `undefined` for what is not one, or not in the folder. */
export function keptPicture(folder: string, path: string): string | undefined {
  if (!staysInFolder(path)) return undefined;
  try {
    const file = join(folder, path);
    if (statSync(file).size > mostBytes) return undefined;
    const bytes = readFileSync(file);
    if (!bytes.subarray(0, pngSignature.length).equals(pngSignature)) return undefined;
    return `data:image/png;base64,${bytes.toString('base64')}`;
  } catch {
    // A pruned run has no pictures any more; the report says so by not showing them.
    return undefined;
  }
}

const staysInFolder = (path: string): boolean =>
  !isAbsolute(path) && !normalize(path).startsWith('..');
