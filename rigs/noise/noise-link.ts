import type { Clock } from '#core';
import type { NoiseAction } from './actions.ts';
import { type LaneEnd, NoiseLane } from './lane.ts';
import type { Noise, NoiseChannel } from './noise.ts';
import type { Direction } from './plan.ts';

/** One connection with noise between its two ends: bytes go in at one and come out at the other. */
export class NoiseLink {
  readonly #noise: Noise;
  readonly #channel: NoiseChannel;
  readonly #lanes: Readonly<Record<Direction, NoiseLane>>;

  constructor(noise: Noise, clock: Clock, ends: Readonly<Record<Direction, LaneEnd>>) {
    this.#noise = noise;
    this.#channel = noise.channel();
    this.#lanes = {
      'to-meter': new NoiseLane(clock, ends['to-meter']),
      'to-bench': new NoiseLane(clock, ends['to-bench']),
    };
  }

  /** Takes bytes in on their way. */
  push(direction: Direction, bytes: Uint8Array): void {
    this.#do(direction, this.#channel[direction].push(bytes));
  }

  /** No more bytes will come this way. */
  end(direction: Direction): void {
    this.#do(direction, this.#channel[direction].end());
    this.#lanes[direction].finish();
  }

  /** How many bytes are held back this way. */
  held(direction: Direction): number {
    return this.#lanes[direction].held;
  }

  /** Forgets what is on its way: the connection is gone. */
  stop(): void {
    this.#lanes['to-meter'].stop();
    this.#lanes['to-bench'].stop();
  }

  #do(direction: Direction, actions: readonly NoiseAction[]): void {
    for (const action of actions) {
      if (action.kind === 'struck') this.#noise.onStruck(action.struck);
    }
    this.#lanes[direction].do(actions);
  }
}
