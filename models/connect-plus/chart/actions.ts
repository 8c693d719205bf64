import { accountActions } from './actions/accounts.ts';
import { callActions } from './actions/calling.ts';
import { fundsActions } from './actions/funds.ts';
import { mailActions } from './actions/mail.ts';
import { reportActions } from './actions/reports.ts';
import { screenActions } from './actions/screens.ts';
import { transactionActions } from './actions/transactions.ts';
import { userActions } from './actions/users.ts';
import type { ChartSources } from './setup.ts';

/** The chart's moves that change its context. Each is an `assign`: nothing here reaches outside. */
export const chartActions = (sources: ChartSources) => ({
  ...screenActions(sources),
  ...userActions(sources),
  ...accountActions(sources),
  ...mailActions(sources),
  ...callActions(sources),
  ...fundsActions(sources),
  ...transactionActions(sources),
  ...reportActions(sources),
});
