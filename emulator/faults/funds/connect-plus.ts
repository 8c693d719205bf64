import { atPowerOn, inRules } from '../connect-plus/seeding.ts';
import type { MeterFault } from '../fault.ts';
import { fundsFaultsWith } from './index.ts';

/** Faults of the Connect+ in the ledger and in dealing with the Data Centre. */
export const connectPlusFundsFaults: readonly MeterFault[] = [
  ...fundsFaultsWith({ inRules, atPowerOn }),
];
