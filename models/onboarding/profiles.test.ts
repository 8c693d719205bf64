import { expect, test } from 'vitest';
import { plain } from '../fact.ts';
import { profileSchema } from './profile.ts';
import { profiles } from './profiles.ts';

test('the profile fits its schema', () => {
  expect(() => profileSchema.parse(profiles.onboarding)).not.toThrow();
});

test('each connection has models, and each model has what its connection needs', () => {
  const { models, needs } = plain(profiles.onboarding);
  for (const connection of ['pc', 'lan'] as const) {
    expect(models.some((model) => model.connection === connection)).toBe(true);
    expect(needs[connection].length).toBeGreaterThan(0);
  }
});
