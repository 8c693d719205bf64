import * as fat from 'js-fatfs';
import { BenchError } from '#core';
import { BlockDevice } from './block-device.ts';
import { bufferSize, type FatLibrary } from './fat-library.ts';
import { SectorStore, sectorSize } from './sector-store.ts';

export type FatKind = 'FAT16' | 'FAT32';

/** How a new stick is formatted. `bytes` defaults to 8 MiB for FAT16 and 64 MiB for FAT32. */
export interface Format {
  readonly kind: FatKind;
  readonly bytes?: number;
}

const mebibyte = 1024 * 1024;
const defaultBytes: Readonly<Record<FatKind, number>> = {
  FAT16: 8 * mebibyte,
  FAT32: 64 * mebibyte,
};

/** Every new stick was formatted at this instant, which also makes its serial number. */
const formattedAt = Date.UTC(2008, 0, 1);

const templates = new Map<string, SectorStore>();

/**
 * A new stick, formatted without a partition table, with two allocation tables and, on FAT16, room
 * for 512 entries in the root folder. The first of its kind and size is formatted, others are copies.
 * Errors: FB_STICK_FILE for a size that the kind cannot have.
 */
export function formattedStick(library: FatLibrary, format: Format): SectorStore {
  const bytes = format.bytes ?? defaultBytes[format.kind];
  const key = `${format.kind} ${bytes}`;
  let template = templates.get(key);
  if (!template) {
    template = makeTemplate(library, format.kind, bytes);
    templates.set(key, template);
  }
  return template.clone();
}

function makeTemplate(library: FatLibrary, kind: FatKind, bytes: number): SectorStore {
  const sectors = Math.floor(bytes / sectorSize);
  const store = new SectorStore(sectors);
  const medium = { store, writeProtected: false, isDead: () => false, isWornOut: () => false };
  library.attach(new BlockDevice(medium), formattedAt);
  library.mount();
  const result = library.ff.f_mkfs(
    '0:',
    {
      fmt: (kind === 'FAT16' ? fat.FM_FAT : fat.FM_FAT32) | fat.FM_SFD,
      n_fat: 2,
      align: 0,
      n_root: 512,
      au_size: clusterSectors(kind, sectors) * sectorSize,
    },
    library.at.buffer,
    bufferSize,
  );
  if (result !== fat.FR_OK) {
    throw new BenchError('FB_STICK_FILE', `cannot format a stick of ${bytes} bytes as ${kind}`, {
      hint: 'FAT16 takes 4 MiB to 1 GiB, FAT32 takes 34 MiB or more',
      context: { kind, bytes, result },
    });
  }
  return store;
}

/** The largest power of two with enough clusters: the library would choose FAT12 for a small stick. */
function clusterSectors(kind: FatKind, sectors: number): number {
  const fewest = kind === 'FAT16' ? 8_192 : 131_072;
  const sectorsEach = 2 ** Math.floor(Math.log2(Math.max(1, sectors / fewest)));
  return Math.min(sectorsEach, 128);
}
