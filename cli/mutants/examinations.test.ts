import { expect, test } from 'vitest';
import { examinationsOf } from './examinations.ts';

test('features of a machine are examined on that machine', () => {
  expect(examinationsOf(['features/is400'], undefined)).toEqual([
    { rig: 'rigs/emulator.is440.yaml', features: ['features/is400'], subject: 'is400' },
  ]);
});

test('features that machines have in common are examined on each of them', () => {
  const funds = { features: ['features/funds'], subject: 'funds' };
  expect(examinationsOf(['features/onboarding', 'features/funds'], undefined)).toEqual([
    {
      rig: 'rigs/emulator.onboarding.yaml',
      features: ['features/onboarding'],
      subject: 'onboarding',
    },
    { rig: 'rigs/emulator.is440.yaml', ...funds },
    { rig: 'rigs/emulator.connect-plus.yaml', ...funds },
  ]);
});

test('on the rig that was named there is one examination for each subject', () => {
  const features = ['features/funds/refill.feature', 'features/is400', 'features/funds:3'];
  expect(examinationsOf(features, 'mine.yaml')).toEqual([
    { rig: 'mine.yaml', features: ['features/funds/refill.feature'], subject: 'funds' },
    { rig: 'mine.yaml', features: ['features/is400'], subject: 'is400' },
    { rig: 'mine.yaml', features: ['features/funds:3'], subject: undefined },
  ]);
});

test('features that say nothing of a machine are examined against all faults of an IS-440', () => {
  expect(examinationsOf(['features'], undefined)).toEqual([
    { rig: 'rigs/emulator.is440.yaml', features: ['features'], subject: undefined },
  ]);
});
