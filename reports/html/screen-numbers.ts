import type { Screen, Sha256 } from '#core';
import type { Chunks } from './chunks.ts';

/** Gives each screen a number where it is first shown, and packs it then: every screen once. */
export class ScreenNumbers {
  readonly #screens: ReadonlyMap<Sha256, Screen>;
  readonly #chunks: Chunks;
  readonly #numbers = new Map<Sha256, number>();

  constructor(screens: ReadonlyMap<Sha256, Screen>, chunks: Chunks) {
    this.#screens = screens;
    this.#chunks = chunks;
  }

  /** The number of a screen, from 0; `undefined` when the record does not have it. */
  of(sha256: Sha256): number | undefined {
    const known = this.#numbers.get(sha256);
    if (known !== undefined) return known;
    const screen = this.#screens.get(sha256);
    if (screen === undefined) return undefined;
    const number = this.#numbers.size;
    this.#numbers.set(sha256, number);
    this.#chunks.add(screen);
    return number;
  }
}
