import type { BlockDevice, Medium } from './block-device.ts';

/**
 * The sectors of a stick as a host sees them that brings a file system of its own. It lives as long
 * as the stick stays at the host and nobody else changes it there.
 */
export class HostSectors {
  readonly #medium: Medium;
  readonly #device: BlockDevice;

  constructor(medium: Medium, device: BlockDevice) {
    this.#medium = medium;
    this.#device = device;
  }

  /** How many sectors there are. */
  get count(): number {
    return this.#medium.store.count;
  }

  get writeProtected(): boolean {
    return this.#medium.writeProtected;
  }

  /** The bytes of one sector, not to be changed; `undefined` when it cannot be read. */
  read(sector: number): Uint8Array | undefined {
    if (!this.#device.present || sector >= this.count || this.#medium.isDead(sector)) {
      return undefined;
    }
    return this.#medium.store.sector(sector);
  }

  /** Writes one sector; false when it cannot be written. */
  write(sector: number, bytes: Uint8Array): boolean {
    const medium = this.#medium;
    if (!this.#device.present || sector >= this.count || medium.writeProtected) return false;
    if (medium.isDead(sector) || medium.isWornOut(sector)) return false;
    medium.store.write(sector, bytes);
    return true;
  }
}
