import { type Random, randomFrom } from '#core';
import type { NoiseAction, Struck } from './actions.ts';
import { joined } from './joined.ts';
import {
  type Direction,
  type NoiseFault,
  type NoisePlan,
  noiseKinds,
  noisePlanSchema,
} from './plan.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const textOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A fault as a plan's file has it, before its defaults. */
export type WrittenFault = Readonly<Record<string, unknown>>;

/** A plan of these faults, checked as its file would be. */
export const planOf = (faults: readonly WrittenFault[], seed = 1): NoisePlan =>
  noisePlanSchema.parse({ version: 1, seed, faults });

/** The faults among the actions. */
export const struckIn = (actions: readonly NoiseAction[]): readonly Struck[] =>
  actions.flatMap((action) => (action.kind === 'struck' ? [action.struck] : []));

export const faultsIn = (actions: readonly NoiseAction[]): readonly NoiseFault[] =>
  struckIn(actions).map(({ fault }) => fault);

/**
 * What comes out in the end, whatever the pieces: runs of bytes with when they may go, stalls, the
 * close. Bytes that need not wait more than those before them belong to the run before.
 */
export function effect(actions: readonly NoiseAction[]): readonly unknown[] {
  const shown: { at: number; parts: Uint8Array[] }[] = [];
  const marks: unknown[] = [];
  const run = (): void => {
    for (const { at, parts } of shown.splice(0)) marks.push([at, textOf(joined(parts))]);
  };
  for (const action of actions) {
    if (action.kind === 'send') {
      const last = shown.at(-1);
      if (last && action.afterMs <= last.at) last.parts.push(action.bytes);
      else shown.push({ at: action.afterMs, parts: [action.bytes] });
    } else if (action.kind !== 'struck') {
      run();
      marks.push(action.kind === 'hold' ? [action.kind, action.ms, textOf(action.bytes)] : action);
    }
  }
  run();
  return marks;
}

const times = <Item>(count: number, make: () => Item): readonly Item[] =>
  Array.from({ length: count }, make);

const lines = ['*IDN?\n', '5,"a#15\nb"\r\n', '#15a\nb\nc;0,"No error"\n', ':PAN:KEY 5,OK\n', '\n'];

/** Lines with quotes, blocks that hold line ends, and nonsense. */
export function trafficOf(seed: number): Uint8Array {
  const random = randomFrom(seed);
  const nonsense = (): string =>
    String.fromCharCode(...times(random.below(12), () => 32 + random.below(95)));
  const parts = times(random.below(30), () =>
    random.below(3) > 0 ? random.pick(lines) : nonsense(),
  );
  return bytesOf(parts.join(''));
}

/** The same bytes, cut up anyhow. */
export const cutUp = (bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] => {
  const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
};

/** Places to cut at. */
export function cutsOf(seed: number): readonly number[] {
  const random = randomFrom(seed);
  return times(random.below(12), () => random.below(10_000));
}

function way(random: Random): WrittenFault {
  switch (random.below(5)) {
    case 0:
      return { rate: random.pick([0.01, 0.2, 1]) };
    case 1:
      return { every: 1 + random.below(5) };
    case 2:
      return { nth: 1 + random.below(10) };
    case 3:
      return { at: random.below(60) };
    default:
      return { rate: random.pick([0.02, 0.3]), unit: 'byte' };
  }
}

function amounts(random: Random): WrittenFault {
  const sometimes = (amount: WrittenFault): WrittenFault => (random.below(2) > 0 ? amount : {});
  return {
    kind: random.pick(noiseKinds),
    direction: random.pick(['to-meter', 'to-bench', 'both']),
    ...sometimes({ place: random.below(9) }),
    ...sometimes({ bytes: 1 + random.below(6) }),
    ...sometimes({ ms: 1 + random.below(50) }),
    ...sometimes({ mask: 1 + random.below(255) }),
  };
}

/** A plan of every kind of fault in every way, as far as the schema has them. */
export function anyPlan(seed: number): NoisePlan {
  const random = randomFrom(seed);
  const written = times(random.below(6), () => ({ ...amounts(random), ...way(random) }));
  return { version: 1, seed, faults: written.flatMap(valid) };
}

/** The fault with only the keys that its kind has; none when there is no such fault. */
function valid(written: WrittenFault): readonly NoiseFault[] {
  const parsed = noisePlanSchema.safeParse({ version: 1, faults: [written] });
  if (parsed.success) return parsed.data.faults;
  const [issue] = parsed.error.issues;
  if (issue?.code !== 'unrecognized_keys') return [];
  const known = Object.entries(written).filter(([key]) => !issue.keys.includes(key));
  return valid(Object.fromEntries(known));
}

export const bothWays: readonly Direction[] = ['to-meter', 'to-bench'];
