import type { Account, Memory, Transaction } from './memory.ts';
import { closeBatch } from './transactions.ts';

/** An account as the accounting server is told of it: its password stays on the machine. */
export type UploadedAccount = Omit<Account, 'password'>;

/** A transaction as it stood when its upload began. */
export interface OutboxItem {
  readonly id: number;
  readonly revision: number;
  readonly account: number | null;
}

/**
 * An upload that is under way. It is kept until the server has confirmed it, so that after a lost
 * answer or a power cut the same message goes out again under the same key.
 */
export interface Outbox {
  readonly key: string;
  readonly items: readonly OutboxItem[];
  readonly accounts: readonly UploadedAccount[];
}

/** Transactions that the accounting server does not know, or knows on another account. */
export const waitingTransactions = (memory: Memory): readonly Transaction[] =>
  memory.transactions.filter(({ confirmed, revision }) => confirmed < revision);

const sameAccount = (a: UploadedAccount | undefined, b: UploadedAccount): boolean =>
  a !== undefined &&
  a.parent === b.parent &&
  a.name === b.name &&
  a.code === b.code &&
  a.description === b.description &&
  a.active === b.active;

type Accounts = Pick<Memory, 'accounts' | 'uploadedAccounts'>;

const waiting = new WeakMap<
  Accounts['accounts'],
  { readonly known: Accounts['uploadedAccounts']; readonly found: readonly UploadedAccount[] }
>();

/**
 * Accounts that the server does not know as they are, in the order in which they were made: the one
 * above comes before those below it. One that was deleted is inactive there: a server forgets none.
 */
export function waitingAccounts({ accounts, uploadedAccounts }: Accounts) {
  const before = waiting.get(accounts);
  if (before?.known === uploadedAccounts) return before.found;
  const known = new Map(uploadedAccounts.map((account) => [account.id, account]));
  const kept = new Set(accounts.map(({ id }) => id));
  const found: readonly UploadedAccount[] = [
    ...accounts
      .filter((account) => !sameAccount(known.get(account.id), account))
      .map(({ password: _password, ...account }) => account),
    ...uploadedAccounts
      .filter(({ id, active }) => active && !kept.has(id))
      .map((account) => ({ ...account, active: false })),
  ].sort((a, b) => a.id - b.id);
  waiting.set(accounts, { known: uploadedAccounts, found });
  return found;
}

/** True when there is something that the accounting server does not know. */
export const uploadWaits = (memory: Memory): boolean =>
  memory.outbox !== null ||
  memory.batch !== null ||
  waitingAccounts(memory).length > 0 ||
  waitingTransactions(memory).length > 0;

/** How many transactions and how many accounts of one message; more wait for the next one. */
export const uploadSize = 500;

/**
 * Ends the open batch, and puts what waits into the outbox unless a message is in it already.
 * Transactions wait until the server has been told of all accounts.
 */
export function beginUpload(memory: Memory): Memory {
  const closed = closeBatch(memory);
  if (closed.outbox) return closed;
  const accounts = waitingAccounts(closed);
  const transactions = accounts.length > uploadSize ? [] : waitingTransactions(closed);
  if (accounts.length === 0 && transactions.length === 0) return closed;
  return {
    ...closed,
    uploads: closed.uploads + 1,
    outbox: {
      key: `${closed.serial}-${closed.uploads + 1}`,
      items: transactions
        .slice(0, uploadSize)
        .map(({ id, revision, account }) => ({ id, revision, account })),
      accounts: accounts.slice(0, uploadSize),
    },
  };
}

/** The accounts that the server has, once it has those of the outbox too. */
function withUploaded({ uploadedAccounts, outbox }: Memory): readonly UploadedAccount[] {
  if (!outbox || outbox.accounts.length === 0) return uploadedAccounts;
  const known = new Map(uploadedAccounts.map((account) => [account.id, account]));
  for (const account of outbox.accounts) known.set(account.id, account);
  return [...known.values()];
}

/** The server knows these: reports now show them on the accounts that they were uploaded with. */
export function confirm(memory: Memory, items: readonly OutboxItem[]): Memory {
  const confirmed = new Map(items.map((item) => [item.id, item]));
  return {
    ...memory,
    outbox: null,
    uploadedAccounts: withUploaded(memory),
    transactions: memory.transactions.map((transaction) => {
      const item = confirmed.get(transaction.id);
      if (!item || item.revision <= transaction.confirmed) return transaction;
      return { ...transaction, confirmed: item.revision, reported: item.account };
    }),
  };
}
