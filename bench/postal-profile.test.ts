import { expect, test } from 'vitest';
import { modelNamed, modelNames } from '#models';
import { postalProfileOf } from './postal-profile.ts';

test.each(modelNames)('the profile of %s says how it deals with its Data Centre', (name) => {
  const number = expect.any(Number);
  expect(postalProfileOf(modelNamed(name))).toMatchObject({
    refill: { least: number, most: number, step: number, usual: number },
    inspection: { warningDay: number, graceDays: number, lockOutDay: number },
    coreLimits: { postageMost: number, challengeMs: number },
    packageBytes: number,
    factoryRates: expect.any(String),
    factorySoftware: expect.any(String),
  });
});
