import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BenchError } from '#core';
import { byBytes } from '../pack/pack-files.ts';
import type { Finding } from './finding.ts';

/** What lies in the folder of a pack. Links are never followed. */
export interface PackTree {
  readonly folder: string;
  /** Plain files, by path. */
  readonly files: ReadonlySet<string>;
  /** Links, sockets, devices. */
  readonly odd: ReadonlySet<string>;
  read(path: string): Buffer;
  digest(path: string): string;
}

/** Looks into a pack. Errors: `FB_EVIDENCE_PACK` when there is no such folder. */
export function readTree(folder: string): PackTree {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)),
      isFile: entry.isFile(),
      isFolder: entry.isDirectory(),
    }));
    const paths = (chosen: (entry: (typeof entries)[number]) => boolean): ReadonlySet<string> =>
      new Set(
        entries
          .filter(chosen)
          .map(({ path }) => path)
          .sort(byBytes),
      );
    const read = (path: string): Buffer => readFileSync(join(folder, path));
    return {
      folder,
      files: paths(({ isFile }) => isFile),
      odd: paths(({ isFile, isFolder }) => !isFile && !isFolder),
      read,
      digest: (path) => hash('sha256', read(path)),
    };
  } catch (cause) {
    throw new BenchError('FB_EVIDENCE_PACK', `Cannot read the pack ${folder}.`, {
      hint: 'Name the folder of a pack, with SHA256SUMS in it.',
      cause,
    });
  }
}

/** The JSON in a file; `undefined`, with a finding, where there is none. */
export function jsonIn(tree: PackTree, file: string, findings: Finding[]): unknown {
  if (!tree.files.has(file)) return undefined;
  try {
    return JSON.parse(tree.read(file).toString('utf8'));
  } catch {
    findings.push({ code: 'unreadable', file, expected: 'JSON' });
    return undefined;
  }
}
