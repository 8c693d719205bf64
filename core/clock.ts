import type { Millis } from './units.ts';

/** Names one armed timer of a clock. */
export type TimerId = number;

/** The only way to learn the time or to be called later. */
export interface Clock {
  /** The instant now. */
  now(): Millis;
  /** Calls `fire` once, `delay` from now. */
  setTimeout(fire: () => void, delay: Millis): TimerId;
  /** Forgets a timer; one that has fired or is unknown is no error. */
  clearTimeout(id: TimerId): void;
}

interface Timer {
  readonly id: TimerId;
  readonly due: Millis;
  readonly fire: () => void;
}

/**
 * Time that passes only when it is told to: a wait of 15 minutes costs a jump.
 * Timers fire in the order in which they are due, each at its own instant, and those that
 * they arm in turn fire within the same jump when they fall into it.
 */
export class VirtualClock implements Clock {
  #now: Millis;
  #nextId: TimerId = 1;
  readonly #timers = new Map<TimerId, Timer>();

  constructor(start: Millis = 0) {
    this.#now = start;
  }

  now(): Millis {
    return this.#now;
  }

  setTimeout(fire: () => void, delay: Millis): TimerId {
    const id = this.#nextId++;
    this.#timers.set(id, { id, due: this.#now + Math.max(0, delay), fire });
    return id;
  }

  clearTimeout(id: TimerId): void {
    this.#timers.delete(id);
  }

  /** When the next timer is due; `undefined` when none is armed. */
  nextDue(): Millis | undefined {
    return this.#earliest()?.due;
  }

  /** Lets time pass up to `instant`; an instant in the past changes nothing. */
  advanceTo(instant: Millis): void {
    for (let timer = this.#earliest(); timer && timer.due <= instant; timer = this.#earliest()) {
      this.#timers.delete(timer.id);
      this.#now = Math.max(this.#now, timer.due);
      timer.fire();
    }
    this.#now = Math.max(this.#now, instant);
  }

  /** Lets `duration` pass. */
  advance(duration: Millis): void {
    this.advanceTo(this.#now + duration);
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers.values()) {
      if (!first || timer.due < first.due) first = timer;
    }
    return first;
  }
}

/** The host's own time, for rigs with a real meter and for a panel that a person works. */
export class SystemClock implements Clock {
  #nextId: TimerId = 1;
  readonly #timers = new Map<TimerId, NodeJS.Timeout>();

  now(): Millis {
    return Date.now();
  }

  setTimeout(fire: () => void, delay: Millis): TimerId {
    const id = this.#nextId++;
    const armed = setTimeout(() => {
      this.#timers.delete(id);
      fire();
    }, delay);
    this.#timers.set(id, armed);
    return id;
  }

  clearTimeout(id: TimerId): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}

/**
 * The host's time for how long something takes: it begins anywhere, and goes on evenly also while
 * the host's clock is put right.
 */
export class SteadyClock extends SystemClock {
  override now(): Millis {
    return Math.trunc(performance.now());
  }
}
