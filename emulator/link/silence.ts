import type { Clock, Millis, TimerId } from '#core';

/** Calls when nothing was heard for as long as was said, once. */
export class Silence {
  readonly #clock: Clock;
  readonly #over: () => void;
  #timer: TimerId | undefined;

  constructor(clock: Clock, over: () => void) {
    this.#clock = clock;
    this.#over = over;
  }

  /** Begins to wait, anew where it waits already. */
  begin(limit: Millis): void {
    this.end();
    this.#timer = this.#clock.setTimeout(() => {
      // What has come while this process was busy is heard before it is called silence.
      this.#timer = this.#clock.setTimeout(() => {
        this.#timer = undefined;
        this.#over();
      }, 0);
    }, limit);
  }

  /** Something was heard, or nobody wants to know any more. */
  end(): void {
    if (this.#timer === undefined) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
