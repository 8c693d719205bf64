import type { Soon } from './soon.ts';

/**
 * Pieces of work one after the other, whatever becomes of each. One that need not wait begins at
 * once, and what it comes out with at once is given at once: on a link nearly none waits, and a turn
 * of the event loop is dear there.
 */
export class Turns {
  #last: Promise<void> | undefined;

  /** Carries work out when all that was given earlier is over. */
  take<Result>(work: () => Promise<Result>): Promise<Result>;
  take<Result>(work: () => Soon<Result>): Soon<Result>;
  take<Result>(work: () => Soon<Result>): Soon<Result> {
    const done = this.#last?.then(work) ?? work();
    if (!(done instanceof Promise)) return done;
    const over = (): void => {
      if (this.#last === last) this.#last = undefined;
    };
    const last: Promise<void> = done.then(over, over);
    this.#last = last;
    return done;
  }

  /** Resolves when all that was given so far is over. */
  async over(): Promise<void> {
    await this.#last;
  }
}
