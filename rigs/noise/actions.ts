import type { Millis } from '#core';
import type { Direction, NoiseFault } from './plan.ts';

/** What is to be done with the bytes of one direction, in order. */
export type NoiseAction =
  /** Not before `afterMs` from now, nor before what stands before it. */
  | { readonly kind: 'send'; readonly bytes: Uint8Array; readonly afterMs: Millis }
  /** In one piece with what comes next, or alone when `ms` are over. */
  | { readonly kind: 'hold'; readonly bytes: Uint8Array; readonly ms: Millis }
  /** What stands behind it waits `ms`, or for ever. */
  | { readonly kind: 'stall'; readonly ms?: Millis }
  | { readonly kind: 'close' }
  /** Nothing is to be done: a fault has happened. */
  | { readonly kind: 'struck'; readonly struck: Struck };

/** A fault that has happened. It says nothing of what the bytes were. */
export interface Struck {
  readonly direction: Direction;
  /** The number of the message it began in, from 1. */
  readonly message: number;
  /** How many bytes it took hold of. */
  readonly size: number;
  /** The same fault for a plan of its own, with nothing left to chance. */
  readonly fault: NoiseFault;
}

export const send = (bytes: Uint8Array, afterMs: Millis = 0): NoiseAction => ({
  kind: 'send',
  bytes,
  afterMs,
});
