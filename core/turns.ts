/** What is there at once, or comes later. */
export type Soon<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is there, since a turn of the event loop is dear. */
export function goOn<Value, Result>(
  given: Soon<Value>,
  next: (value: Value) => Soon<Result>,
): Soon<Result> {
  return given instanceof Promise ? given.then(next) : next(given);
}

/** Does something with each of a list, one after the other: at once, up to what comes later. */
export function inOrder<Item>(
  items: readonly Item[],
  work: (item: Item) => Soon<unknown>,
): Soon<void> {
  let at = 0;
  for (const item of items) {
    at += 1;
    const done = work(item);
    if (done instanceof Promise) return done.then(() => later(items.slice(at), work));
  }
}

async function later<Item>(
  items: readonly Item[],
  work: (item: Item) => Soon<unknown>,
): Promise<void> {
  for (const item of items) {
    const done = work(item);
    if (done instanceof Promise) await done;
  }
}

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
