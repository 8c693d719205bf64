import type { Account, Memory, Transaction } from './memory.ts';
import type { Profile } from './profile.ts';

/** What is entered of an account before it is made or changed. */
export interface AccountEntry {
  readonly parent: number | null;
  readonly name: string;
  readonly code: string;
  readonly description: string;
  readonly active: boolean;
  readonly password: string | null;
}

const indexes = new WeakMap<readonly Account[], ReadonlyMap<number, Account>>();

function indexOf(accounts: readonly Account[]): ReadonlyMap<number, Account> {
  const known = indexes.get(accounts);
  if (known) return known;
  const index = new Map(accounts.map((account) => [account.id, account]));
  indexes.set(accounts, index);
  return index;
}

export const findAccount = (memory: Memory, id: number | null): Account | undefined =>
  id === null ? undefined : indexOf(memory.accounts).get(id);

export const childrenOf = (memory: Memory, id: number): readonly Account[] =>
  memory.accounts.filter((account) => account.parent === id);

/** The account, then its parent, and so on up to the top level. */
export function chainOf(memory: Memory, id: number | null): readonly Account[] {
  const account = findAccount(memory, id);
  return account ? [account, ...chainOf(memory, account.parent)] : [];
}

/** The account and all below it. */
export const familyOf = (memory: Memory, id: number): readonly Account[] => {
  const account = findAccount(memory, id);
  if (!account) return [];
  return [account, ...childrenOf(memory, id).flatMap((child) => familyOf(memory, child.id))];
};

/** 1 for an account, 2 for a sub account, 3 for a sub sub account. */
export const levelOf = (memory: Memory, id: number): number => chainOf(memory, id).length;

/** "Marketing > Events > Spring": how an account is named where its parents matter. */
export const fullName = (memory: Memory, id: number | null): string =>
  chainOf(memory, id)
    .map(({ name }) => name)
    .reverse()
    .join(' > ');

/** All accounts, each followed by those below it; siblings by name. */
export function sortedAccounts(memory: Memory): readonly Account[] {
  const children = new Map<number | null, Account[]>();
  for (const account of memory.accounts) {
    const siblings = children.get(account.parent);
    if (siblings) siblings.push(account);
    else children.set(account.parent, [account]);
  }
  const below = (parent: number | null): readonly Account[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((account) => [account, ...below(account.id)]);
  return below(null);
}

/** Only the lowest level of a chain is charged, and only while the whole chain is active. */
export const isChargeable = (memory: Memory, id: number): boolean =>
  findAccount(memory, id) !== undefined &&
  childrenOf(memory, id).length === 0 &&
  chainOf(memory, id).every(({ active }) => active);

/** The accounts that mail can be charged to, in the order of lists. */
export function chargeableAccounts(memory: Memory): readonly Account[] {
  const parents = new Set(memory.accounts.map(({ parent }) => parent));
  return sortedAccounts(memory).filter(
    ({ id }) => !parents.has(id) && chainOf(memory, id).every(({ active }) => active),
  );
}

/** A code or name that was ever used stays taken: by inactive, deleted and renamed accounts too. */
export const codeTaken = (memory: Memory, code: string, except: number | null): boolean =>
  memory.retired.codes.includes(code) ||
  memory.accounts.some((account) => account.code === code && account.id !== except);

export const nameTaken = (memory: Memory, name: string, except: number | null): boolean =>
  memory.retired.names.includes(name) ||
  memory.accounts.some((account) => account.name === name && account.id !== except);

export const accountsFull = (memory: Memory): boolean =>
  memory.accounts.length >= memory.accountCapacity;

const charged = new WeakMap<readonly Transaction[], ReadonlySet<number | null>>();

/** Accounts that a transaction is or was on. */
function chargedBy(transactions: readonly Transaction[]): ReadonlySet<number | null> {
  const known = charged.get(transactions);
  if (known) return known;
  const accounts = new Set(transactions.flatMap(({ account, reported }) => [account, reported]));
  charged.set(transactions, accounts);
  return accounts;
}

/** True once mail was charged to the account: from then on only its status can change. */
export const hasTransactions = (memory: Memory, id: number): boolean =>
  memory.batch?.account === id || chargedBy(memory.transactions).has(id);

/** Whether accounts can be added below one: not below the lowest level, nor where mail is charged. */
export const mayHaveSubAccounts = (memory: Memory, id: number, profile: Profile): boolean =>
  levelOf(memory, id) < profile.accountLevels && !hasTransactions(memory, id);

export const parentCandidates = (memory: Memory, profile: Profile): readonly Account[] =>
  sortedAccounts(memory).filter(({ id }) => mayHaveSubAccounts(memory, id, profile));

/** Name, code and description, and deleting: only before the first transaction. */
export const mayRewrite = (memory: Memory, id: number): boolean => !hasTransactions(memory, id);

export const mayDelete = (memory: Memory, id: number): boolean =>
  familyOf(memory, id).every((account) => mayRewrite(memory, account.id));

/** The password of an account: that of its top level, for there is one in a chain. */
export const passwordOf = (memory: Memory, id: number | null): string | null =>
  memory.accountPasswords ? (chainOf(memory, id).at(-1)?.password ?? null) : null;

export const addAccount = (memory: Memory, entry: AccountEntry): Memory => ({
  ...memory,
  accounts: [...memory.accounts, { id: memory.nextAccount, ...entry }],
  nextAccount: memory.nextAccount + 1,
});

/**
 * Changes an account; a new status goes down to all below it where `cascade` says so. A name or code
 * that it gives up stays taken.
 */
export function editAccount(
  memory: Memory,
  id: number,
  entry: AccountEntry,
  cascade: boolean,
): Memory {
  const below = new Set(cascade ? familyOf(memory, id).map((account) => account.id) : []);
  const before = findAccount(memory, id);
  const { names, codes } = memory.retired;
  return {
    ...memory,
    retired: {
      names: before && before.name !== entry.name ? [...names, before.name] : names,
      codes: before && before.code !== entry.code ? [...codes, before.code] : codes,
    },
    accounts: memory.accounts.map((account) => {
      if (account.id === id) return { id, ...entry };
      return below.has(account.id) ? { ...account, active: entry.active } : account;
    }),
  };
}

/** Takes an account away with all below it. Their names and codes stay taken. */
export function deleteAccount(memory: Memory, id: number): Memory {
  const gone = familyOf(memory, id);
  const ids = new Set(gone.map((account) => account.id));
  return {
    ...memory,
    accounts: memory.accounts.filter((account) => !ids.has(account.id)),
    retired: {
      names: [...memory.retired.names, ...gone.map(({ name }) => name)],
      codes: [...memory.retired.codes, ...gone.map(({ code }) => code)],
    },
  };
}
