import type { Key } from '#core';
import type { Model } from '#models';
import type { NonVolatileMemory } from '../memory/index.ts';

/** A seeded firmware fault: what a defective machine does instead of what its chart says. */
export interface MeterFault {
  readonly name: string;
  /** What goes wrong, in the words of the panel. */
  readonly description: string;
  /** The machine with the fault in its chart, rules or screens. */
  readonly model?: (model: Model) => Model;
  /** True for a press that the keypad loses; `count` is the number of the press since power on. */
  readonly swallowsKey?: (key: Key, count: number) => boolean;
  /** Memory that does not keep its promise. */
  readonly memory?: (memory: NonVolatileMemory) => NonVolatileMemory;
}
