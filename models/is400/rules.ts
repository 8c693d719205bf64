import { postalRules } from '../data-centre/index.ts';
import * as accountFile from './account-file.ts';
import * as accounts from './accounts.ts';
import * as credit from './credit.ts';
import * as modes from './modes.ts';
import * as operators from './operators.ts';
import * as pins from './pins.ts';
import * as registers from './registers.ts';

/**
 * The rules that are not menus, as one record: the chart asks them and does nothing else to the
 * memory, so a firmware fault can be seeded by replacing one.
 */
export const is400Rules = {
  ...accounts,
  ...operators,
  ...modes,
  ...pins,
  ...registers,
  ...credit,
  ...postalRules,
  importAccounts: accountFile.importAccounts,
  formatAccounts: accountFile.formatAccounts,
  isAccountFileName: accountFile.isAccountFileName,
};

export type Is400Rules = typeof is400Rules;
