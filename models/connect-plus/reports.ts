import {
  type Cell,
  type Column,
  cellText,
  dayStart,
  isoDay,
  type Millis,
  oneDay,
  type Pence,
  secondOfDay,
  type Table,
} from '#core';
import { chainOf, fullName, levelOf, sortedAccounts } from './accounts.ts';
import type { Memory, ReportSettings, Transaction } from './memory.ts';
import { fiscalYear } from './periods.ts';
import type { Profile } from './profile.ts';

/** The standard reports, in the order of their list. Source: report pages of the machine's help. */
export const reportNames = [
  'accountDetail',
  'accountDetailByClass',
  'accountList',
  'accountSummary',
  'dailySnapshot',
  'quickProfile',
  'transactionLog',
  'transactionLogDetail',
  'weightBreakByAccount',
  'weightBreakByCarrier',
  'weightBreakByJobId1',
] as const;

export type ReportName = (typeof reportNames)[number];

/** What a report lets people choose before it is made. */
export const reportAsks: Readonly<Record<ReportName, readonly ('period' | 'accounts')[]>> = {
  accountDetail: ['period', 'accounts'],
  accountDetailByClass: ['period', 'accounts'],
  accountList: [],
  accountSummary: ['period', 'accounts'],
  dailySnapshot: [],
  quickProfile: ['period'],
  transactionLog: ['period', 'accounts'],
  transactionLogDetail: ['period', 'accounts'],
  weightBreakByAccount: ['period', 'accounts'],
  weightBreakByCarrier: ['period'],
  weightBreakByJobId1: ['period'],
};

/** What a report is made from. */
export interface ReportSources {
  readonly memory: Memory;
  readonly settings: ReportSettings;
  readonly now: Millis;
  readonly profile: Profile;
  /** What the machine calls the report. */
  readonly title: string;
}

interface Sums {
  readonly pieces: number;
  readonly postage: Pence;
  readonly fees: Pence;
  readonly surcharge: Pence;
}

const nothing: Sums = { pieces: 0, postage: 0, fees: 0, surcharge: 0 };

const plus = (a: Sums, b: Sums): Sums => ({
  pieces: a.pieces + b.pieces,
  postage: a.postage + b.postage,
  fees: a.fees + b.fees,
  surcharge: a.surcharge + b.surcharge,
});

export const sumOf = (all: Iterable<Sums>): Sums => {
  let sum = nothing;
  for (const one of all) sum = plus(sum, one);
  return sum;
};

const totalOf = ({ postage, fees, surcharge }: Sums): Pence => postage + fees + surcharge;

const text = (heading: string): Column => ({ heading, kind: 'text' });
const count = (heading: string): Column => ({ heading, kind: 'count' });
const money = (heading: string): Column => ({ heading, kind: 'money' });

const sumColumns = [
  count('Pieces'),
  money('Postage'),
  money('Fees'),
  money('Surcharge'),
  money('Total'),
];
const sumCells = (sums: Sums): readonly Cell[] => [
  sums.pieces,
  sums.postage,
  sums.fees,
  sums.surcharge,
  totalOf(sums),
];

/** The days of a transaction are those of its first piece: a batch ends at midnight. */
function chosen({ memory, settings }: ReportSources): readonly Transaction[] {
  const { from, to, accounts } = settings;
  const first = dayStart(from) ?? 0;
  const end = (dayStart(to) ?? 0) + oneDay;
  const wanted = accounts === null ? undefined : new Set<number | null>(accounts);
  return memory.transactions.filter(
    ({ started, reported }) =>
      started >= first && started < end && (wanted === undefined || wanted.has(reported)),
  );
}

/** Groups in the order in which their keys come first, or in that of `order`. */
function grouped<Key>(
  transactions: readonly Transaction[],
  keyOf: (transaction: Transaction) => Key,
): Map<Key, Transaction[]> {
  const groups = new Map<Key, Transaction[]>();
  for (const transaction of transactions) {
    const key = keyOf(transaction);
    const group = groups.get(key);
    if (group) group.push(transaction);
    else groups.set(key, [transaction]);
  }
  return groups;
}

/** Names of accounts, each looked up once. */
function naming(memory: Memory): (id: number | null) => string {
  const known = new Map<number | null, string>();
  return (id) => {
    const name = known.get(id) ?? (id === null ? 'No account' : fullName(memory, id));
    known.set(id, name);
    return name;
  };
}

const blanks = (howMany: number): readonly Cell[] => Array<Cell>(howMany).fill(null);

