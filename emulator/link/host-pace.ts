import type { Clock, Millis, TimerId } from '#core';
import type { Slot } from './slot.ts';

/** The longest time that timers of the host can be set to. */
const longest: Millis = 2 ** 31 - 1;

/** Lets the time of the meter in a slot pass as the host's does: no tick, but what is due comes. */
export class HostPace {
  readonly #slot: Slot;
  readonly #host: Clock;
  #last: Millis;
  #timer: TimerId | undefined;

  constructor(slot: Slot, host: Clock) {
    this.#slot = slot;
    this.#host = host;
    this.#last = host.now();
    this.arm();
  }

  /** How far the host's time is beyond the meter's; a clock that is set back holds the meter's. */
  ahead(): Millis {
    return Math.max(0, this.#host.now() - this.#last);
  }

  /** Lets the time pass that has passed. */
  async follow(): Promise<void> {
    const ahead = this.ahead();
    this.#last = this.#host.now();
    if (ahead > 0) await this.#slot.meter.clock.advance(ahead);
  }

  /** Comes back when the next thing is due. */
  arm(): void {
    this.stop();
    const { meter } = this.#slot;
    const due = meter.nextDue();
    if (due === undefined) return;
    const delay = Math.min(longest, Math.max(0, due - meter.now() - this.ahead()));
    this.#timer = this.#host.setTimeout(() => {
      this.#slot.change(async () => undefined).catch((error) => this.#slot.report(error));
    }, delay);
  }

  /** Another meter is in the slot: its time begins now. */
  restart(): void {
    this.#last = this.#host.now();
  }

  stop(): void {
    if (this.#timer !== undefined) this.#host.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
