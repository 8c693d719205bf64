import { manageAccounts } from './chart/accounts.ts';
import { reports } from './chart/reports.ts';
import { funds, home, logIn, runMail } from './chart/session.ts';
import { type ChartSources, connectPlusSetup, initialContext } from './chart/setup.ts';
import { transactions } from './chart/transactions.ts';
import { settings } from './chart/users.ts';

/** The screens of a Connect+: what every tap does on every one of them. */
export const connectPlusChart = (sources: ChartSources) =>
  connectPlusSetup(sources).createMachine({
    id: 'connectPlus',
    context: initialContext(sources),
    initial: 'Starting',
    entry: 'awaitMidnight',
    states: {
      Starting: {
        always: [{ guard: 'asksLogin', target: 'Log In' }, { target: 'Home' }],
      },
      'Log In': { id: 'Log In', ...logIn },
      Home: home,
      'Run Mail': runMail,
      'Manage Accounts': manageAccounts({
        Transactions: transactions,
        Reports: reports(sources),
      }),
      Funds: funds,
      Settings: settings,
    },
    on: {
      'TAP.home': '.Home',
      FEED: { actions: 'beep' },
      BUSINESS_MANAGER: { actions: 'useBusinessManager' },
      MIDNIGHT: { actions: ['newDay', 'awaitMidnight'] },
      'UPLOAD.BEGUN': { actions: 'beginUpload' },
      'UPLOAD.CONFIRMED': { actions: 'confirmUpload' },
    },
  });