function accountDetail(from: ReportSources): Omit<Table, 'title' | 'notes'> {
  const nameOf = naming(from.memory);
  const transactions = chosen(from).toSorted((a, b) => {
    const [left, right] = [nameOf(a.reported), nameOf(b.reported)];
    return left === right ? a.id - b.id : left < right ? -1 : 1;
  });
  return {
    columns: [
      text('Account'),
      { heading: 'Date', kind: 'date' },
      count('Transaction'),
      text('Class'),
      ...sumColumns,
    ],
    rows: transactions.map((one) => [
      nameOf(one.reported),
      isoDay(one.started),
      one.id,
      one.class,
      ...sumCells(one),
    ]),
    totals: ['Total', ...blanks(3), ...sumCells(sumOf(transactions))],
  };
}

function accountDetailByClass(from: ReportSources): Omit<Table, 'title' | 'notes'> {
  const { memory, settings, now } = from;
  const nameOf = naming(memory);
  const keyOf = (one: Transaction): string =>
    [nameOf(one.reported), one.carrier, one.class].join('\t');
  const year = { from: fiscalYear(memory.period, now).from, to: settings.to };
  const groups = grouped(chosen(from), keyOf);
  const yearGroups = grouped(chosen({ ...from, settings: { ...settings, ...year } }), keyOf);
  const keys = [...new Set([...groups.keys(), ...yearGroups.keys()])].sort();
  const sums = keys.map((key) => ({
    key,
    period: sumOf(groups.get(key) ?? []),
    year: sumOf(yearGroups.get(key) ?? []),
  }));
  const cells = (period: Sums, toDate: Sums): readonly Cell[] => [
    ...sumCells(period),
    toDate.pieces,
    totalOf(toDate),
  ];
  return {
    columns: [
      text('Account'),
      text('Carrier'),
      text('Class'),
      ...sumColumns,
      count('Pieces year to date'),
      money('Total year to date'),
    ],
    rows: sums.map((one) => [...one.key.split('\t'), ...cells(one.period, one.year)]),
    totals: [
      'Total',
      ...blanks(2),
      ...cells(sumOf(sums.map((one) => one.period)), sumOf(sums.map((one) => one.year))),
    ],
  };
}

function accountList({ memory }: ReportSources): Omit<Table, 'title' | 'notes'> {
  return {
    columns: [
      text('Account'),
      text('Sub account'),
      text('Sub sub account'),
      text('Code'),
      text('Status'),
      text('Description'),
    ],
    rows: sortedAccounts(memory).map((account) => {
      const names = chainOf(memory, account.id)
        .map(({ name }) => name)
        .reverse();
      return [
        ...names,
        ...blanks(3 - levelOf(memory, account.id)),
        account.code,
        account.active ? 'Active' : 'Inactive',
        account.description,
      ];
    }),
  };
}

function accountSummary(from: ReportSources): Omit<Table, 'title' | 'notes'> {
  const { memory, settings } = from;
  const transactions = chosen(from);
  const groups = grouped(transactions, ({ reported }) => reported);
  const wanted = settings.accounts === null ? undefined : new Set(settings.accounts);
  const ids: (number | null)[] = sortedAccounts(memory)
    .map(({ id }) => id)
    .filter((id) => groups.has(id) || (wanted?.has(id) ?? false));
  if (groups.has(null)) ids.push(null);
  const nameOf = naming(memory);
  return {
    columns: [text('Account'), ...sumColumns],
    rows: ids.map((id) => [nameOf(id), ...sumCells(sumOf(groups.get(id) ?? []))]),
    totals: ['Total', ...sumCells(sumOf(transactions))],
  };
}

function dailySnapshot(from: ReportSources): Omit<Table, 'title' | 'notes'> {
  const today = isoDay(from.now);
  const transactions = chosen({ ...from, settings: { from: today, to: today, accounts: null } });
  const rows = [...grouped(transactions, (one) => one.class)].map(([name, group]) => {
    const sums = sumOf(group);
    return [
      from.memory.serial,
      secondOfDay(group.reduce((last, { ended }) => Math.max(last, ended), 0)),
      name,
      sums.pieces,
      sums.postage + sums.fees,
    ];
  });
  const all = sumOf(transactions);
  return {
    columns: [
      text('Meter'),
      { heading: 'Last piece', kind: 'time' },
      text('Class'),
      count('Pieces'),
      money('Postage'),
    ],
    rows,
    totals: ['Total', null, null, all.pieces, all.postage + all.fees],
  };
}

function quickProfile(from: ReportSources): Omit<Table, 'title' | 'notes'> {
  const all = sumOf(chosen(from));
  return {
    columns: [text('Accounts'), count('Pieces'), money('Postage'), money('Surcharge')],
    rows: [['All accounts', all.pieces, all.postage + all.fees, all.surcharge]],
  };
}

