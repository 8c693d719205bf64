/** The size of a sector, in bytes; every stick of this project has it. */
export const sectorSize = 512;

const zeroSector = new Uint8Array(sectorSize);

const isZero = (bytes: Uint8Array): boolean => Buffer.compare(bytes, zeroSector) === 0;

/**
 * The sectors of a stick. Those that hold only zeros are not stored, and a stored sector is never
 * changed, only replaced: so copies share what they have in common.
 */
export class SectorStore {
  /** How many sectors the stick has. */
  readonly count: number;
  readonly #sectors: Map<number, Uint8Array>;

  constructor(count: number, sectors: ReadonlyMap<number, Uint8Array> = new Map()) {
    this.count = count;
    this.#sectors = new Map(sectors);
  }

  /** A stick with the same content; writing to one does not change the other. */
  clone(): SectorStore {
    return new SectorStore(this.count, this.#sectors);
  }

  /** Copies `count` sectors into `target`, beginning at its byte `offset`. */
  read(sector: number, count: number, target: Uint8Array, offset: number): void {
    for (let index = 0; index < count; index += 1) {
      target.set(this.sector(sector + index), offset + index * sectorSize);
    }
  }

  /** The bytes of one sector; not to be changed. */
  sector(sector: number): Uint8Array {
    return this.#sectors.get(sector) ?? zeroSector;
  }

  /** Replaces the sectors from `sector` on by a copy of `bytes`, a whole number of sectors. */
  write(sector: number, bytes: Uint8Array): void {
    const copy = Uint8Array.from(bytes);
    for (let start = 0; start < copy.length; start += sectorSize) {
      const content = copy.subarray(start, start + sectorSize);
      const number = sector + start / sectorSize;
      if (isZero(content)) this.#sectors.delete(number);
      else this.#sectors.set(number, content);
    }
  }

  /** The numbers of the sectors that hold something, rising. */
  used(): readonly number[] {
    return [...this.#sectors.keys()].sort((a, b) => a - b);
  }

  /** The whole stick as one run of bytes. */
  image(): Uint8Array {
    const image = new Uint8Array(this.count * sectorSize);
    for (const [sector, bytes] of this.#sectors) image.set(bytes, sector * sectorSize);
    return image;
  }

  /** A stick with the content of an image, a whole number of sectors. */
  static fromImage(image: Uint8Array): SectorStore {
    const store = new SectorStore(image.length / sectorSize);
    store.write(0, image);
    return store;
  }
}
