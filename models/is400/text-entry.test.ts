import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digit, FieldMode } from '#core';
import { profiles } from './profiles.ts';
import {
  clearAll,
  clearOne,
  commitTap,
  emptyField,
  type Field,
  nextMode,
  pressDigit,
  steps,
  strokeFor,
} from './text-entry.ts';

const characters = profiles['is-440'].keyCharacters.value;
const modes: readonly FieldMode[] = ['upper', 'lower', 'digits'];
const upper: Field = { ...emptyField, mode: 'upper' };

const press = (field: Field, digit: Digit, times = 1): Field =>
  Array.from({ length: times }).reduce<Field>(
    (pressed) => pressDigit(pressed, digit, characters),
    field,
  );

/** Types a text as `strokeFor` says. */
function type(text: string, start: Field = upper): Field {
  let field = start;
  for (const character of text) {
    const stroke = strokeFor(character, modes, characters, field.mode);
    if (!stroke) throw new Error(`cannot type ${character}`);
    while (field.mode !== stroke.mode) field = nextMode(field, modes);
    field = press(commitTap(field), stroke.digit, stroke.presses);
  }
  return field;
}

const all = Object.values(characters).join('');
const typable = fc.string({ unit: fc.constantFrom(...all, ...all.toLowerCase()), maxLength: 32 });

test('typing the strokes for a text gives the text', async () => {
  await fc.assert(
    fc.property(typable, (text) => {
      expect(type(text).value).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('every character of the keys has a stroke, in either case', () => {
  for (const character of all + all.toLowerCase())
    expect(strokeFor(character, modes, characters, 'digits'), character).toBeDefined();
});

test('a character on no key has no stroke, nor has a letter where only digits are read', () => {
  expect(strokeFor('é', modes, characters, 'upper')).toBeUndefined();
  expect(strokeFor('A', ['digits'], characters, 'digits')).toBeUndefined();
  expect(strokeFor('A', ['digits', 'lower'], characters, 'digits')).toBeUndefined();
});

test('a stroke keeps to the way in which keys are read now, where that has the character', () => {
  expect(strokeFor('2', modes, characters, 'digits')).toEqual({
    mode: 'digits',
    digit: '2',
    presses: 1,
  });
  expect(strokeFor('2', modes, characters, 'upper')).toEqual({
    mode: 'upper',
    digit: '2',
    presses: 4,
  });
});

describe('like a mobile phone', () => {
  test('6 twice is N', () => {
    expect(press(upper, '6', 2).value).toBe('N');
    expect(press({ ...upper, mode: 'lower' }, '6', 2).value).toBe('n');
  });

  test('the letters of a key come around again', async () => {
    await fc.assert(
      fc.property(
        fc.constantFrom(...'0123456789'),
        fc.integer({ min: 1, max: 30 }),
        (key, times) => {
          const cycle = characters[key] ?? key;
          const value = press(upper, key as Digit, times).value;
          expect(value).toBe(cycle.charAt((times - 1) % cycle.length));
        },
      ),
    );
  });

  test('another key, or a letter that was taken, adds a letter', () => {
    expect(press(press(upper, '2'), '3').value).toBe('AD');
    expect(press(commitTap(press(upper, '2')), '2').value).toBe('AA');
    expect(press(nextMode(press(upper, '2'), modes), '2').value).toBe('Aa');
  });

  test('as digits each press adds one', async () => {
    await fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789')), (digits) => {
        const field = digits.reduce(
          (so, key) => pressDigit(so, key as Digit, characters),
          emptyField,
        );
        expect(field).toEqual({ value: digits.join(''), mode: 'digits', tap: null });
      }),
    );
  });

  test('a press steps exactly when it changes the last letter', () => {
    const begun = press(upper, '2');
    expect(steps(begun, '2')).toBe(true);
    expect(steps(begun, '3')).toBe(false);
    expect(steps(commitTap(begun), '2')).toBe(false);
    expect(steps(press(emptyField, '2'), '2')).toBe(false);
  });
});

test('C takes one character, and the letter that was begun is no longer stepped through', async () => {
  await fc.assert(
    fc.property(typable, (text) => {
      const cleared = clearOne(type(text));
      expect(cleared.value).toBe(text.slice(0, -1));
      expect(cleared.tap).toBeNull();
      expect(clearAll(type(text)).value).toBe('');
    }),
  );
});

test('C takes a whole character of an imported name, however it is stored', () => {
  expect(clearOne({ ...upper, value: 'A𝒳' }).value).toBe('A');
});

test('the ways of reading keys come around again', () => {
  const mode = (times: number): FieldMode =>
    Array.from({ length: times }).reduce<Field>((field) => nextMode(field, modes), upper).mode;
  expect([0, 1, 2, 3].map(mode)).toEqual(['upper', 'lower', 'digits', 'upper']);
  expect(nextMode(emptyField, ['digits'])).toEqual(emptyField);
});
