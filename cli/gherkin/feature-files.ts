import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The feature files that a plain path means: itself, or those in the folder and below, in order. */
export function featureFiles(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (extname(path) !== '') return found ? [path] : [];
  if (!found?.isDirectory()) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .map((name) => join(path, name))
    .sort();
}

/** Whether a path is that of one file or folder: not a pattern, a list of paths, or lines of a file. */
export const isPlain = (path: string): boolean => /^[^\\*?[\]{}()!+@:]+$/.test(path);

/** A path without the lines that it names: `a.feature:12:40` is `a.feature`. */
export const withoutLines = (path: string): string => path.replace(/(:\d+)*$/, '');
