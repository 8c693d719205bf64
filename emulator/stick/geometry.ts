import { type SectorStore, sectorSize } from './sector-store.ts';

/** Where things are on a formatted stick. */
export interface Geometry {
  /**
   * The first sector of the area where files have their data: behind the boot sector, the
   * allocation tables and, on FAT16, the root folder.
   */
  readonly firstDataSector: number;
  /** The unit in which space is given to files. */
  readonly clusterBytes: number;
}

/**
 * The geometry that the boot sector tells; a stick with a partition table counts from its first
 * partition. Source: Microsoft FAT specification 1.03, section 3 (BIOS parameter block).
 */
export function geometryOf(store: SectorStore): Geometry {
  const start = isBootSector(store.sector(0)) ? 0 : view(store.sector(0)).getUint32(446 + 8, true);
  const boot = view(store.sector(start));
  const reserved = boot.getUint16(14, true);
  const tables = boot.getUint8(16);
  const rootEntries = boot.getUint16(17, true);
  const tableSectors = boot.getUint16(22, true) || boot.getUint32(36, true);
  const rootSectors = Math.ceil((rootEntries * 32) / sectorSize);
  return {
    firstDataSector: start + reserved + tables * tableSectors + rootSectors,
    clusterBytes: boot.getUint8(13) * sectorSize,
  };
}

const isBootSector = (sector: Uint8Array): boolean =>
  (sector[0] === 0xeb || sector[0] === 0xe9) && view(sector).getUint16(11, true) === sectorSize;

const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
