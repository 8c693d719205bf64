import { expect, test } from 'vitest';
import { widthOf } from './svg.ts';
import { letteringFor } from './touch-text.ts';
import { wrapped } from './wrap.ts';

test('a text that fits has the usual size; a longer one two lines, then smaller letters', () => {
  expect(letteringFor('Home', 200, 9)).toEqual({ size: 18, lines: ['Home'] });
  expect(letteringFor('Upload postal information now', 185, 9)).toEqual({
    size: 16,
    lines: ['Upload postal', 'information now'],
  });
  expect(letteringFor('Accueil', 40, 9)).toEqual({ size: 9, lines: ['Accueil'] });
});

test('a text that does not fit at all is cut, and says so', () => {
  const { size, lines } = letteringFor('x'.repeat(90), 200, 13);
  expect(size).toBe(13);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^x+…$/);
  expect(widthOf([...(lines[0] ?? '')].length, size)).toBeLessThanOrEqual(200);
});

test('lines are broken at spaces, and within a word only where it is longer than a line', () => {
  expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapped('one two', 7)).toEqual(['one two']);
  expect(wrapped('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
  expect(wrapped('', 4)).toEqual(['']);
});
