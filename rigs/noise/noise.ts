import type { Struck } from './actions.ts';
import { type Counted, NoiseStream, nothingCounted } from './noise-stream.ts';
import type { Direction, NoisePlan } from './plan.ts';

/** Both directions of one connection. */
export type NoiseChannel = Readonly<Record<Direction, NoiseStream>>;

/**
 * A plan at work on one link: its counting of messages and bytes goes on from connection to
 * connection, so that what strikes the fifth message strikes once.
 */
export class Noise {
  readonly plan: NoisePlan;
  /** Hears of every fault as it happens. */
  readonly onStruck: (struck: Struck) => void;
  readonly #counted: Readonly<Record<Direction, Counted>> = {
    'to-meter': nothingCounted(),
    'to-bench': nothingCounted(),
  };

  constructor(plan: NoisePlan, onStruck: (struck: Struck) => void = () => undefined) {
    this.plan = plan;
    this.onStruck = onStruck;
  }

  /** A new connection. */
  channel(): NoiseChannel {
    const stream = (direction: Direction): NoiseStream =>
      new NoiseStream(this.plan, direction, this.#counted[direction]);
    return { 'to-meter': stream('to-meter'), 'to-bench': stream('to-bench') };
  }

  /** Messages that have begun so far. */
  messages(direction: Direction): number {
    return this.#counted[direction].messages;
  }
}

/** How many faults of each kind and direction have happened, by `drop to-bench` and the like. */
export class NoiseTally {
  readonly #counts = new Map<string, number>();

  add({ fault: { kind }, direction }: Struck): void {
    const name = `${kind} ${direction}`;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  [Symbol.iterator](): IterableIterator<[string, number]> {
    return this.#counts[Symbol.iterator]();
  }
}
