import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadRig } from '#rigs';
import { inLanguage } from './language.ts';

const rigOf = (name: string) =>
  loadRig(fileURLToPath(new URL(`../../rigs/emulator.${name}.yaml`, import.meta.url)), {});

test('the command line chooses among the languages of a machine', () => {
  const rig = rigOf('onboarding');
  expect(rig.meter.language).toBe('en');
  expect(inLanguage(rig, 'fr-CA').meter.language).toBe('fr-CA');
  expect(inLanguage(rig, undefined)).toBe(rig);
});

test('a language that a machine does not come in is an error of the command line', () => {
  for (const [name, language] of [
    ['onboarding', 'de'],
    ['is440', 'fr-CA'],
  ] as const) {
    expect(() => inLanguage(rigOf(name), language)).toThrow(/does not come in/);
  }
});
