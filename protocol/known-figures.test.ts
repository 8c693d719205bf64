import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { imprintSchema, ledgerSchema } from './answers.ts';
import { knownImprint, knownLedger } from './known-values.ts';

const whole = fc.oneof(fc.integer(), fc.constantFrom<unknown>(-1, 0.5, '1', null, 2 ** 53));
const odd = fc.oneof(fc.constantFrom<unknown>(null, true, '', [], {}, [{}]), fc.jsonValue());

/** A record of which a value is odd, missing or unknown now and then. */
const nearly = (names: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record(names),
      fc.constantFrom(...Object.keys(names), 'more', '__proto__'),
      odd,
      fc.nat(9),
    )
    .map(([record, name, value, dice]) => {
      const kept = Object.entries(record).filter(([each]) => dice !== 0 || each !== name);
      return Object.fromEntries(dice === 1 ? [...kept, [name, value]] : kept);
    });

const imprint = nearly({ value: whole, item: fc.nat(), date: fc.string(), specimen: fc.boolean() });
const registers = nearly({
  ascending: fc.integer(),
  descending: whole,
  controlTotal: fc.integer(),
  items: fc.integer(),
  zeroItems: fc.integer(),
});
const figures = nearly({
  serial: fc.string(),
  registers,
  sequence: fc.integer(),
  refilled: whole,
  status: fc.constantFrom('in service', 'withdrawn'),
  leaving: fc.integer(),
  waiting: fc.boolean(),
});

test.each([
  ['an imprint', imprintSchema, knownImprint, imprint],
  ['the figures of cores', ledgerSchema, knownLedger, fc.array(figures, { maxLength: 2 })],
])(
  '%s is known exactly where the schema takes it, and is the same',
  async (_what, schema, known, some) => {
    let [taken, refused] = [0, 0];
    await fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: some }, odd), (value) => {
        const read = schema.safeParse(value);
        expect(known(value)).toEqual(read.success ? read.data : undefined);
        expect(JSON.stringify(known(value))).toBe(JSON.stringify(read.data));
        if (read.success) taken += 1;
        else refused += 1;
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(200);
  },
);
