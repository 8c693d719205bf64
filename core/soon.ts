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
  work: (item: Item) => Soon<void>,
): Soon<void> {
  for (const [at, item] of items.entries()) {
    const done = work(item);
    if (done instanceof Promise) return done.then(() => later(items.slice(at + 1), work));
  }
}

async function later<Item>(
  items: readonly Item[],
  work: (item: Item) => Soon<void>,
): Promise<void> {
  for (const item of items) {
    const done = work(item);
    if (done instanceof Promise) await done;
  }
}
