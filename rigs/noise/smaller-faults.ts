import type { NoiseFault } from './plan.ts';

/** The amounts of a fault, in the order in which they are made smaller, and the least they can be. */
const least = { nth: 1, at: 0, place: 0, bytes: 1, ms: 1, mask: 1 } as const;

/**
 * The same fault, but earlier or smaller by one of its amounts: the boldest first, so that whoever
 * takes the first that will do, again and again, ends soon.
 */
export function* smallerFaults(fault: NoiseFault): Generator<NoiseFault> {
  const amounts: Readonly<Partial<Record<string, unknown>>> = fault;
  for (const [name, smallest] of Object.entries(least)) {
    const amount = amounts[name];
    if (typeof amount !== 'number') continue;
    for (const smaller of between(smallest, amount)) yield { ...fault, [name]: smaller };
  }
}

/** Smaller numbers: the least one, then ever closer to `value`, which is not among them. */
function* between(smallest: number, value: number): Generator<number> {
  for (let gap = value - smallest; gap >= 1; gap = Math.floor(gap / 2)) yield value - gap;
}
