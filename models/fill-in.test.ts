import { expect, test } from 'vitest';
import { fillIn } from './fill-in.ts';

test('each place of a text has its value, also the next time', () => {
  for (const count of [2, 0]) {
    expect(fillIn('{count} of {all}: {count}', { count, all: 'ten' })).toBe(
      `${count} of ten: ${count}`,
    );
  }
  expect(fillIn('no place', { count: 1 })).toBe('no place');
  expect(fillIn('', {})).toBe('');
});

test('a place without a value stays, and so does what is no place', () => {
  expect(fillIn('{a}{b} {} { a } {c', { a: '{b}' })).toBe('{b}{b} {} { a } {c');
  expect(fillIn('{a b}', { 'a b': 1 })).toBe('{a b}');
});
