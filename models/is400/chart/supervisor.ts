import { exportAccountList, importAccountList } from './account-files.ts';
import { accountList, accountReport } from './account-list.ts';
import { accountMode, changePin } from './account-mode.ts';
import { lines, menu } from './building.ts';
import { creditPin } from './credit-pin.ts';
import { onlineServices } from './errand-call.ts';
import { operatorList } from './operators.ts';
import type { ChartSources, PanelState } from './setup.ts';

/**
 * While a supervisor is logged in only this menu is there, and nothing can be franked.
 * MENU leads back to its top from anywhere, HOME logs out.
 */
export const supervisor = (sources: ChartSources): PanelState => ({
  id: 'Supervisor',
  entry: 'openSupervisorSession',
  initial: 'Supervisor Menu',
  on: {
    MENU: '.Supervisor Menu',
    HOME: '#Session Start',
    FEED: [{ guard: 'postageAllowed', actions: 'frank' }, { actions: 'beep' }],
  },
  states: {
    'Supervisor Menu': {
      id: 'Supervisor Menu',
      ...menu({
        title: 'supervisorMenu',
        menu: 'supervisorMenu',
        back: '#Session Start',
        open: {
          creditPin: 'Credit PIN',
          accountManagement: 'Account Management',
          reports: 'Reports',
          onlineServices: 'Online Services',
          optionsAndUpdates: 'Options and Updates',
        },
      }),
    },
    'Credit PIN': creditPin,
    'Online Services': onlineServices(sources, 'Supervisor Online Services', '#Supervisor Menu'),
    'Options and Updates': menu({
      title: 'optionsAndUpdates',
      menu: 'optionsAndUpdates',
      back: 'Supervisor Menu',
      open: { rateManagement: 'Rate Management' },
    }),
    'Rate Management': lines({
      title: 'rateManagement',
      lines: 'rateManagement',
      ok: { target: 'Options and Updates' },
      back: 'Options and Updates',
    }),
    Reports: menu({
      title: 'reports',
      menu: 'supervisorReports',
      back: 'Supervisor Menu',
      open: { fundsSummary: 'Funds Summary', addingPostage: 'Adding Postage' },
    }),
    'Adding Postage': lines({
      title: 'addingPostage',
      lines: 'addingPostage',
      ok: { target: 'Reports' },
      back: 'Reports',
    }),
    'Funds Summary': lines({
      title: 'fundsSummary',
      lines: 'fundsSummary',
      ok: { target: 'Reports' },
      back: 'Reports',
    }),
    'Account Management': {
      id: 'Account Management',
      ...menu({
        title: 'accountManagement',
        menu: 'accountManagement',
        back: 'Supervisor Menu',
        open: {
          accountModeSelection: 'Account Mode Selection',
          manageAccounts: 'Manage Accounts',
          changePin: 'Change PIN Code',
          manageOperators: 'Manage Operators',
        },
      }),
    },
    'Account Mode Selection': accountMode,
    'Change PIN Code': changePin,
    'Manage Accounts': {
      id: 'Manage Accounts',
      ...menu({
        title: 'manageAccounts',
        menu: 'manageAccounts',
        back: 'Account Management',
        open: {
          accountList: 'Account List',
          accountReport: 'Account Report',
          importAccountList: 'Import Account List',
          exportAccountList: 'Export Account List',
        },
      }),
    },
    'Account List': accountList,
    'Account Report': accountReport,
    'Import Account List': importAccountList,
    'Export Account List': exportAccountList(sources),
    'Manage Operators': {
      id: 'Manage Operators',
      ...menu({
        title: 'manageOperators',
        menu: 'manageOperators',
        back: 'Account Management',
        open: { operatorList: 'Operator List' },
      }),
    },
    'Operator List': operatorList,
  },
});
