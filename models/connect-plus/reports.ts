import {
  type Cell,
  cellText,
  isoDay,
  type Millis,
  oneDay,
  type Pence,
  secondOfDay,
  type Table,
} from '#core';
import { chainOf, levelOf, sortedAccounts } from './accounts.ts';
import type { Memory, ReportSettings, Transaction } from './memory.ts';
import { fiscalYear } from './periods.ts';
import type { Profile } from './profile.ts';
import { type ReportName, reportAsks, reportColumns } from './report-columns.ts';
import {
  type Adding,
  accountOrder,
  add,
  blanks,
  grouped,
  naming,
  noSums,
  type Sums,
  spanOf,
  sumCells,
  sumOf,
  totalOf,
  transactionsOf,
  wantedAccounts,
} from './report-sums.ts';

/** What a report is made from. */
export interface ReportSources {
  readonly memory: Memory;
  readonly settings: ReportSettings;
  readonly now: Millis;
  readonly profile: Profile;
  /** What the machine calls the report. */
  readonly title: string;
}

type Lines = Pick<Table, 'rows' | 'totals'>;
type Maker = (from: ReportSources) => Lines;

const chosen = ({ memory, settings }: ReportSources): readonly Transaction[] =>
  transactionsOf(memory, settings);

/** Days as text, each made once: many transactions are of one day. */
function dayTexts(): (instant: Millis) => string {
  const known = new Map<number, string>();
  return (instant) => {
    const day = Math.floor(instant / oneDay);
    const text = known.get(day) ?? isoDay(instant);
    known.set(day, text);
    return text;
  };
}

/** Rows are made in the order of the transactions and put together by account afterwards. */
const accountDetail: Maker = (from) => {
  const { memory } = from;
  const nameOf = naming(memory);
  const dayOf = dayTexts();
  const all = noSums();
  const rowsOf = new Map<number | null, Cell[][]>();
  for (const one of chosen(from)) {
    const { id, reported, pieces, postage, fees, surcharge } = one;
    const day = dayOf(one.started);
    const total = postage + fees + surcharge;
    const row = [nameOf(reported), day, id, one.class, pieces, postage, fees, surcharge, total];
    const rows = rowsOf.get(reported);
    if (rows) rows.push(row);
    else rowsOf.set(reported, [row]);
    add(all, one);
  }
  return {
    rows: accountOrder(memory).flatMap((id) => rowsOf.get(id) ?? []),
    totals: ['Total', ...blanks(3), ...sumCells(all)],
  };
};

/** The work of an account in one class; `one` is the first of it. */
interface ClassLine {
  readonly one: Transaction;
  readonly period: Adding;
  readonly year: Adding;
}

