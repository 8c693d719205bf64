import { type Cell, dayStart, type Millis, oneDay, type Pence } from '#core';
import { chainOf, fullName, sortedAccounts } from './accounts.ts';
import type { Memory, ReportSettings, Transaction } from './memory.ts';

export interface Sums {
  readonly pieces: number;
  readonly postage: Pence;
  readonly fees: Pence;
  readonly surcharge: Pence;
}

/** Sums that grow as a report is made. */
export type Adding = { -readonly [Part in keyof Sums]: Sums[Part] };

export const noSums = (): Adding => ({ pieces: 0, postage: 0, fees: 0, surcharge: 0 });

export function add(to: Adding, { pieces, postage, fees, surcharge }: Sums): void {
  to.pieces += pieces;
  to.postage += postage;
  to.fees += fees;
  to.surcharge += surcharge;
}

export function sumOf(all: Iterable<Sums>): Sums {
  const sum = noSums();
  for (const one of all) add(sum, one);
  return sum;
}

/** What an account is charged: the money of the meter and the surcharge on top of it. */
export const totalOf = ({ postage, fees, surcharge }: Sums): Pence => postage + fees + surcharge;

/** Pieces, postage, fees, surcharge and total. */
export const sumCells = (sums: Sums): readonly Cell[] => [
  sums.pieces,
  sums.postage,
  sums.fees,
  sums.surcharge,
  totalOf(sums),
];

/** The instants from the first of these days to the end of the last; where there is none, no instant. */
export function spanOf({ from, to }: Pick<ReportSettings, 'from' | 'to'>) {
  const last = dayStart(to);
  return { first: dayStart(from) ?? 0, end: last === undefined ? 0 : last + oneDay };
}

/** The accounts that a report is about, those below the chosen ones too; `undefined`: all. */
export function wantedAccounts(
  memory: Memory,
  { accounts }: ReportSettings,
): ReadonlySet<number | null> | undefined {
  if (accounts === null) return undefined;
  const picked = new Set(accounts);
  const belongs = (id: number) => chainOf(memory, id).some((above) => picked.has(above.id));
  return new Set(memory.accounts.map(({ id }) => id).filter(belongs));
}

/** The days of a transaction are those of its first piece: a batch ends at midnight. */
export function transactionsOf(
  memory: Memory,
  settings: ReportSettings,
  { first, end }: { readonly first: Millis; readonly end: Millis } = spanOf(settings),
): readonly Transaction[] {
  const wanted = wantedAccounts(memory, settings);
  return memory.transactions.filter(
    ({ started, reported }) =>
      started >= first && started < end && (wanted === undefined || wanted.has(reported)),
  );
}

/** What belongs to each key, the keys in the order in which they come first. */
export function grouped<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Names of accounts, each looked up once. */
export function naming(memory: Memory): (id: number | null) => string {
  const known = new Map<number | null, string>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const name = id === null ? 'No account' : fullName(memory, id);
    known.set(id, name);
    return name;
  };
}

/** All accounts in the order of lists, and after them mail that was charged to none. */
export const accountOrder = (memory: Memory): readonly (number | null)[] => [
  ...sortedAccounts(memory).map(({ id }) => id),
  null,
];

export const blanks = (howMany: number): readonly Cell[] => Array<Cell>(howMany).fill(null);
