import type { Clock, Millis, TimerId } from '#core';
import type { NoiseAction } from './actions.ts';
import { joined } from './joined.ts';

/** Where the bytes of one direction go. */
export interface LaneEnd {
  send(bytes: Uint8Array): void;
  /** Closes the connection, both ways. */
  close(): void;
  /** No more bytes will come this way. */
  finish?(): void;
}

/** What is still to be done, in order. */
interface Waiting {
  what: Uint8Array | 'close' | 'finish';
  due: Millis;
  /** When what stands before it is due. */
  readonly floor: Millis;
  /** Bytes that wait for others to be in one piece with. */
  joins: boolean;
}

/**
 * Carries the actions of one direction out, each at its time and none before what stands before it:
 * a wire keeps the order of its bytes. What need not wait goes at once, without a timer.
 */
export class NoiseLane {
  readonly #clock: Clock;
  readonly #end: LaneEnd;
  readonly #waiting: Waiting[] = [];
  /** When the last one that waits is due, and what is behind it at the earliest. */
  #last: Millis = 0;
  #timer: TimerId | undefined;
  #shut = false;
  #held = 0;

  constructor(clock: Clock, end: LaneEnd) {
    this.#clock = clock;
    this.#end = end;
  }

  /** How many bytes wait. */
  get held(): number {
    return this.#held;
  }

  do(actions: readonly NoiseAction[]): void {
    for (const action of actions) this.#plan(action);
    this.#pump();
  }

  /** Says so to the end once all that waits has gone; behind a stall without an end at once. */
  finish(): void {
    if (this.#shut) return;
    if (this.#last === Number.POSITIVE_INFINITY) this.#end.finish?.();
    else this.#put('finish', this.#clock.now(), false);
    this.#pump();
  }

  /** Forgets what waits: the connection is gone. */
  stop(): void {
    this.#shut = true;
    this.#waiting.length = 0;
    this.#held = 0;
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #plan(action: NoiseAction): void {
    // Behind a stall without an end nothing is kept.
    if (this.#shut || this.#last === Number.POSITIVE_INFINITY) return;
    const now = this.#clock.now();
    switch (action.kind) {
      case 'send':
        this.#put(action.bytes, now + action.afterMs, false);
        return;
      case 'hold':
        this.#put(action.bytes, now + action.ms, true);
        return;
      case 'stall':
        this.#joinNothing();
        this.#last = Math.max(this.#last, now) + (action.ms ?? Number.POSITIVE_INFINITY);
        return;
      case 'close':
        this.#put('close', now, false);
        return;
      case 'struck':
        return;
      default:
        action satisfies never;
    }
  }

  #put(what: Waiting['what'], earliest: Millis, joins: boolean): void {
    const before = this.#waiting.at(-1);
    if (typeof what !== 'string') this.#held += what.length;
    if (before?.joins && typeof before.what !== 'string' && typeof what !== 'string') {
      before.what = joined([before.what, what]);
      before.joins = joins;
      this.#last = before.due = Math.max(earliest, before.floor);
      return;
    }
    this.#joinNothing();
    const floor = this.#last;
    this.#last = Math.max(earliest, floor);
    // The carrier may use its buffer again.
    const kept = typeof what === 'string' ? what : what.slice();
    this.#waiting.push({ what: kept, due: this.#last, floor, joins });
  }

  /** What waits for company goes alone, as soon as what is before it has gone. */
  #joinNothing(): void {
    const before = this.#waiting.at(-1);
    if (!before?.joins) return;
    before.joins = false;
    this.#last = before.due = Math.max(this.#clock.now(), before.floor);
  }

  #pump(): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const left = next.due - this.#clock.now();
      if (left > 0) {
        this.#timer = this.#clock.setTimeout(() => {
          this.#timer = undefined;
          this.#pump();
        }, left);
        return;
      }
      this.#waiting.shift();
      this.#carryOut(next.what);
    }
  }

  #carryOut(what: Waiting['what']): void {
    if (what === 'finish') {
      this.#end.finish?.();
    } else if (what === 'close') {
      this.stop();
      this.#end.close();
    } else {
      this.#held -= what.length;
      this.#end.send(what);
    }
  }
}
