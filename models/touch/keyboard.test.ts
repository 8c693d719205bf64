import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldMode } from '#core';
import { profiles } from '../connect-plus/profiles.ts';
import { plain } from '../fact.ts';
import { letterModes } from './field.ts';
import { keyAt, keyCaps, tapsFor } from './keyboard.ts';

const profile = plain(profiles['connect-plus']);

const characters = letterModes.flatMap((mode) =>
  keyCaps(mode, profile).flatMap(({ action }) => (action.type === 'KEY' ? action.character : [])),
);

/** What is in a field once these places were touched. */
function typed(text: string, from: FieldMode): string {
  let [value, mode] = ['', from];
  for (const tap of tapsFor(text, letterModes, from, profile) ?? []) {
    const action = keyAt(tap, mode, profile)?.action;
    if (action?.type === 'KEY') value += action.character;
    if (action?.type === 'MODE') mode = action.mode;
  }
  return value;
}

test('every character of every page can be typed from every page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...characters), { maxLength: 20 }).map((all) => all.join('')),
      fc.constantFrom(...letterModes),
      (text, from) => {
        expect(typed(text, from)).toBe(text);
      },
    ),
  );
});

test('the pages have the letters of western and Polish names', () => {
  for (const name of ['Łódź', 'Zażółć gęślą jaźń', 'Müller & Söhne', 'Café Ñandú', 'Ærø']) {
    expect(typed(name, 'lower')).toBe(name);
  }
});
