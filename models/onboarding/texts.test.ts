import { expect, test } from 'vitest';
import { money } from './languages.ts';
import { textsIn } from './pages.ts';
import type { TextKey } from './texts.en.ts';

const { en, 'fr-CA': fr } = textsIn;

// The keys of texts are text keys.
const keys = Object.keys(en) as TextKey[];

const placesIn = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test('a text has the same places for values in both languages', () => {
  for (const key of keys) expect([key, placesIn(fr[key])]).toEqual([key, placesIn(en[key])]);
});

test('only names and signs read the same in both languages', () => {
  const same = keys.filter((key) => en[key] === fr[key] && /\p{L}{3}/u.test(en[key]));
  expect(same.map((key) => en[key].replace(/\{\w+\}/g, ''))).toEqual([
    ' *',
    'abc',
    'PitneyWorks',
    'Purchase Power',
  ]);
});

test('French has curved apostrophes, a blank that does not break before a colon, none before a semicolon', () => {
  for (const key of keys) {
    expect(fr[key]).not.toMatch(/'/);
    expect(fr[key]).not.toMatch(/[^\u00a0]:/);
    expect(fr[key]).not.toMatch(/\s;|\s[?!]/);
  }
});

test.each([
  [0, '$0.00', '0,00\u00a0$'],
  [5, '$0.05', '0,05\u00a0$'],
  [1250, '$12.50', '12,50\u00a0$'],
  [123_456, '$1,234.56', '1\u00a0234,56\u00a0$'],
  [123_456_789, '$1,234,567.89', '1\u00a0234\u00a0567,89\u00a0$'],
  [-1250, '-$12.50', '-12,50\u00a0$'],
])('%i cents are written as in Canada', (cents, english, french) => {
  expect([money(cents, 'en'), money(cents, 'fr-CA')]).toEqual([english, french]);
});
