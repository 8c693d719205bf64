import { expect, test } from 'vitest';
import { parseFormats } from './format-flags.ts';

test('formats are a list, several times over, each of them once', () => {
  expect(parseFormats('junit, ctrf', parseFormats('allure,junit'))).toEqual([
    'allure',
    'junit',
    'ctrf',
  ]);
});

test.each([
  ['jnit', 'junit'],
  ['junit,cucumber', 'cucumber-html'],
  ['', 'ctrf'],
])('%j is refused with the nearest name', (text, name) => {
  expect(() => parseFormats(text)).toThrow(`Did you mean ${name}?`);
});
