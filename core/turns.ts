/**
 * Pieces of work one after the other, whatever becomes of each. One that need not wait begins at
 * once: on a link nearly none waits, and a turn of the event loop is dear there.
 */
export class Turns {
  #last: Promise<void> | undefined;

  /** Carries work out when all that was given earlier is over; it must not throw but by rejecting. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last?.then(work) ?? work();
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
