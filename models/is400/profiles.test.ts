import { describe, expect, test } from 'vitest';
import { profileSchema } from './profile.ts';
import { profiles } from './profiles.ts';

describe.each(Object.entries(profiles))('the profile of the %s', (_name, profile) => {
  test('is valid', () => {
    expect(profileSchema.parse(profile)).toEqual(profile);
  });

  test('says of every value where it is from, and is sure of none without a page', () => {
    for (const [key, { confidence, source }] of Object.entries(profile)) {
      expect(source, key).toMatch(/\w{3}/);
      if (confidence === 'manual' || confidence === 'sibling')
        expect(source, key).toMatch(/\bp\. \d+/);
    }
  });

  test('has room for a default account and a default operator', () => {
    const { defaultAccount, defaultOperator } = profile;
    expect(defaultAccount.value.number.length).toBeLessThanOrEqual(
      profile.accountNumberLength.value,
    );
    expect(defaultAccount.value.name.length).toBeLessThanOrEqual(profile.accountNameLength.value);
    expect(defaultOperator.value.length).toBeLessThanOrEqual(profile.operatorNameLength.value);
  });

  test('has each character on one key only, each key ending with its digit', () => {
    const all = Object.values(profile.keyCharacters.value).join('');
    expect(new Set(all).size).toBe(all.length);
    for (const [key, characters] of Object.entries(profile.keyCharacters.value))
      expect(characters.endsWith(key), key).toBe(true);
  });

  test('writes account files whose words hold no delimiter', () => {
    const { delimiter, active, inactive, header } = profile.csv.value;
    for (const word of [active, inactive, ...(header ?? [])]) expect(word).not.toContain(delimiter);
    expect(active).not.toBe(inactive);
  });
});
