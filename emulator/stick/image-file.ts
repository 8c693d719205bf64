import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { BenchError } from '#core';
import { SectorStore, sectorSize } from './sector-store.ts';

/**
 * A stick with the content of an image file.
 * Errors: FB_STICK_FILE when it cannot be read or is not a whole number of sectors.
 */
export function loadImage(path: string): SectorStore {
  let image: Uint8Array;
  try {
    image = readFileSync(path);
  } catch (cause) {
    throw imageError('read', path, 'check that the file is there and may be read', cause);
  }
  if (image.length === 0 || image.length % sectorSize !== 0) {
    const hint = `an image is a whole number of sectors of ${sectorSize} bytes; it has ${image.length} bytes`;
    throw imageError('use', path, hint);
  }
  return SectorStore.fromImage(image);
}

/**
 * Writes a stick to an image file, with holes where it holds only zeros.
 * Errors: FB_STICK_FILE when it cannot be written.
 */
export function saveImage(store: SectorStore, path: string): void {
  try {
    const file = openSync(path, 'w');
    try {
      ftruncateSync(file, store.count * sectorSize);
      for (const { first, count } of runsOf(store.used())) {
        const bytes = new Uint8Array(count * sectorSize);
        store.read(first, count, bytes, 0);
        writeSync(file, bytes, 0, bytes.length, first * sectorSize);
      }
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw imageError('write', path, 'check that the folder is there and has room', cause);
  }
}

/** Neighbouring sectors together. */
function runsOf(sectors: readonly number[]): readonly { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const sector of [...sectors].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.count === sector) last.count += 1;
    else runs.push({ first: sector, count: 1 });
  }
  return runs;
}

const imageError = (act: string, path: string, hint: string, cause?: unknown): BenchError =>
  new BenchError('FB_STICK_FILE', `cannot ${act} the stick image ${path}`, {
    hint,
    context: { path },
    ...(cause === undefined ? {} : { cause }),
  });
