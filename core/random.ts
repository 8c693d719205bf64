import type { Seed } from './units.ts';

/** A seeded source of chance (mulberry32): the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number, `0 ≤ n < limit`. */
  below(limit: number): number;
  /** One of the items, which must not be empty. */
  pick<T>(items: readonly T[]): T;
}

export function randomFrom(seed: Seed): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('cannot pick from an empty list');
      return item;
    },
  };
}
