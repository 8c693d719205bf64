import type { Sha256 } from '#core';
import type { RunStory } from '../record/story.ts';
import type { Chunks } from './chunks.ts';

/** Gives each screen a number where it is first shown, and packs it then: every screen once. */
export class ScreenNumbers {
  readonly #story: Pick<RunStory, 'screens' | 'forget'>;
  readonly #chunks: Chunks;
  readonly #numbers = new Map<Sha256, number>();
  readonly #busy = new Set<number>();

  constructor(story: Pick<RunStory, 'screens' | 'forget'>, chunks: Chunks) {
    this.#story = story;
    this.#chunks = chunks;
  }

  /** The number of a screen, from 0; `undefined` when the record does not have it. */
  of(sha256: Sha256): number | undefined {
    const known = this.#numbers.get(sha256);
    if (known !== undefined) return known;
    const screen = this.#story.screens.get(sha256);
    if (screen === undefined) return undefined;
    const number = this.#numbers.size;
    this.#numbers.set(sha256, number);
    if (screen.busy) this.#busy.add(number);
    this.#chunks.add(screen);
    this.#story.forget(sha256);
    return number;
  }

  /** Whether a meter that shows this takes no keys; `undefined` when the record does not have it. */
  isBusy(sha256: Sha256): boolean | undefined {
    const number = this.of(sha256);
    return number === undefined ? undefined : this.#busy.has(number);
  }
}
