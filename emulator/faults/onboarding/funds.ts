import type { MeterFault } from '../fault.ts';
import { fundsFaultsWith } from '../funds/index.ts';
import { beyondTheCredit } from '../funds/refills.ts';
import { atPowerOn, inRules } from './seeding.ts';

/**
 * Faults that the pages cannot show, and the features of the onboarding need not catch: receipts are
 * not shown, and there is no call for an inspection alone.
 */
const unseen: readonly string[] = ['four-receipts-kept', 'inspection-not-reset-by-an-inspection'];

/** Faults in the ledger and in dealing with the Data Centre, in both meters on the desk. */
export const fundsFaults: readonly MeterFault[] = [
  ...fundsFaultsWith({
    inRules,
    atPowerOn: (name, description, read) =>
      atPowerOn(name, description, (memory) => ({
        ...memory,
        meter: read(memory.meter),
        replaced: memory.replaced && read(memory.replaced),
      })),
  }).filter(({ name }) => !unseen.includes(name)),
  inRules(
    'franks-beyond-the-credit',
    'A piece is franked although the credit does not cover it.',
    beyondTheCredit,
  ),
];
