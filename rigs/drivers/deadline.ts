import type { Clock, Millis, TimerId } from '#core';

/**
 * One limit after another with one timer of the host: nearly every limit ends long before it is
 * over, so that the timer is set again only when it fires.
 */
export class Deadline {
  readonly #clock: Clock;
  #timer: { readonly id: TimerId; readonly due: Millis } | undefined;
  #due: Millis = 0;
  #over: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `over` once, when the limit is over and has not been ended. */
  begin(limit: Millis, over: () => void): void {
    this.#due = this.#clock.now() + limit;
    this.#over = over;
    if (this.#timer && this.#timer.due <= this.#due) return;
    this.close();
    this.#arm(limit);
  }

  /** What was waited for has come. */
  end(): void {
    this.#over = undefined;
  }

  /** Lets go of the timer. */
  close(): void {
    if (this.#timer) this.#clock.clearTimeout(this.#timer.id);
    this.#timer = undefined;
  }

  /** `late` is what is over unless it is heard of before the timer fires. */
  #arm(delay: Millis, late?: () => void): void {
    const id = this.#clock.setTimeout(() => this.#fire(late), delay);
    this.#timer = { id, due: this.#clock.now() + delay };
  }

  #fire(late: (() => void) | undefined): void {
    this.#timer = undefined;
    const over = this.#over;
    if (!over) return;
    const left = this.#due - this.#clock.now();
    if (left > 0) {
      this.#arm(left);
    } else if (over === late) {
      this.#over = undefined;
      over();
    } else {
      // What has come while this process was busy is heard before it is called late.
      this.#arm(0, over);
    }
  }
}
