import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { families, modelNamed } from '#models';
import { loadRig } from '#rigs';
import { defaultRig, rigsFor, subjectOf } from './default-rig.ts';

const root = new URL('../../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, root));

test.each(families)('features of %s run on an emulated machine of that family', (family) => {
  for (const features of [
    [`features/${family}`],
    [`/elsewhere/features/${family}/one.feature:3`],
  ]) {
    const rig = defaultRig(features);
    expect(existsSync(path(rig))).toBe(true);
    expect(modelNamed(loadRig(path(rig), {}).meter.model).family).toBe(family);
  }
});

test('features that say nothing of a machine run on an IS-440', () => {
  for (const features of [[], ['features'], ['mine.feature']]) {
    expect(defaultRig(features)).toBe('rigs/emulator.is440.yaml');
  }
});

test('features that all machines have run on an IS-440, and prove something on others too', () => {
  expect(subjectOf('/elsewhere/features/funds/refill.feature:3')).toBe('funds');
  expect(defaultRig(['features/funds'])).toBe('rigs/emulator.is440.yaml');
  const models = rigsFor('funds').map((rig) => loadRig(path(rig), {}).meter.model);
  expect(models).toEqual(['is-440', 'connect-plus']);
});