function transactionLog(from: ReportSources): Omit<Table, 'title' | 'notes'> {
  const nameOf = naming(from.memory);
  const transactions = chosen(from);
  const cells = (sums: Sums): readonly Cell[] => [
    sums.pieces,
    sums.postage + sums.fees,
    sums.surcharge,
    totalOf(sums),
  ];
  return {
    columns: [
      count('Transaction ID'),
      text('Account'),
      count('Pieces'),
      money('Postage'),
      money('Surcharge'),
      money('Total'),
    ],
    rows: transactions.map((one) => [one.id, nameOf(one.reported), ...cells(one)]),
    totals: ['Total', null, ...cells(sumOf(transactions))],
  };
}

function transactionLogDetail(from: ReportSources): Omit<Table, 'title' | 'notes'> {
  const transactions = chosen(from);
  const weight = transactions.reduce((sum, { weightGrams }) => sum + weightGrams, 0);
  const all = sumOf(transactions);
  return {
    columns: [
      { heading: 'Date', kind: 'date' },
      { heading: 'Start time', kind: 'time' },
      { heading: 'End time', kind: 'time' },
      { heading: 'Total time', kind: 'duration' },
      text('Carrier'),
      text('Class'),
      text('Job ID 1'),
      text('Job ID 2'),
      text('Operator'),
      { heading: 'Total weight (g)', kind: 'weight' },
      count('Total pieces'),
      money('Postage'),
      money('Fees'),
      money('Surcharge'),
      money('Total charged'),
      text('Mode type'),
    ],
    rows: transactions.map((one) => [
      isoDay(one.started),
      secondOfDay(one.started),
      secondOfDay(one.ended),
      Math.floor(one.ended / 1000) - Math.floor(one.started / 1000),
      one.carrier,
      one.class,
      one.jobId1,
      one.jobId2,
      one.user,
      one.weightGrams,
      one.pieces,
      one.postage,
      one.fees,
      one.surcharge,
      totalOf(one),
      'Postage',
    ]),
    totals: [
      'Total',
      ...blanks(8),
      weight,
      all.pieces,
      all.postage,
      all.fees,
      all.surcharge,
      totalOf(all),
      null,
    ],
  };
}

/** Pieces and postage by weight band, for each account, carrier or job. */
function weightBreak(
  from: ReportSources,
  heading: string,
  keyOf: (transaction: Transaction) => string,
): Omit<Table, 'title' | 'notes'> {
  const { weightBands } = from.profile;
  const groups = grouped(chosen(from), keyOf);
  const rows: Cell[][] = [];
  let [pieces, postage] = [0, 0];
  for (const key of [...groups.keys()].sort()) {
    const bands = (groups.get(key) ?? []).flatMap((one) => one.bands);
    for (const [band, most] of weightBands.entries()) {
      const inBand = bands.filter((one) => one.band === band);
      if (inBand.length === 0) continue;
      const sums = {
        pieces: inBand.reduce((sum, one) => sum + one.pieces, 0),
        postage: inBand.reduce((sum, one) => sum + one.postage, 0),
      };
      rows.push([
        key,
        `${(weightBands[band - 1] ?? -1) + 1} - ${most} g`,
        sums.pieces,
        sums.postage,
      ]);
      pieces += sums.pieces;
      postage += sums.postage;
    }
  }
  return {
    columns: [text(heading), text('Weight'), count('Pieces'), money('Postage')],
    rows,
    totals: ['Total', null, pieces, postage],
  };
}

const makers: Readonly<
  Record<ReportName, (from: ReportSources) => Omit<Table, 'title' | 'notes'>>
> = {
  accountDetail,
  accountDetailByClass,
  accountList,
  accountSummary,
  dailySnapshot,
  quickProfile,
  transactionLog,
  transactionLogDetail,
  weightBreakByAccount: (from) => {
    const nameOf = naming(from.memory);
    return weightBreak(from, 'Account', ({ reported }) => nameOf(reported));
  },
  weightBreakByCarrier: (from) => weightBreak(from, 'Carrier', ({ carrier }) => carrier),
  weightBreakByJobId1: (from) => weightBreak(from, 'Job ID 1', ({ jobId1 }) => jobId1),
};

/** A report as the display shows it and as every file holds it. */
export function reportTable(name: ReportName, from: ReportSources): Table {
  const { settings, title, memory } = from;
  const asks = reportAsks[name];
  const nameOf = naming(memory);
  return {
    title,
    notes: [
      ...(asks.includes('period')
        ? [`${cellText('date', settings.from)} - ${cellText('date', settings.to)}`]
        : [cellText('date', isoDay(from.now))]),
      ...(settings.accounts === null || !asks.includes('accounts')
        ? []
        : [settings.accounts.map((id) => nameOf(id)).join(', ')]),
    ],
    ...makers[name](from),
  };
}
