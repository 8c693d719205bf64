import { z } from 'zod';
import { factOf } from '../fact-schema.ts';

const pence = z.int().nonnegative();
const days = z.int().positive();

/**
 * What machines differ in when they deal with their Data Centre. Days are counted from the last
 * inspection; money is in minor units of the currency.
 */
export const postalProfile = {
  inspection: factOf(
    z
      .strictObject({ warningDay: days, graceDays: days, lockOutDay: days })
      .refine(
        ({ warningDay, graceDays, lockOutDay }) => warningDay + graceDays === lockOutDay,
        'the days of grace lie between the first warning and the lock-out',
      ),
  ),
  coreLimits: factOf(
    z.strictObject({
      descendingMost: pence,
      sumMost: pence,
      ascendingMost: pence,
      postageLeast: pence,
      postageMost: pence,
      challengeMs: z.int().positive(),
    }),
  ),
  refill: factOf(
    z
      .strictObject({ least: pence, most: pence, step: z.int().positive(), usual: pence })
      .refine(({ least, most }) => least <= most, 'the least is above the most'),
  ),
  packageBytes: factOf(z.int().positive()),
  factoryRates: factOf(z.string().min(1)),
  factorySoftware: factOf(z.string().min(1)),
  dataCentreTimeoutMs: factOf(z.int().positive()),
};
