import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BenchError } from '#core';
import { recordFileName, runFileName } from '../../archive/run-file.ts';
import type { KeptFile } from '../run-facts.ts';
import { isPlainPath } from './pack-files.ts';

const artifacts = 'artifacts';
const besideTheRecord = [recordFileName, runFileName];
const whereThereIsOne = ['wire.ndjson'];

/** Images of sticks are nearly empty; everything else is kept as it is. */
const isImage = (path: string): boolean => path.endsWith('.img');

/**
 * Copies what a run left behind into its pack: the record and `run.json` as they are, the files beside
 * them; images of sticks are compressed. Errors: `FB_EVIDENCE_PACK` when a file that the record names
 * is gone or is another one.
 */
export function copyRun(from: string, to: string, kept: readonly KeptFile[]): void {
  for (const { line, path, sha256 } of kept) checkKept(from, line, path, sha256);
  const rest = whereThereIsOne.filter((name) => existsSync(join(from, name)));
  for (const name of [...besideTheRecord, ...rest]) copyFileSync(join(from, name), join(to, name));
  for (const path of filesBelow(from, artifacts)) {
    if (!isPlainPath(path))
      throw cannotPack(
        from,
        `the name ${JSON.stringify(path)} has signs that not every program takes`,
      );
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    if (isImage(path)) writeFileSync(`${target}.gz`, gzipSync(readFileSync(join(from, path))));
    else copyFileSync(join(from, path), target);
  }
}

/** Where a file of a run's folder is in its pack. */
export const packedPath = (path: string): string => (isImage(path) ? `${path}.gz` : path);

function checkKept(from: string, line: number, path: string, sha256: string | undefined): void {
  const isBelow = path.startsWith(`${artifacts}/`) && isPlainPath(path);
  if (!isBelow)
    throw cannotPack(
      from,
      `line ${line} of its record names ${path}, which is not below ${artifacts}/`,
    );
  const file = join(from, path);
  if (!existsSync(file))
    throw cannotPack(from, `line ${line} of its record names ${path}, which is not there`);
  if (sha256 !== undefined && hash('sha256', readFileSync(file)) !== sha256) {
    throw cannotPack(from, `${path} is not as line ${line} of its record says`);
  }
}

function filesBelow(folder: string, name: string): readonly string[] {
  if (!existsSync(join(folder, name))) return [];
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file).slice(folder.length + 1));
}

/** Why a run cannot become evidence. */
export const cannotPack = (run: string, why: string): BenchError =>
  new BenchError('FB_EVIDENCE_PACK', `Cannot make evidence of ${run}: ${why}.`, {
    hint: 'The folder was changed after the run. Take it from the backup, or run again.',
  });
