import * as fc from 'fast-check';
import type { NoiseAction, Struck } from './actions.ts';
import { joined } from './joined.ts';
import { type Direction, type NoiseFault, type NoisePlan, noisePlanSchema } from './plan.ts';

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

/** Lines with quotes, blocks that hold line ends, and nonsense. */
export const traffic: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*IDN?\n',
        '5,"a#15\nb"\r\n',
        '#15a\nb\nc;0,"No error"\n',
        ':PAN:KEY 5,OK\n',
        '\n',
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => bytesOf(parts.join('')));

/** The same bytes, cut up anyhow. */
export const cutUp = (bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] => {
  const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
};

export const cutsOf = fc.array(fc.nat(10_000), { maxLength: 12 });

export const seeds = fc.nat(0xffff_ffff);

const ways: fc.Arbitrary<WrittenFault> = fc.oneof(
  fc.record({ rate: fc.constantFrom(0.01, 0.2, 1) }),
  fc.record({ every: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ nth: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ at: fc.nat(60) }),
  fc.record({ rate: fc.constantFrom(0.02, 0.3), unit: fc.constant('byte') }),
);

const amounts: fc.Arbitrary<WrittenFault> = fc.record(
  {
    kind: fc.constantFrom(
      'drop',
      'duplicate',
      'delay',
      'split',
      'merge',
      'corrupt',
      'stall',
      'close',
    ),
    direction: fc.constantFrom('to-meter', 'to-bench', 'both'),
    place: fc.nat(8),
    bytes: fc.integer({ min: 1, max: 6 }),
    ms: fc.integer({ min: 1, max: 50 }),
    mask: fc.integer({ min: 1, max: 255 }),
  },
  { requiredKeys: ['kind', 'direction'] },
);

/** Plans of every kind of fault in every way, as far as the schema has them. */
export const plans: fc.Arbitrary<NoisePlan> = fc
  .record({ seed: seeds, faults: fc.array(fc.tuple(amounts, ways), { maxLength: 5 }) })
  .map(({ seed, faults }) => ({
    version: 1,
    seed,
    faults: faults.flatMap(([amount, way]) => valid({ ...amount, ...way })),
  }));

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
