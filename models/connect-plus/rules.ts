import { postalRules } from '../data-centre/index.ts';
import { canAfford } from '../registers.ts';
import * as accounts from './accounts.ts';
import * as fileNames from './file-names.ts';
import * as periods from './periods.ts';
import { priced } from './rates.ts';
import * as refills from './refills.ts';
import { reportTable } from './reports.ts';
import * as transactions from './transactions.ts';
import * as uploads from './uploads.ts';
import * as users from './users.ts';

/**
 * The rules that are not menus, as one record: the chart asks them and does nothing else to the
 * memory, so a firmware fault can be seeded by replacing one.
 */
export const connectPlusRules = {
  canAfford,
  ...postalRules,
  ...accounts,
  ...users,
  ...transactions,
  ...uploads,
  ...periods,
  ...refills,
  priced,
  isFileName: fileNames.isFileName,
  reportTable,
};

export type ConnectPlusRules = typeof connectPlusRules;
