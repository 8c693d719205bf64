import { keepsAccounts } from './accounts.ts';
import type { Memory } from './memory.ts';
import type { TextKey } from './texts.en-GB.ts';

/**
 * One entry of a menu: its text, its shortcut number, and when it is there.
 * Numbers are those of the guides where one is documented, so a menu may have gaps: the other
 * entries of the machine are not in the sources.
 */
export interface MenuItem {
  readonly text: TextKey;
  readonly number: number;
  readonly when?: (memory: Memory) => boolean;
}

const withAccounts = (memory: Memory): boolean => keepsAccounts(memory.mode);
const withOwnAccounts = (memory: Memory): boolean =>
  withAccounts(memory) && memory.mode !== 'remote';
const inMode =
  (mode: Memory['mode']) =>
  (memory: Memory): boolean =>
    memory.mode === mode;

const hasCreditPin = (memory: Memory): boolean => memory.creditPin !== null;

/** The menus by the text of their title. */
export const menus = {
  userMenu: [
    { text: 'selectAccount', number: 1, when: withAccounts },
    { text: 'reports', number: 6 },
    { text: 'myCredit', number: 7 },
    { text: 'onlineServices', number: 8 },
    { text: 'endSession', number: 13 },
    { text: 'supervisor', number: 14 },
  ],
  userReports: [
    { text: 'fundsSummary', number: 1 },
    { text: 'accountReport', number: 2, when: withAccounts },
  ],
  myCredit: [
    { text: 'addCredit', number: 2 },
    { text: 'postalInspection', number: 3 },
    { text: 'accountBalance', number: 4 },
  ],
  supervisorMenu: [
    { text: 'creditPin', number: 4 },
    { text: 'accountManagement', number: 5 },
    { text: 'reports', number: 6 },
    { text: 'onlineServices', number: 7 },
    { text: 'optionsAndUpdates', number: 8 },
  ],
  supervisorReports: [
    { text: 'fundsSummary', number: 1 },
    { text: 'addingPostage', number: 2 },
  ],
  creditPin: [
    { text: 'setPin', number: 1 },
    { text: 'cancelPin', number: 2, when: hasCreditPin },
  ],
  optionsAndUpdates: [{ text: 'rateManagement', number: 4 }],
  accountManagement: [
    { text: 'accountModeSelection', number: 1 },
    { text: 'manageAccounts', number: 2, when: withAccounts },
    { text: 'changePin', number: 2, when: inMode('no-account-access') },
    { text: 'manageOperators', number: 3, when: inMode('accounts-access') },
  ],
  manageAccounts: [
    { text: 'accountList', number: 1, when: withOwnAccounts },
    { text: 'accountReport', number: 2 },
    { text: 'importAccountList', number: 3, when: withOwnAccounts },
    { text: 'exportAccountList', number: 4, when: withOwnAccounts },
  ],
  manageOperators: [{ text: 'operatorList', number: 1 }],
  account: [
    { text: 'editModify', number: 1 },
    { text: 'delete', number: 2 },
  ],
  operator: [
    { text: 'editModify', number: 1 },
    { text: 'delete', number: 2 },
  ],
} as const satisfies Record<string, readonly MenuItem[]>;

export type MenuName = keyof typeof menus;

/** The entries that are on the display in the account mode now set. */
export const menuItems = (menu: MenuName, memory: Memory): readonly MenuItem[] =>
  (menus[menu] as readonly MenuItem[]).filter((item) => item.when?.(memory) ?? true);
