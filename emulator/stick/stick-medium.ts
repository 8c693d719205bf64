import type { Medium } from './block-device.ts';
import type { SectorStore } from './sector-store.ts';

/** The content of a stick together with its faults, which stay with it wherever it is plugged. */
export class StickMedium implements Medium {
  readonly store: SectorStore;
  writeProtected = false;
  readonly #dead = new Set<number>();
  #wornOut: { readonly from: number; readonly except: ReadonlySet<number> } | undefined;

  constructor(store: SectorStore) {
    this.store = store;
  }

  isDead(sector: number): boolean {
    return this.#dead.has(sector);
  }

  isWornOut(sector: number): boolean {
    return (
      this.#wornOut !== undefined &&
      sector >= this.#wornOut.from &&
      !this.#wornOut.except.has(sector)
    );
  }

  kill(sectors: Iterable<number>): void {
    for (const sector of sectors) this.#dead.add(sector);
  }

  /** From now on no sector from `from` on can be written, but for those that hold folders. */
  wearOut(from: number, except: ReadonlySet<number>): void {
    this.#wornOut = { from, except };
  }
}
