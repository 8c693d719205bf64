import type { MeterFault } from '../fault.ts';
import { accountEditingFaults } from './account-editing.ts';
import { accountPasswordFaults } from './account-passwords.ts';
import { accountFaults } from './accounts.ts';
import { exportFaults } from './exports.ts';
import { connectPlusPanelFundsFaults } from './funds.ts';
import { logInFaults } from './log-in.ts';
import { mailFaults } from './mail.ts';
import { reportFaults } from './reports.ts';
import { transactionFaults } from './transactions.ts';
import { uploadFaults } from './uploads.ts';
import { userFaults } from './users.ts';

/** Every seeded firmware fault of the Connect+. */
export const connectPlusFaults: readonly MeterFault[] = [
  ...accountFaults,
  ...accountEditingFaults,
  ...accountPasswordFaults,
  ...logInFaults,
  ...userFaults,
  ...mailFaults,
  ...transactionFaults,
  ...uploadFaults,
  ...reportFaults,
  ...exportFaults,
  ...connectPlusPanelFundsFaults,
];
