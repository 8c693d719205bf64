import { describe, expect, test } from 'vitest';
import { plain } from '../fact.ts';
import { keyCaps } from '../touch/keyboard.ts';
import { profileSchema } from './profile.ts';
import { profiles } from './profiles.ts';

describe.each(Object.entries(profiles))('the profile of the %s', (_name, facts) => {
  const profile = plain(facts);

  test('is valid, and says of every value where it is from', () => {
    expect(profileSchema.parse(facts)).toEqual(facts);
    for (const [key, { source }] of Object.entries(facts)) expect(source, key).toMatch(/\w{3}/);
  });

  test('has each key of the keyboard on the display, and none over another', () => {
    for (const mode of ['lower', 'upper', 'symbols', 'accents', 'digits'] as const) {
      const rects = keyCaps(mode, profile).map(({ rect }) => rect);
      for (const [index, [x, y, width, height]] of rects.entries()) {
        expect(x + width).toBeLessThanOrEqual(profile.displayWidth);
        // The buttons of the screen lie below the keyboard.
        expect(y + height).toBeLessThanOrEqual(profile.displayHeight - 52);
        for (const [left, top, wide, high] of rects.slice(index + 1)) {
          const apart =
            left >= x + width || left + wide <= x || top >= y + height || top + high <= y;
          expect(apart, `${mode}: ${x},${y} and ${left},${top}`).toBe(true);
        }
      }
    }
  });

  test('has a price in every class for every weight break', () => {
    for (const { name, postage } of profile.classes) {
      expect(postage, name).toHaveLength(profile.weightBands.length);
    }
    expect(profile.weightBands).toEqual(profile.weightBands.toSorted((a, b) => a - b));
  });
});
