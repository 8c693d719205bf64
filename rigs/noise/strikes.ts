import type { Seed } from '#core';
import { chanceAt } from './chance.ts';
import { type Direction, directions, type NoiseFault, type NoisePlan, unitOf } from './plan.ts';

/** A fault of a plan with its place there, which its chances hang on. */
export interface PlannedFault {
  readonly index: number;
  readonly fault: NoiseFault;
}

/** Which faults of a plan strike which units of one direction. */
export interface Strikes {
  /** The fault that strikes the message with this number, from 1. */
  message(number: number): PlannedFault | undefined;
  /** The first offset in `from ≤ offset < to` that a fault strikes, and the fault. */
  byte(
    from: number,
    to: number,
  ): { readonly offset: number; readonly by: PlannedFault } | undefined;
}

export function strikesOf({ seed, faults }: NoisePlan, direction: Direction): Strikes {
  const own = faults
    .map((fault, index) => ({ fault, index }))
    .filter(({ fault }) => fault.direction === direction || fault.direction === 'both');
  const onMessages = own.filter(({ fault }) => unitOf(fault) === 'message');
  const onBytes = own.filter(({ fault }) => unitOf(fault) === 'byte');
  return {
    message: (number) => onMessages.find((each) => strikes(each, number, seed, direction)),
    byte: (from, to) => {
      if (onBytes.length === 0) return undefined;
      for (let offset = from; offset < to; offset++) {
        const by = onBytes.find((each) => strikes(each, offset, seed, direction));
        if (by) return { offset, by };
      }
      return undefined;
    },
  };
}

/** The source of chance for how a fault strikes a unit, apart from whether. */
export const chanceOfHow = (seed: Seed, index: number, direction: Direction, unit: number) =>
  chanceAt(seed, index, directions.indexOf(direction), unit, 1);

const fine = 2 ** 32;

function strikes(
  { fault, index }: PlannedFault,
  unit: number,
  seed: Seed,
  direction: Direction,
): boolean {
  if (fault.at !== undefined) return unit === fault.at;
  if (fault.nth !== undefined) return unit === fault.nth;
  // Messages are counted from 1, bytes from 0: in both, the Nth is struck first.
  const count = unitOf(fault) === 'byte' ? unit + 1 : unit;
  if (fault.every !== undefined) return count % fault.every === 0;
  const chance = chanceAt(seed, index, directions.indexOf(direction), unit, 0);
  return chance.below(fine) < (fault.rate ?? 0) * fine;
}
