import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '#core';
import { LinkNonsense } from '../operations.ts';
import { inBytes, join } from './bytes.ts';
import {
  frameAnswered,
  noError,
  readAnswer,
  readError,
  splitElements,
  writeAnswer,
} from './index.ts';

const frame = (title: string, number: number): Frame => ({
  v: 1,
  frame: number,
  display: 'lcd',
  title,
  rows: [{ text: 'Used: £0.00;0,"No error"', role: 'text' }],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en-GB',
});

const frames = fc.record({ title: fc.constantFrom('Home', 'Édition'), number: fc.nat() });

/** The frame where the parts of an answer are read one by one. */
function readInParts(rest: Uint8Array): Frame | undefined {
  try {
    const [done, shown, error, ...more] = splitElements(rest);
    if (!done || !shown || !error || more.length > 0 || readError(error).code !== 0)
      return undefined;
    return readAnswer({ op: 'screen' }, shown);
  } catch (error) {
    if (error instanceof LinkNonsense) return undefined;
    throw error;
  }
}

const answer = (shown: Frame, error = '0,"No error"'): Uint8Array =>
  inBytes(join(['1', writeAnswer({ op: 'screen' }, shown), error], ';'));

test('an answer as it is usually written is read at a glance', async () => {
  await fc.assert(
    fc.property(frames, ({ title, number }) => {
      expect(frameAnswered(answer(frame(title, number)))).toEqual(frame(title, number));
    }),
  );
});

test('what is read at a glance is what its parts say, however an answer is spoilt', async () => {
  const byte = fc.constantFrom(...Buffer.from('0129#;,"{}H\xff', 'latin1'));
  const change = fc.record({ at: fc.nat(), byte, kind: fc.constantFrom('set', 'add', 'drop') });
  await fc.assert(
    fc.property(frames, fc.array(change, { maxLength: 3 }), ({ title, number }, changes) => {
      const bytes = [...answer(frame(title, number))];
      for (const { at, byte: value, kind } of changes) {
        // Half of them where the parts begin and end.
        const place = at % 2 === 0 ? at % bytes.length : (at >> 1) % 8;
        bytes.splice(place, kind === 'add' ? 0 : 1, ...(kind === 'drop' ? [] : [value]));
      }
      const rest = Uint8Array.from(bytes);
      const read = frameAnswered(rest);
      if (read) expect(readInParts(rest)).toEqual(read);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['an error', answer(frame('Home', 3), '-221,"Settings conflict"')],
  ['one element more', answer(frame('Home', 3), '1;0,"No error"')],
  ['something after it', answer(frame('Home', 3), '0,"No error";1')],
  ['a refusal', Buffer.from('-360,"Communication error"')],
  ['another block', Buffer.from('1;#12{};0,"No error"')],
  ['a block of unknown length', Buffer.from('1;#0{};0,"No error"')],
  ['nothing', Buffer.from('')],
])('%s is none', (_, rest) => {
  expect(frameAnswered(rest)).toBeUndefined();
  expect(noError.code).toBe(0);
});
