import { fillIn } from '../fill-in.ts';
import type { Context } from './context.ts';
import { type Account, accountModes } from './memory.ts';
import { type MenuName, menuItems, menus } from './menus.ts';
import type { Is400Rules } from './rules.ts';
import type { Texts } from './texts.en-GB.ts';

/** One entry of a list. `id` is what the chart asks for; `number` its shortcut in a menu. */
export interface ListItem {
  readonly id: string;
  readonly text: string;
  readonly number?: number;
  readonly checked?: boolean;
}

export interface ListSources {
  readonly texts: Texts;
  readonly rules: Is400Rules;
}

type ListOf = (context: Context, sources: ListSources) => readonly ListItem[];

const menu =
  (name: MenuName): ListOf =>
  ({ memory }, { texts }) =>
    menuItems(name, memory).map(({ text, number }) => ({ id: text, text: texts[text], number }));

const accountText = (account: { number: string; name: string }): string =>
  `${account.number} ${account.name}`;

const withStatus = (text: string, active: boolean, texts: Texts): string =>
  active ? text : fillIn(texts.inactiveItem, { item: text });

/** A list of accounts as it was made for an unchanged memory: each key press asks for it anew. */
const remembered = (
  make: (accounts: readonly Account[], texts: Texts) => readonly ListItem[],
): typeof make => {
  const made = new WeakMap<readonly Account[], readonly ListItem[]>();
  return (accounts, texts) => {
    const items = made.get(accounts) ?? make(accounts, texts);
    made.set(accounts, items);
    return items;
  };
};

const allAccounts = remembered((accounts, texts) =>
  accounts.map((account) => ({
    id: account.number,
    text: withStatus(accountText(account), account.active, texts),
  })),
);

const withAdding = remembered((accounts, texts) => [
  { id: 'add', text: texts.addAccount },
  ...allAccounts(accounts, texts),
]);

const dataLists = {
  accountModes: (_context, { texts }) =>
    accountModes.map((mode) => ({ id: mode, text: texts[mode] })),
  accounts: ({ memory }, { texts }) => withAdding(memory.accounts, texts),
  reportAccounts: ({ memory }, { texts }) => allAccounts(memory.accounts, texts),
  selectableAccounts: ({ memory, session }, { rules }) =>
    rules
      .selectableAccounts(memory, session.operator)
      .map((account) => ({ id: account.number, text: accountText(account) })),
  status: (_context, { texts }) => [
    { id: 'active', text: texts.active },
    { id: 'inactive', text: texts.inactive },
  ],
  operators: ({ memory }, { texts }) => [
    { id: 'add', text: texts.addOperator },
    ...memory.operators.map((operator) => ({
      id: operator.name,
      text: withStatus(operator.name, operator.active, texts),
    })),
  ],
  operatorAccounts: ({ memory, draft }, { texts }) => [
    ...memory.accounts.map((account) => ({
      id: account.number,
      text: accountText(account),
      checked: draft.accounts.includes(account.number),
    })),
    { id: 'finish', text: texts.finish },
  ],
  files: ({ files }) => files.map((name) => ({ id: name, text: name })),
} satisfies Record<string, ListOf>;

export type ListName = keyof typeof dataLists | MenuName;

const isMenu = (name: ListName): name is MenuName => name in menus;

/** What a list holds now; only the rows that fit are on the display. */
export function listItems(
  name: ListName,
  context: Context,
  sources: ListSources,
): readonly ListItem[] {
  return (isMenu(name) ? menu(name) : (dataLists[name] as ListOf))(context, sources);
}
