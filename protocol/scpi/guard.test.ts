import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '#core';
import { LinkNonsense } from '../operations.ts';
import { bytesOf, inBytes, join, textOf } from './bytes.ts';
import {
  crc32,
  frameAnswered,
  guard,
  guardAnswer,
  noError,
  readAnswer,
  readError,
  readGuarded,
  splitElements,
  writeAnswer,
} from './index.ts';

test('the checksum is that of zlib', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test('what is guarded is read as it was written, and any change of it is seen', async () => {
  await fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 })),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (written, seq, at, answer) => {
        const rest = Uint8Array.from(inBytes(written));
        const line = Uint8Array.from(answer ? guardAnswer(seq, written) : guard(seq, written));
        const kind = answer ? 'answer' : 'message';
        expect(readGuarded(line)).toMatchObject({ kind, seq, rest, check: 'sound' });
        const ended = answer ? guardAnswer(seq, written, '\n') : guard(seq, written, '\n');
        expect([...ended]).toEqual([...line, 10]);
        const spoilt = Uint8Array.from(line);
        const place = line.length - 1 - (at % rest.length);
        spoilt[place] = (spoilt[place] ?? 0) ^ 1;
        expect(readGuarded(spoilt)).toMatchObject({ check: 'spoilt' });
      },
    ),
  );
});

test('other lines are not guarded', () => {
  for (const line of ['*IDN?', '0;0,"No error"', 'PAN:ONCE;*RST', 'PAN:ONCE 1', '']) {
    expect(readGuarded(bytesOf(line))).toBeUndefined();
  }
  expect(readGuarded(bytesOf('pan:once 1;*RST'))).toMatchObject({ check: 'missing' });
});

test('an error is read from an answer, and what is none is nonsense', () => {
  const read = (text: string) => readError(splitElements(bytesOf(text))[0] ?? { fields: [] });
  expect(read('-113,"Undefined header;""x"""')).toEqual({
    code: -113,
    text: 'Undefined header;"x"',
  });
  expect(read('+0,"No error"')).toEqual({ code: 0, text: 'No error' });
  for (const text of ['', '1', '-113,x', 'a,"b"', '1,"a","b"']) {
    expect(() => read(text)).toThrow(LinkNonsense);
  }
});

test('whatever a line holds, it is parted into answers', async () => {
  const spicy = fc.array(fc.constantFrom(...'\r ;,"\'#019aé'), { maxLength: 60 });
  await fc.assert(
    fc.property(spicy, (all) => {
      const line = bytesOf(all.join(''));
      expect(splitElements(line).length).toBeLessThanOrEqual(textOf(line).split(';').length);
    }),
  );
});

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
