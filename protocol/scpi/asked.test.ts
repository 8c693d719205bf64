import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedBy, askedIn } from './asked.ts';
import { lastSequence, parseProgramMessage } from './index.ts';

/** With a number in them, and without. */
const commands: readonly ((number: string) => string)[] = [
  (number) => `:PANel:KEY ${number},OK`,
  (number) => `:PANel:KEY ${number},OK,UP`,
  (number) => `:PANel:KEY ${number},O-K`,
  (number) => `:PANel:KEY ${number},UP`,
  (number) => `:PANel:KEY 0${number},OK`,
  (number) => `:PANel:KEY +${number},OK`,
  (number) => `:PANel:KEY ${number}.0,OK`,
  (number) => `:PANel:KEY ${number}e1,OK`,
  (number) => `:PANel:KEY ${number} ,OK`,
  (number) => `PAN:KEY ${number},OK`,
  (number) => `KEY ${number},OK`,
  (number) => `:PANel:TOUCh ${number},3,4`,
  (number) => `:DISPlay:WAIT? ${number},50`,
  (number) => `:MMEMory:DATA? ":PANel:KEY ${number},é"`,
  (number) => `:MMEMory:DATA? ":PANel:KEY ${number},OK"`,
  (number) => `*ESE ${number}`,
  (number) => `*ESE #H${number}`,
  (number) => `:MMEMory:DATA "a",#11${number}`,
  () => '*OPC?',
  () => ':DISPlay:SCReen?',
  () => ':SYSTem:ERRor?',
  () => ':FOO:BAR 1',
  () => ':PANel:KEY',
  () => ':MMEMory:DELete "\xff"',
  () => ':MMEMory:DELete "\xfe"',
  () => ':MMEMory:DATA "a",#11\xff',
  () => ':MMEMory:DATA "a",#11\xfe',
];

/** Few numbers, of which one has more digits than another. */
const number = fc.constantFrom(0, 1, 2, 9, 10, 12, 123, lastSequence, lastSequence + 1);
const said = fc.record({
  seq: fc.option(number, { nil: undefined }),
  parts: fc.array(
    fc.record({
      command: fc.constantFrom(...commands),
      other: fc.option(number, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

test('a message asks for the same whatever was said before it', async () => {
  await fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), fc.nat(3), (messages, from) => {
      for (const { seq, parts } of messages) {
        const text = parts
          .map(({ command, other }) => command(String(other ?? seq ?? 1)))
          .join(';');
        const message = Uint8Array.from(Buffer.from(text, 'latin1'));
        const line = Buffer.concat([Buffer.alloc(from, ':'), message]);
        expect(askedIn(line, from, seq)).toEqual(parseProgramMessage(message).map(askedBy));
      }
    }),
    { numRuns: 1500 },
  );
});

test('a press that was read before is not read again, under whichever number', () => {
  const message = (seq: number) => Buffer.from(`*OPC?;:PANel:KEY ${seq},OK;:DISPlay:SCReen?`);
  const [, first] = [askedIn(message(7), 0, 7), askedIn(message(8), 0, 8)];
  const second = askedIn(message(1234), 0, 1234);
  expect(second[1]).toMatchObject({
    kind: 'operation',
    operation: { op: 'press', seq: 1234, key: 'OK' },
  });
  // What does not have the number is the very same.
  expect(second[0]).toBe(first?.[0]);
  expect(second[2]).toBe(first?.[2]);
});

test.each([
  ['PAN:KEY 9,OK;:PANel:KEY ', ',UP'],
  [':PANel:KEY ', ',OK,UP;:PAN:KEY 9,UP'],
  [':PANel:KEY ', ',OK;:PANel:KEY 5,UP'],
])('a number is put where it stood: %s…%s', (before, after) => {
  for (const seq of [5, 6, 7]) {
    const message = Buffer.from(`${before}${seq}${after}`);
    expect(askedIn(message, 0, seq)).toEqual(parseProgramMessage(message).map(askedBy));
  }
});

test('a long message is not kept, and many short ones are not all kept', () => {
  const long = Buffer.from(`*OPC?${' '.repeat(600)}`);
  expect(askedIn(long)).not.toBe(askedIn(long));
  const short = Buffer.from('*OPC?;*OPC?');
  const before = askedIn(short);
  expect(askedIn(short)).toBe(before);
  for (let mask = 0; mask < 600; mask++) askedIn(Buffer.from(`:DISPlay:WAIT? ${mask},1`));
  expect(askedIn(short)).not.toBe(before);
});
