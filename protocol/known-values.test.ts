import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameSchema, imprintSchema, ledgerSchema } from './answers.ts';
import { knownFrame, knownImprint, knownLedger } from './known-values.ts';

const flag = fc.boolean();
const count = fc.nat();
const word = fc.string({ maxLength: 8 });

/** What stands where something else is wanted: every kind of JSON, and numbers on the edges. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    '1',
    'item',
    'lcd',
    [],
    {},
    0,
    1,
    -0,
    -1,
    0.5,
    Number.POSITIVE_INFINITY,
  ),
  fc.constantFrom<unknown>(2 ** 53 - 1, 2 ** 53, Number.NEGATIVE_INFINITY, [1, 2, 3, 4], ['a'], {
    above: true,
  }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Once in a while. */
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** A record of which values are odd, missing or unknown now and then. */
const nearly = (names: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> => {
  const known = Object.keys(names);
  const put = fc.tuple(fc.constantFrom(...known, 'more', 'unknown', '__proto__'), odd);
  return fc
    .tuple(fc.record(names), rarely(put), rarely(fc.constantFrom(...known)))
    .map(([record, extra, dropped]) => {
      const entries = Object.entries(record).filter(([name]) => name !== dropped);
      return Object.fromEntries(extra ? [...entries, extra] : entries);
    });
};

const role = fc.constantFrom(
  'item',
  'button',
  'tab',
  'checkbox',
  'column',
  'text',
  'message',
  'error',
);
const rect = fc.array(fc.oneof(fc.integer(), fc.double(), odd), { minLength: 3, maxLength: 5 });
const row = fc.oneof(
  nearly({ text: word, role }),
  nearly({ text: word, role, selected: flag }),
  nearly({ text: word, role, checked: flag, rect: fc.tuple(count, count, count, count) }),
  nearly({ text: word, role, selected: flag, checked: flag, rect }),
);
const field = nearly({
  label: word,
  value: word,
  maxLength: count,
  secret: flag,
  mode: fc.constantFrom('digits', 'upper', 'lower', 'symbols', 'accents'),
});
const parts = {
  v: fc.constant(1),
  frame: count,
  display: fc.constantFrom('lcd', 'touch', 'off'),
  title: word,
  rows: fc.array(row, { maxLength: 3 }),
  more: nearly({ above: flag, below: flag }),
  busy: flag,
  beeps: count,
  language: word,
};
const frame = fc.oneof(nearly(parts), nearly({ ...parts, field }));

const whole = fc.oneof(fc.integer(), fc.constantFrom<unknown>(-1, 0.5, '1', null, 2 ** 53));
const imprint = nearly({ value: whole, item: count, date: word, specimen: flag });
const registers = nearly({
  ascending: fc.integer(),
  descending: whole,
  controlTotal: fc.integer(),
  items: fc.integer(),
  zeroItems: fc.integer(),
});
const figures = nearly({
  serial: word,
  registers,
  sequence: fc.integer(),
  refilled: whole,
  status: fc.constantFrom('in service', 'withdrawn'),
  leaving: fc.integer(),
  waiting: flag,
});

test.each([
  ['a frame', frameSchema, knownFrame, frame],
  ['an imprint', imprintSchema, knownImprint, imprint],
  ['the figures of cores', ledgerSchema, knownLedger, fc.array(figures, { maxLength: 2 })],
])(
  '%s is known exactly where the schema takes it, and is the same, its names in the same order',
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
      { numRuns: 3000 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(300);
  },
);
