import type { MeterFault } from '../fault.ts';
import { exportFaults } from './exports.ts';
import { mailFaults } from './mail.ts';
import { reportFaults } from './reports.ts';
import { inRules } from './seeding.ts';
import { transactionFaults } from './transactions.ts';
import { uploadFaults } from './uploads.ts';

/** Every seeded firmware fault of the Connect+. */
export const connectPlusFaults: readonly MeterFault[] = [
  inRules('operator-creates-accounts', 'An operator sees all that a supervisor sees.', () => ({
    supervises: () => true,
  })),
  ...mailFaults,
  ...transactionFaults,
  ...uploadFaults,
  ...reportFaults,
  ...exportFaults,
];
