import type { MeterFault } from '../fault.ts';
import { inspectionFaults } from './inspections.ts';
import { packageFaults } from './packages.ts';
import { refillFaults } from './refills.ts';
import type { FundsSeeding } from './seeding.ts';
import { sessionFaults } from './sessions.ts';

/** The faults in the ledger and in dealing with the Data Centre, for the machines of one family. */
export const fundsFaultsWith = (seeding: FundsSeeding): readonly MeterFault[] => [
  ...refillFaults(seeding),
  ...inspectionFaults(seeding),
  ...packageFaults(seeding),
  ...sessionFaults(seeding),
];
