import type { Digit, FieldMode } from '#core';

/** A key whose letters are being stepped through: `index` is the place in its cycle. */
export interface Tap {
  readonly digit: Digit;
  readonly index: number;
}

/** Text being typed. `tap` is set while the last character can still change. */
export interface Field {
  readonly value: string;
  readonly mode: FieldMode;
  readonly tap: Tap | null;
}

export const emptyField: Field = { value: '', mode: 'digits', tap: null };

/** Characters of each key in the order in which presses step through them. */
export type KeyCharacters = Readonly<Record<string, string>>;

const cycleOf = (characters: KeyCharacters, digit: Digit, mode: FieldMode): string => {
  if (mode === 'digits') return digit;
  const cycle = characters[digit] ?? digit;
  return mode === 'lower' ? cycle.toLowerCase() : cycle;
};

/** True when the press changes the last letter instead of adding one. */
export const steps = (field: Field, digit: Digit): boolean =>
  field.mode !== 'digits' && field.tap?.digit === digit;

/** One press of a digit key: like a mobile phone, "6" twice is N. */
export function pressDigit(field: Field, digit: Digit, characters: KeyCharacters): Field {
  const cycle = cycleOf(characters, digit, field.mode);
  const index = steps(field, digit) && field.tap ? (field.tap.index + 1) % cycle.length : 0;
  const kept = steps(field, digit) ? field.value.slice(0, -1) : field.value;
  return {
    ...field,
    value: kept + cycle.charAt(index),
    tap: field.mode === 'digits' ? null : { digit, index },
  };
}

/** Takes the letter as it stands: the next press of the same key adds another one. */
export const commitTap = (field: Field): Field => (field.tap ? { ...field, tap: null } : field);

/** C once: the last character goes, whole also where UTF-16 takes two units for it. */
export const clearOne = (field: Field): Field => ({
  ...field,
  value: [...field.value].slice(0, -1).join(''),
  tap: null,
});

/** C twice: the field is empty. */
export const clearAll = (field: Field): Field => ({ ...field, value: '', tap: null });

/** The next way of reading the keys, where the field allows more than one. */
export const nextMode = (field: Field, modes: readonly FieldMode[]): Field => ({
  ...field,
  mode: modes[(modes.indexOf(field.mode) + 1) % modes.length] ?? field.mode,
  tap: null,
});

/** What types one character: the mode it needs, the key, and how often it is pressed. */
export function strokeFor(
  character: string,
  modes: readonly FieldMode[],
  characters: KeyCharacters,
  preferred: FieldMode,
): { mode: FieldMode; digit: Digit; presses: number } | undefined {
  const order = [preferred, ...modes.filter((mode) => mode !== preferred)];
  for (const mode of order) {
    for (const digit of '0123456789' as Iterable<Digit>) {
      const presses = cycleOf(characters, digit, mode).indexOf(character) + 1;
      if (presses > 0) return { mode, digit, presses };
    }
  }
  return undefined;
}
