import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from './difference.ts';

test('the words that differ are told, and the others are the same', () => {
  expect(difference('1201 Marketing active', '1201 Sales active')).toEqual([
    { kind: 'same', text: '1201 ' },
    { kind: 'expected', text: 'Marketing' },
    { kind: 'seen', text: 'Sales' },
    { kind: 'same', text: ' active' },
  ]);
});

test('both texts can be put together again, whatever they are', async () => {
  await fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (a, b, both) => {
      const pieces = difference(a + both, b + both);
      const side = (kind: string) =>
        pieces.flatMap((each) => (each.kind === kind || each.kind === 'same' ? each.text : []));
      expect(side('expected').join('')).toBe(a + both);
      expect(side('seen').join('')).toBe(b + both);
    }),
  );
});

test('texts of many thousand words are compared at once', () => {
  const words = (seed: string): string =>
    Array.from({ length: 20_000 }, (_, i) => seed + i).join(' ');
  expect(difference(words('a'), words('b'))).toHaveLength(2);
});
