import { z } from 'zod';

/** Which way bytes go: what the bench says, or what the meter's controller answers. */
export const directions = ['to-meter', 'to-bench'] as const;

export type Direction = (typeof directions)[number];

const natural = z.int().nonnegative();
const positive = z.int().positive();

/** When a fault strikes: exactly one of `rate`, `every`, `nth` and `at`. */
const when = {
  direction: z.enum([...directions, 'both']).default('both'),
  /** What is counted and struck; messages are lines, blocks of bytes inside belong to their line. */
  unit: z.enum(['message', 'byte']).optional(),
  /** The share of the units that are struck, chosen by the seed. */
  rate: z.number().gt(0).lte(1).optional(),
  /** Strikes the units 1N, 2N, 3N, … */
  every: positive.optional(),
  /** Strikes one message, counted from 1. */
  nth: positive.optional(),
  /** Strikes one byte, counted from 0. */
  at: natural.optional(),
};

/** Where in a message it begins; by the seed when left out. */
const place = natural.optional();
const bytes = positive.max(1024 * 1024).optional();
const longest = 10 * 60_000;
const ms = natural.max(longest);

const kinds = [
  /** Lost: the whole message, or `bytes` of it. */
  z.strictObject({ kind: z.literal('drop'), ...when, place, bytes }),
  /** Comes twice: the whole message, or `bytes` of it. */
  z.strictObject({ kind: z.literal('duplicate'), ...when, place, bytes }),
  /** Comes `ms` later, and what is behind it not before it. */
  z.strictObject({ kind: z.literal('delay'), ...when, ms }),
  /** Comes in pieces, `ms` between them: of `bytes` each, or two, cut at `place`. */
  z.strictObject({ kind: z.literal('split'), ...when, place, bytes, ms: ms.min(1).default(1) }),
  /** Waits for the next message, for `ms` at most, and comes in one piece with it. */
  z.strictObject({ kind: z.literal('merge'), ...when, ms: ms.default(20) }),
  /** Some bits of `bytes` bytes are turned over: those of `mask`, by the seed when left out. */
  z.strictObject({
    kind: z.literal('corrupt'),
    ...when,
    place,
    bytes,
    mask: z.int().min(1).max(255).optional(),
  }),
  /** From there nothing passes for `ms`, or ever again on this connection. */
  z.strictObject({ kind: z.literal('stall'), ...when, place, ms: ms.optional() }),
  /** What is before passes, then the connection is closed. */
  z.strictObject({ kind: z.literal('close'), ...when, place }),
] as const;

const fault = z.discriminatedUnion('kind', kinds).superRefine((found, context) => {
  const wrong = (path: string, message: string): void => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  const { rate, every, nth, at, unit } = found;
  const given = [rate, every, nth, at].filter((value) => value !== undefined);
  if (given.length !== 1) wrong('rate', 'exactly one of rate, every, nth and at is wanted');
  if (nth !== undefined && unit === 'byte') wrong('nth', 'counts messages; "at" counts bytes');
  if (at !== undefined && unit === 'message') wrong('at', 'counts bytes; "nth" counts messages');
  if (unitOf(found) === 'message') return;
  if (found.kind === 'merge') wrong('unit', 'messages are merged, not bytes');
  if (found.kind === 'split' && found.bytes !== undefined) wrong('bytes', 'a byte has no pieces');
  if ('place' in found && found.place !== undefined) wrong('place', 'is a place in a message');
});

/** A noise plan as its file has it. Unknown keys are errors. */
export const noisePlanSchema = z.strictObject({
  version: z.literal(1),
  description: z.string().min(1).optional(),
  /** Makes every choice: the same plan does the same to the same bytes. */
  seed: natural.max(0xffff_ffff).default(1),
  /** Where several strike the same message or byte, the first acts. */
  faults: z.array(fault),
});

export type NoisePlan = z.infer<typeof noisePlanSchema>;

export type NoiseFault = NoisePlan['faults'][number];

export type NoiseKind = NoiseFault['kind'];

/** The kinds of faults, in the order of the documentation. */
export const noiseKinds: readonly NoiseKind[] = kinds.map(({ shape }) => shape.kind.value);

/** What a fault counts and strikes. */
export const unitOf = ({
  at,
  unit,
}: Pick<NoiseFault, 'at' | 'unit'>): NonNullable<NoiseFault['unit']> =>
  unit ?? (at === undefined ? 'message' : 'byte');
