import type { StickFaults } from '#core';
import type { FatVolume } from './fat-volume.ts';
import { geometryOf } from './geometry.ts';
import { hostValue } from './host-error.ts';
import type { StickMedium } from './stick-medium.ts';

/** The visible file that takes up the space of a stick that was filled. */
export const fillerName = 'FILLER.BIN';

/** The faults of a stick that is an image. */
export interface ImageFaults extends StickFaults {
  /** The image as it is, for programs of other authors. */
  image(): Uint8Array;
}

/** The faults of one stick; `volume` opens it wherever it is, while nobody writes to it. */
export function faultsOf(medium: StickMedium, volume: () => FatVolume): ImageFaults {
  return {
    async writeProtect(on) {
      medium.writeProtected = on;
    },
    async fill(bytesFree) {
      fill(volume(), bytesFree);
    },
    async killSectorsOf(path) {
      const target = volume();
      const read = target.traced(() => hostValue('read', path, target.read(path)));
      const folders = sectorsOfFolders(target);
      const { firstDataSector } = geometryOf(medium.store);
      medium.kill([...read].filter((sector) => sector >= firstDataSector && !folders.has(sector)));
    },
    async killFreeSectors() {
      medium.wearOut(geometryOf(medium.store).firstDataSector, sectorsOfFolders(volume()));
    },
    image: () => medium.store.image(),
  };
}

function fill(volume: FatVolume, bytesFree: number): void {
  const removed = volume.remove(fillerName);
  if (removed.status === 'failed' && removed.reason !== 'missing') {
    hostValue('remove', fillerName, removed);
  }
  const excess = hostValue('measure', '/', volume.freeBytes()) - bytesFree;
  if (excess <= 0) return;
  const file = hostValue('write', fillerName, volume.create(fillerName));
  hostValue('write', fillerName, file.extendTo(excess));
  hostValue('write', fillerName, file.close());
}

/** The sectors that are read when every folder is listed: those that hold folders, and tables. */
function sectorsOfFolders(volume: FatVolume): ReadonlySet<number> {
  const walk = (folder: string): void => {
    for (const { name, kind } of hostValue('list', folder, volume.list(folder))) {
      if (kind === 'folder') walk(folder === '' ? name : `${folder}/${name}`);
    }
  };
  return volume.traced(() => walk(''));
}
