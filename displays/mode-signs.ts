import type { FieldMode } from '#core';

/** What the next key gives, as panels with few keys show it. */
export const modeSigns: Readonly<Record<FieldMode, string>> = {
  digits: '123',
  upper: 'ABC',
  lower: 'abc',
  symbols: '#&@',
  accents: 'éàü',
};
