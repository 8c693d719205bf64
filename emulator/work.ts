/**
 * Work of a meter that takes time of the host and none of its own: a message on its way to a server,
 * a file that is made. Whoever lets the meter's time pass waits for it first, so that a run does not
 * depend on how quick the host is.
 */
export class Work {
  readonly #running = new Set<Promise<void>>();

  /** Begins work. What it throws is thrown by whoever waits next. */
  start(work: Promise<void>): void {
    this.#running.add(work);
    const forget = () => this.#running.delete(work);
    work.then(forget, () => undefined);
  }

  get busy(): boolean {
    return this.#running.size > 0;
  }

  /** Waits until nothing is left to do, also of what was begun meanwhile. */
  async settled(): Promise<void> {
    for (let [next] = this.#running; next; [next] = this.#running) {
      try {
        await next;
      } finally {
        this.#running.delete(next);
      }
    }
  }
}
