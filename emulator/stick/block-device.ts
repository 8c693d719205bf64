import * as fat from 'js-fatfs';
import { type SectorStore, sectorSize } from './sector-store.ts';

/** Why the medium itself refused. */
export type MediumFault = 'write-protected' | 'unreadable' | 'pulled';

/** A stick as it is built: its sectors and what is broken about them, wherever it is plugged. */
export interface Medium {
  readonly store: SectorStore;
  writeProtected: boolean;
  /** True for a sector that can be neither read nor written. */
  isDead(sector: number): boolean;
  /** True for a sector that can be read but no longer written. */
  isWornOut(sector: number): boolean;
}

/**
 * A stick in a socket, as the FAT library sees it. It lives from plugging in to pulling out: after
 * `pull` every request fails, also when the same stick has been put into a socket again.
 */
export class BlockDevice {
  /** The first refusal since it was last cleared. */
  fault: MediumFault | undefined;
  /** While set, the sectors that are read are noted here. */
  trace: Set<number> | undefined;
  readonly #medium: Medium;
  #present = true;

  constructor(medium: Medium) {
    this.#medium = medium;
  }

  get store(): SectorStore {
    return this.#medium.store;
  }

  get present(): boolean {
    return this.#present;
  }

  pull(): void {
    this.#present = false;
  }

  initialize(): number {
    return this.status();
  }

  status(): number {
    if (!this.#present) return this.#refuse('pulled', fat.STA_NOINIT | fat.STA_NODISK);
    return this.#medium.writeProtected ? fat.STA_PROTECT : 0;
  }

  read(ff: fat.FatFs, _drive: number, to: number, sector: number, count: number): number {
    if (!this.#present) return this.#refuse('pulled', fat.RES_NOTRDY);
    if (sector + count > this.store.count) return this.#refuse('unreadable', fat.RES_PARERR);
    for (let number = sector; number < sector + count; number += 1) {
      if (this.#medium.isDead(number)) return this.#refuse('unreadable', fat.RES_ERROR);
      this.trace?.add(number);
    }
    this.store.read(sector, count, ff.HEAPU8, to);
    return fat.RES_OK;
  }

  write(ff: fat.FatFs, _drive: number, from: number, sector: number, count: number): number {
    if (!this.#present) return this.#refuse('pulled', fat.RES_NOTRDY);
    if (this.#medium.writeProtected) return this.#refuse('write-protected', fat.RES_WRPRT);
    if (sector + count > this.store.count) return this.#refuse('unreadable', fat.RES_PARERR);
    for (let index = 0; index < count; index += 1) {
      const start = from + index * sectorSize;
      if (this.#medium.isDead(sector + index) || this.#medium.isWornOut(sector + index)) {
        // Not told to the library, which would lock the file and so keep its clusters: whoever
        // called the library sees `fault` and takes the file back.
        this.#refuse('unreadable', fat.RES_OK);
      } else {
        this.store.write(sector + index, ff.HEAPU8.subarray(start, start + sectorSize));
      }
    }
    return fat.RES_OK;
  }

  ioctl(ff: fat.FatFs, _drive: number, command: number, to: number): number {
    switch (command) {
      case fat.CTRL_SYNC:
        return this.#present ? fat.RES_OK : this.#refuse('pulled', fat.RES_NOTRDY);
      case fat.GET_SECTOR_COUNT:
        ff.setValue(to, this.store.count, 'i32');
        return fat.RES_OK;
      case fat.GET_SECTOR_SIZE:
        ff.setValue(to, sectorSize, 'i16');
        return fat.RES_OK;
      case fat.GET_BLOCK_SIZE:
        ff.setValue(to, 1, 'i32');
        return fat.RES_OK;
      default:
        return fat.RES_PARERR;
    }
  }

  #refuse(fault: MediumFault, answer: number): number {
    this.fault ??= fault;
    return answer;
  }
}
