import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkNonsense } from '../operations.ts';
import { bytesOf, inBytes, textOf } from './bytes.ts';
import { crc32, guard, guardAnswer, readError, readGuarded, splitElements } from './index.ts';

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
