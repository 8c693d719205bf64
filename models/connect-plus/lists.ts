import { cellText, formatPence, isoDay } from '#core';
import { fillIn } from '../fill-in.ts';
import { item, type ListItem, type ListItems } from '../touch/list.ts';
import type { ChartSources } from './chart/setup.ts';
import { type Context, fileTypes } from './context.ts';
import { type Account, divisions, type Transaction } from './memory.ts';
import { reportNames } from './report-columns.ts';
import type { TextKey } from './texts.en-GB.ts';

type ListMaker = (context: Context, sources: ChartSources) => ListItems;

/** An account in a list: its code, then its name after those of the accounts above it. */
export function accountText(account: Account, context: Context, { texts, rules }: ChartSources) {
  const name = rules.fullName(context.memory, account.id);
  const row = fillIn(texts.accountRow, { code: account.code, name });
  return account.active ? row : fillIn(texts.inactiveItem, { item: row });
}

const accountItems =
  (
    which: (context: Context, sources: ChartSources) => readonly Account[],
    selected: (context: Context) => number | null = () => null,
  ): ListMaker =>
  (context, sources) =>
    which(context, sources).map((account) =>
      item(
        String(account.id),
        accountText(account, context, sources),
        account.id === selected(context),
      ),
    );

const tickedAccounts =
  (ticked: (context: Context) => readonly number[] | null): ListMaker =>
  (context, sources) =>
    sources.rules.sortedAccounts(context.memory).map((account) => ({
      id: String(account.id),
      text: accountText(account, context, sources),
      checked: ticked(context)?.includes(account.id) ?? false,
    }));

const named =
  (keys: readonly TextKey[], selected: (context: Context) => string): ListMaker =>
  (context, { texts }) =>
    keys.map((key) => item(key, texts[key], key === selected(context)));

const transactionItems: ListMaker = (context, { rules, texts }) => {
  const found = rules.filteredTransactions(context.memory, context.filter);
  const itemOf = (one: Transaction): ListItem =>
    item(
      String(one.id),
      [
        one.id,
        cellText('date', isoDay(one.started)),
        rules.fullName(context.memory, one.account) || texts.none,
        one.class,
        one.pieces,
        formatPence(one.postage + one.fees + one.surcharge),
      ].join('\t'),
      one.id === context.transaction,
    );
  return {
    length: found.length,
    slice: (from, to) => found.slice(from, to).map(itemOf),
  };
};

const lists = {
  loginUsers: ({ memory }) => memory.users.map(({ name }) => item(name, name)),
  users: ({ memory }, { texts }) =>
    memory.users.map(({ name, role }) => item(name, `${name} (${texts[role]})`)),
  chargeable: accountItems(({ memory }, { rules }) => rules.chargeableAccounts(memory)),
  targets: accountItems(
    ({ memory }, { rules }) => rules.chargeableAccounts(memory),
    ({ target }) => target,
  ),
  parents: accountItems(({ memory }, { rules, profile }) =>
    rules.parentCandidates(memory, profile),
  ),
  accounts: accountItems(({ memory }, { rules }) => rules.sortedAccounts(memory)),
  classes: ({ mailing }, { profile }) =>
    profile.classes.map(({ carrier, name }, index) =>
      item(String(index), `${carrier} ${name}`, index === mailing.class),
    ),
  criteria: named(
    ['dateCriterion', 'accountCriterion'],
    ({ criterion }) => `${criterion}Criterion`,
  ),
  filterAccounts: tickedAccounts(({ filter }) => filter.accounts),
  reportAccounts: tickedAccounts(({ report }) => report.settings.accounts),
  filters: ({ memory }) => memory.filters.map(({ name }) => item(name, name)),
  transactions: transactionItems,
  reports: ({ memory, report }, { texts }) => [
    ...reportNames.map((name) =>
      item(name, texts[name], report.saved === null && report.name === name),
    ),
    ...memory.reports.map(({ name }) => item(`saved ${name}`, name, report.saved === name)),
  ],
  periods: ({ memory, now, report: { settings } }, { rules }) =>
    rules
      .periodsOf(memory.period, now)
      .map(({ from, to }) =>
        item(
          `${from} ${to}`,
          `${cellText('date', from)} - ${cellText('date', to)}`,
          from === settings.from && to === settings.to,
        ),
      ),
  divisions: ({ memory }, { texts }) =>
    divisions.map((division) =>
      item(
        division,
        texts[division === 'none' ? 'noDivision' : division],
        division === memory.period.division,
      ),
    ),
  roles: named(['operator', 'supervisor'], ({ userDraft }) => userDraft.role),
  drives: (context, { texts }) => [item('usb', texts.usbDrive, context.place === '/')],
  folders: ({ folders, place }) => folders.map((name) => item(name, name, place === name)),
  fileTypes: ({ report }) =>
    fileTypes.map((type) => item(type, type.toUpperCase(), type === report.fileType)),
} as const satisfies Record<string, ListMaker>;

export type ListName = keyof typeof lists;

export const listItems = (name: ListName, context: Context, sources: ChartSources): ListItems =>
  lists[name](context, sources);
