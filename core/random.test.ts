import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';

const some = (seed: number, count: number): readonly number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random.below(1000));
};

test('a seed gives the numbers that it has always given', () => {
  // mulberry32, computed apart from this code.
  expect(some(1, 5)).toEqual([627, 2, 527, 981, 968]);
});

test('the same seed gives the same numbers, another seed gives others', async () => {
  await fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(some(seed, 20)).toEqual(some(seed, 20));
      expect(some(seed, 20)).not.toEqual(some(seed + 1, 20));
    }),
  );
});

test('every number below the limit comes and none beyond it', async () => {
  await fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), (seed, limit) => {
      const random = randomFrom(seed);
      const seen = new Set(Array.from({ length: 500 }, () => random.below(limit)));
      expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: limit }, (_, n) => n));
    }),
  );
});

test('an item is picked from those that are there', () => {
  const random = randomFrom(7);
  const picked = new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])));
  expect([...picked].sort()).toEqual(['a', 'b', 'c']);
  expect(() => random.pick([])).toThrow(/empty list/);
});
