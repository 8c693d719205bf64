import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockEnd, blockOf, bytesOf, join, partOf, startsWith, textBlockOf } from './bytes.ts';

const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

test('a text is written in UTF-8, also one with half a pair of units', async () => {
  await fc.assert(
    fc.property(
      fc.oneof(texts, fc.constantFrom('a\ud800', '\udc00b', 'é'.repeat(5000))),
      (text) => {
        expect([...bytesOf(text)]).toEqual([...new TextEncoder().encode(text)]);
      },
    ),
  );
});

test('parts are joined to the same, be they texts or bytes', async () => {
  await fc.assert(
    fc.property(fc.array(texts), fc.constantFrom('', ';', ', '), fc.nat(), (parts, between, at) => {
      expect(join(parts, between)).toBe(parts.join(between));
      if (parts.length === 0) return;
      const mixed = parts.map((part, index) =>
        index === at % parts.length ? bytesOf(part) : part,
      );
      expect(Buffer.from(join(mixed, between))).toEqual(Buffer.from(bytesOf(parts.join(between))));
    }),
  );
});

test('a part of bytes is the same bytes, and begins with what it begins with', async () => {
  await fc.assert(
    fc.property(fc.uint8Array(), fc.nat(), fc.nat(), (whole, a, b) => {
      // In the middle of a larger buffer.
      const bytes = Buffer.concat([Buffer.from('xx'), whole, Buffer.from('y')]).subarray(2, -1);
      const [from = 0, to = 0] = [a, b].map((at) => at % (bytes.length + 1)).sort((x, y) => x - y);
      expect([...partOf(bytes, from, to)]).toEqual([...bytes.subarray(from, to)]);
      expect([...partOf(bytes, from)]).toEqual([...bytes.subarray(from)]);
      expect(startsWith(bytes, from, bytes.subarray(from, to))).toBe(true);
      const longer = Buffer.concat([bytes.subarray(from), Buffer.from('z')]);
      expect(startsWith(bytes, from, longer)).toBe(false);
      if (to > from) {
        const other = Buffer.from(bytes.subarray(from, to));
        other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
        expect(startsWith(bytes, from, other)).toBe(false);
      }
    }),
  );
});

test('a block of a text is that of its bytes, and its end is found', async () => {
  await fc.assert(
    fc.property(texts, (text) => {
      const block = bytesOf(textBlockOf(text));
      expect(Buffer.from(block)).toEqual(Buffer.from(blockOf(bytesOf(text))));
      expect(blockEnd(Buffer.concat([Buffer.from(';'), block, Buffer.from(';')]), 1)).toBe(
        1 + block.length,
      );
    }),
  );
});

test.each(['#0abc', '#H1', `#H${'1'.repeat(24)}`, '#2a1bc', '#', '#3 12'])(
  '%s is no block of a known length',
  (text) => {
    expect(blockEnd(Buffer.from(text), 0)).toBe(-1);
  },
);