/** The year to date is the fiscal year that the last day of the report is in, up to that day. */
const accountDetailByClass: Maker = ({ memory, settings }) => {
  const nameOf = naming(memory);
  const { first, end } = spanOf(settings);
  const yearFirst = spanOf(fiscalYear(memory.period, end - oneDay)).first;
  const lines = new Map<unknown, Map<string, ClassLine>>();
  const [periodInAll, yearInAll] = [noSums(), noSums()];
  const both = { first: Math.min(first, yearFirst), end };
  for (const one of transactionsOf(memory, settings, both)) {
    const ofAccount = lines.get(one.reported) ?? new Map<string, ClassLine>();
    lines.set(one.reported, ofAccount);
    const key = `${one.carrier}\t${one.class}`;
    const line = ofAccount.get(key) ?? { one, period: noSums(), year: noSums() };
    ofAccount.set(key, line);
    if (one.started >= first) {
      add(line.period, one);
      add(periodInAll, one);
    }
    if (one.started >= yearFirst) {
      add(line.year, one);
      add(yearInAll, one);
    }
  }
  const cells = (period: Sums, year: Sums): readonly Cell[] => [
    ...sumCells(period),
    year.pieces,
    totalOf(year),
  ];
  const places = new Map(accountOrder(memory).map((id, index) => [id, index]));
  const place = ({ reported }: Transaction): number => places.get(reported) ?? 0;
  const inOrder = [...lines.values()]
    .flatMap((ofAccount) => [...ofAccount.values()])
    .sort(
      ({ one: a }, { one: b }) =>
        place(a) - place(b) || compare(a.carrier, b.carrier) || compare(a.class, b.class),
    );
  return {
    rows: inOrder.map(({ one, period, year }) => [
      nameOf(one.reported),
      one.carrier,
      one.class,
      ...cells(period, year),
    ]),
    totals: ['Total', ...blanks(2), ...cells(periodInAll, yearInAll)],
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const accountList: Maker = ({ memory }) => ({
  rows: sortedAccounts(memory).map(({ id, code, active, description }) => [
    ...chainOf(memory, id)
      .map(({ name }) => name)
      .reverse(),
    ...blanks(3 - levelOf(memory, id)),
    code,
    active ? 'Active' : 'Inactive',
    description,
  ]),
});

/** An account that was asked for has its line also when nothing was charged to it. */
const accountSummary: Maker = (from) => {
  const { memory, settings } = from;
  const transactions = chosen(from);
  const groups = grouped(transactions, ({ reported }) => reported);
  const wanted = wantedAccounts(memory, settings);
  const parents = new Set<number | null>(memory.accounts.map(({ parent }) => parent));
  const isShown = (id: number | null): boolean =>
    groups.has(id) || ((wanted?.has(id) ?? false) && !parents.has(id));
  const nameOf = naming(memory);
  return {
    rows: accountOrder(memory)
      .filter(isShown)
      .map((id) => [nameOf(id), ...sumCells(sumOf(groups.get(id) ?? []))]),
    totals: ['Total', ...sumCells(sumOf(transactions))],
  };
};

const dailySnapshot: Maker = ({ memory, now }) => {
  const today = isoDay(now);
  const transactions = transactionsOf(memory, { from: today, to: today, accounts: null });
  const all = sumOf(transactions);
  return {
    rows: [...grouped(transactions, (one) => one.class)].map(([name, group]) => {
      const { pieces, postage, fees } = sumOf(group);
      const last = group.reduce((latest, { ended }) => Math.max(latest, ended), 0);
      return [memory.serial, secondOfDay(last), name, pieces, postage + fees];
    }),
    totals: ['Total', null, null, all.pieces, all.postage + all.fees],
  };
};

const quickProfile: Maker = (from) => {
  const { pieces, postage, fees, surcharge } = sumOf(chosen(from));
  return { rows: [['All accounts', pieces, postage + fees, surcharge]] };
};

const transactionLog: Maker = (from) => {
  const nameOf = naming(from.memory);
  const transactions = chosen(from);
  const all = sumOf(transactions);
  return {
    rows: transactions.map((one) => [
      one.id,
      nameOf(one.reported),
      one.pieces,
      one.postage + one.fees,
      one.surcharge,
      totalOf(one),
    ]),
    totals: ['Total', null, all.pieces, all.postage + all.fees, all.surcharge, totalOf(all)],
  };
};

const wholeSeconds = (instant: Millis): number => Math.floor(instant / 1000);

const transactionLogDetail: Maker = (from) => {
  const transactions = chosen(from);
  const dayOf = dayTexts();
  const [, ...money] = sumCells(sumOf(transactions));
  return {
    rows: transactions.map((one) => [
      dayOf(one.started),
      secondOfDay(one.started),
      secondOfDay(one.ended),
      wholeSeconds(one.ended) - wholeSeconds(one.started),
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
      transactions.reduce((sum, { weightGrams }) => sum + weightGrams, 0),
      transactions.reduce((sum, { pieces }) => sum + pieces, 0),
      ...money,
      null,
    ],
  };
};

/** Pieces and postage by weight band for each key; the fees of a class are the same for each piece. */
function weightBreak<Key>(
  from: ReportSources,
  keyOf: (transaction: Transaction) => Key,
  inOrder: (keys: readonly Key[]) => readonly Key[],
  nameOf: (key: Key) => string,
): Lines {
  const { weightBands } = from.profile;
  const bandsOf = new Map<Key, { pieces: number; postage: Pence }[]>();
  let [allPieces, allPostage] = [0, 0];
  for (const one of chosen(from)) {
    const key = keyOf(one);
    const sums = bandsOf.get(key) ?? weightBands.map(() => ({ pieces: 0, postage: 0 }));
    bandsOf.set(key, sums);
    for (const { band, pieces, postage } of one.bands) {
      const sum = sums[band];
      if (!sum) continue;
      const paid = postage + (one.fees / one.pieces) * pieces;
      sum.pieces += pieces;
      sum.postage += paid;
      allPieces += pieces;
      allPostage += paid;
    }
  }
  return {
    rows: inOrder([...bandsOf.keys()]).flatMap((key) =>
      (bandsOf.get(key) ?? []).flatMap(({ pieces, postage }, band) => {
        const weight = `${(weightBands[band - 1] ?? -1) + 1} - ${weightBands[band]} g`;
        return pieces === 0 ? [] : [[nameOf(key), weight, pieces, postage]];
      }),
    ),
    totals: ['Total', null, allPieces, allPostage],
  };
}

const byText =
  (keyOf: (transaction: Transaction) => string): Maker =>
  (from) =>
    weightBreak(
      from,
      keyOf,
      (keys) => keys.toSorted(compare),
      (key) => key,
    );

const makers: Readonly<Record<ReportName, Maker>> = {
  accountDetail,
  accountDetailByClass,
  accountList,
  accountSummary,
  dailySnapshot,
  quickProfile,
  transactionLog,
  transactionLogDetail,
  weightBreakByAccount: (from) =>
    weightBreak(
      from,
      ({ reported }) => reported,
      (keys) => {
        const charged = new Set(keys);
        return accountOrder(from.memory).filter((id) => charged.has(id));
      },
      naming(from.memory),
    ),
  weightBreakByCarrier: byText(({ carrier }) => carrier),
  weightBreakByJobId1: byText(({ jobId1 }) => jobId1),
};

/** A report as the display shows it and as every file holds it. */
export function reportTable(name: ReportName, from: ReportSources): Table {
  const { settings, title, memory } = from;
  const { accounts } = settings;
  const asks = reportAsks[name];
  return {
    title,
    notes: [
      ...(asks.includes('period')
        ? [`${cellText('date', settings.from)} - ${cellText('date', settings.to)}`]
        : [cellText('date', isoDay(from.now))]),
      ...(accounts === null || !asks.includes('accounts')
        ? []
        : [accounts.map(naming(memory)).filter(Boolean).join(', ') || '-']),
    ],
    columns: reportColumns[name],
    ...makers[name](from),
  };
}
