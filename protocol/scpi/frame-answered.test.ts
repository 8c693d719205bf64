import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '#core';
import { frameIn, frameText } from '../frame-text.ts';
import { LinkNonsense } from '../operations.ts';
import { inBytes, join, textBlockOf } from './bytes.ts';
import { frameAnswered } from './frame-answered.ts';
import {
  commandOf,
  guard,
  guardAnswer,
  readAnswer,
  readError,
  readGuarded,
  splitElements,
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
function readInParts(line: Uint8Array): ReturnType<typeof frameAnswered> {
  const guarded = readGuarded(line);
  if (guarded?.kind !== 'answer' || guarded.check !== 'sound') return undefined;
  try {
    const [done, shown, error, ...more] = splitElements(line.subarray(guarded.from));
    if (!done || !shown || !error || more.length > 0 || readError(error).code !== 0)
      return undefined;
    return { seq: guarded.seq, frame: readAnswer({ op: 'screen' }, shown) };
  } catch (error) {
    if (error instanceof LinkNonsense) return undefined;
    throw error;
  }
}

const restOf = (shown: Frame, error = '0,"No error"'): Uint8Array =>
  inBytes(join(['1', commandOf({ op: 'screen' }).answer.write(shown), error], ';'));

const number = fc.oneof(fc.nat(20), fc.nat());

test('an answer as it is usually written is read at a glance, whatever was read before', async () => {
  await fc.assert(
    fc.property(fc.array(fc.tuple(frames, number)), (answers) => {
      for (const [{ title, number }, seq] of answers) {
        const shown = frame(title, number);
        expect(frameAnswered(guardAnswer(seq, restOf(shown)))).toEqual({ seq, frame: shown });
      }
    }),
  );
});

test('a frame is read as if nothing had been read before', async () => {
  const numbers = [
    '7',
    '007',
    '888',
    '-0',
    '1.5',
    '1e3',
    '',
    `1${'0'.repeat(14)}`,
    `1${'0'.repeat(15)}`,
  ];
  const number = fc.constantFrom(...numbers, '9'.repeat(15), '9'.repeat(16), '9'.repeat(17));
  const end = fc.constantFrom('}', ' }', '', '}}', ']', '},', ',"frame":3}', ',"more":null}', '0}');
  const text = fc
    .tuple(fc.constantFrom('Home', ',"frame":'), number, end)
    .map(([title, digits, ending]) => {
      const before = frameText(frame(title, 5)).slice(0, -2);
      return `${before}${digits}${ending}`;
    });
  await fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      for (const shown of texts) {
        const rest = `1;${textBlockOf(shown)};0,"No error"`;
        const read = frameAnswered(guardAnswer(4, rest));
        if (read) expect(read.frame).toEqual(frameIn(shown));
      }
    }),
    { numRuns: 1000 },
  );
});

test('what a display shows is not kept for ever', () => {
  const shown = (title: string) =>
    frameAnswered(guardAnswer(5, restOf(frame(title, 1))))?.frame.rows;
  const first = shown('Home');
  expect(shown('Home')).toBe(first);
  for (let title = 0; title < 2000; title += 1) shown(`Account ${title}`);
  expect(shown('Home')).not.toBe(first);
});

test('what a display shows is read once', () => {
  const [first, again, other] = [frame('Home', 9), frame('Home', 8), frame('Menu', 7)].map(
    (shown) => frameAnswered(guardAnswer(5, restOf(shown)))?.frame,
  );
  expect(again?.rows).toBe(first?.rows);
  expect(other?.rows).not.toBe(first?.rows);
});

test('what is read at a glance is what its parts say, however an answer was written', async () => {
  const byte = fc.constantFrom(...Buffer.from('0129#;,"{}H\xff', 'latin1'));
  const change = fc.record({ at: fc.nat(), byte, kind: fc.constantFrom('set', 'add', 'drop') });
  const spoil = (
    bytes: Uint8Array,
    { at, byte: value, kind }: { at: number; byte: number; kind: string },
  ) => {
    // Half of them where the parts begin and end, and the number.
    const edge = (at >> 1) % 24;
    const place = at % 2 === 0 ? at % bytes.length : edge < 8 ? edge : bytes.length - edge + 7;
    const spoilt = [...bytes];
    spoilt.splice(place, kind === 'add' ? 0 : 1, ...(kind === 'drop' ? [] : [value]));
    return Uint8Array.from(spoilt);
  };
  await fc.assert(
    fc.property(
      frames,
      fc.array(change, { maxLength: 2 }),
      fc.array(change, { maxLength: 1 }),
      ({ title, number }, written, onTheWay) => {
        frameAnswered(guardAnswer(1, restOf(frame(title, 3))));
        const sent = guardAnswer(7, written.reduce(spoil, restOf(frame(title, number))));
        const line = onTheWay.reduce(spoil, sent);
        const read = frameAnswered(line);
        if (read) expect(readInParts(line)).toEqual(read);
      },
    ),
    { numRuns: 5000 },
  );
});

test.each([
  ['an error', restOf(frame('Home', 3), '-221,"Settings conflict"')],
  ['one element more', restOf(frame('Home', 3), '1;0,"No error"')],
  ['something after it', restOf(frame('Home', 3), '0,"No error";1')],
  ['a refusal', Buffer.from('-360,"Communication error"')],
  ['another block', Buffer.from('1;#12{};0,"No error"')],
  ['a block of unknown length', Buffer.from('1;#0{};0,"No error"')],
  ['no block', Buffer.from('1;112{};0,"No error"')],
  ['nothing', Buffer.from('')],
])('%s is none', (_, rest) => {
  expect(frameAnswered(guardAnswer(4, rest))).toBeUndefined();
});

test('an answer that was spoilt on its way, and a message, are none', () => {
  const rest = restOf(frame('Home', 3));
  const spoilt = guardAnswer(4, rest);
  spoilt[spoilt.length - 20] = 0x39;
  expect(frameAnswered(spoilt)).toBeUndefined();
  expect(frameAnswered(guard(4, rest))).toBeUndefined();
  expect(frameAnswered(rest)).toBeUndefined();
});
