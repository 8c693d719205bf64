import type { MeterFault } from '../fault.ts';
import { atPowerOn, inRules } from '../is400/seeding.ts';
import { fundsFaultsWith } from './index.ts';
import { beyondTheCredit } from './refills.ts';

/** Faults of the IS-420 and IS-440 in the ledger and in dealing with the Data Centre. */
export const is400FundsFaults: readonly MeterFault[] = [
  ...fundsFaultsWith({ inRules, atPowerOn }),
  inRules(
    'franks-beyond-the-credit',
    'A piece is franked although the credit does not cover it.',
    beyondTheCredit,
  ),
  inRules(
    'locked-meter-franks-zero-postage',
    'A meter that is locked franks pieces that bear no postage.',
    ({ postageRefusal }) => ({
      postageRefusal: (core, value, now, limits) =>
        value === 0 ? undefined : postageRefusal(core, value, now, limits),
    }),
  ),
];
