import { type Random, randomFrom, type Seed } from '#core';

/**
 * The source of chance of one choice, named by whole numbers: what is chosen there does not depend
 * on how many choices were made before, nor on how the carrier cut the bytes up.
 */
export function chanceAt(seed: Seed, ...choice: readonly number[]): Random {
  let mixed = seed >>> 0;
  for (const number of choice) {
    mixed = Math.imul(mixed ^ (number >>> 0) ^ 0x9e37_79b9, 0x85eb_ca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    mixed ^= mixed >>> 16;
  }
  return randomFrom(mixed);
}
