import type { Clock, Frame, Millis } from '#core';
import { SystemClock } from '#core/clock';

type Listener = (frame: Frame) => void;

/** Tells of the frames that a slot shows, to listeners and to those who wait in the host's time. */
export class FrameNews {
  readonly #clock: Clock;
  readonly #listeners = new Set<Listener>();
  readonly #waiting = new Map<() => void, string>();

  constructor(clock: Clock = new SystemClock()) {
    this.#clock = clock;
  }

  tell(frame: Frame): void {
    for (const listener of [...this.#listeners]) listener(frame);
  }

  listen(listener: Listener): Disposable {
    // The same function may listen twice.
    const own: Listener = (frame) => listener(frame);
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => void this.#listeners.delete(own) };
  }

  /** Resolves once a frame beyond `after` is told of, the limit is over, or nobody waits any more. */
  async beyond(after: number, limit: Millis, client: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = this.#clock.setTimeout(resolve, limit);
    this.#waiting.set(resolve, client);
    using _listening = this.listen(({ frame }) => frame > after && resolve());
    try {
      await promise;
    } finally {
      this.#clock.clearTimeout(timer);
      this.#waiting.delete(resolve);
    }
  }

  /** Ends the waits of one client, or of all. */
  endWaits(client?: string): void {
    for (const [end, of] of this.#waiting) if (client === undefined || of === client) end();
  }
}
