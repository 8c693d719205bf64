import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkNonsense } from '../operations.ts';
import { bytesOf, inBytes, textOf } from './bytes.ts';
import { crc32, guard, guardAnswer, readError, readGuarded, splitElements } from './index.ts';

test('the checksum is that of zlib', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

/** The checksum as a shift register makes it. */
function sumOf(bytes: Uint8Array): number {
  let sum = -1;
  for (const value of bytes) {
    sum ^= value;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

test('the checksum of a part is that of its bytes, also where it goes on from what stands before', async () => {
  await fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), fc.nat(40), (bytes, one, other) => {
      const from = Math.min(one, other, bytes.length);
      const to = Math.min(Math.max(one, other), bytes.length);
      const sum = sumOf(bytes.subarray(from, to));
      expect(crc32(bytes, from, to)).toBe(sum);
      expect(crc32(bytes, to, bytes.length, sum)).toBe(sumOf(bytes.subarray(from)));
    }),
  );
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
        const read = readGuarded(line);
        expect(read).toMatchObject({ kind, seq, check: 'sound' });
        expect(line.subarray(read?.from)).toEqual(rest);
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
