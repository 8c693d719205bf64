import { expect, test } from 'vitest';
import { count, thousands } from './words.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [12_345_678, '12,345,678'],
])('%i is written %s', (number, text) => {
  expect(thousands(number)).toBe(text);
  expect(thousands(number)).toBe(number.toLocaleString('en'));
});

test('things are counted in words', () => {
  expect(count(1, 'scenario')).toBe('1 scenario');
  expect(count(10_000, 'scenario')).toBe('10,000 scenarios');
  expect(count(2, 'entry', 'entries')).toBe('2 entries');
});
