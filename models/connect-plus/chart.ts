import { manageAccounts } from './chart/accounts.ts';
import { funds, fundsReports, inspectionDue } from './chart/funds.ts';
import { reports } from './chart/reports.ts';
import { home, logIn, runMail } from './chart/session.ts';
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
        always: [{ guard: 'saysInspection', target: 'Inspection Due' }, { target: 'Begin' }],
      },
      'Inspection Due': inspectionDue,
      Begin: {
        id: 'Begin',
        always: [{ guard: 'asksLogin', target: 'Log In' }, { target: 'Home' }],
      },
      'Log In': { id: 'Log In', ...logIn },
      Home: home,
      'Run Mail': runMail,
      'Manage Accounts': manageAccounts({
        Transactions: transactions,
        Reports: reports(sources),
      }),
      Funds: funds(sources),
      'Funds Reports': fundsReports,
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
