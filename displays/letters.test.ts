import { expect, test } from 'vitest';
import { bold, isDrawable, medium, signsOf } from './letters.ts';

const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

test('there are letters for the names, the money and the signs of Europe', () => {
  const signs = [
    ...range(0x20, 0x7e),
    ...range(0xa1, 0xff),
    ...range(0x100, 0x17f),
    ...'€£“”‘’–—•…←↑→↓▲▼Ωœ«»²¹⁹șțẞ',
  ];
  expect(signs.filter((sign) => !isDrawable(sign))).toEqual([]);
});

test('no two letters of a name look alike, in either face', () => {
  const names = [
    ...range(0x30, 0x39),
    ...range(0x41, 0x5a),
    ...range(0x61, 0x7a),
    ...'ŁłóÓźżśćńęąéèêàçœ',
  ];
  for (const face of [medium, bold]) {
    const shapes = names.map((sign) => face.letterOf(sign).join());
    expect(new Set(shapes).size).toBe(names.length);
  }
});

test('a letter stays within its cell', () => {
  for (const face of [medium, bold]) {
    const outside = 0xff >> face.width;
    const rows = range(0x21, 0x17f).flatMap((sign) => [...face.letterOf(sign)]);
    expect(rows.filter((row) => (row & outside) !== 0)).toEqual([]);
  }
});

test('an accent is put together with its letter, and a space that holds words together is a space', () => {
  expect(signsOf('e\u0301')).toEqual(['é']);
  expect(signsOf('5\u00a0$ 1\u202f000')).toEqual([...'5 $ 1 000']);
});

test('nothing is lost: what is not known is a box, which no letter is', () => {
  expect(isDrawable('\u4e2d')).toBe(false);
  expect(bold.letterOf('\u4e2d')).toBe(medium.letterOf('\u{1f4ee}'));
});
