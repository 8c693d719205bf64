import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('the nearest word is the one with the fewest changes', () => {
  expect(nearest('IS4-ACC-99', ['CNP-ACC-09', 'IS4-ACC-09', 'IS4-CRD-01'])).toBe('IS4-ACC-09');
  expect(nearest('levle', ['reason', 'level'])).toBe('level');
});

test('of words equally near the first is taken', () => {
  expect(nearest('b', ['a', 'c'])).toBe('a');
});

test('where no word is known none is near', () => {
  expect(nearest('anything', [])).toBe('');
});
