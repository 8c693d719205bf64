import type { Account, Memory, Transaction } from './memory.ts';
import { closeBatch } from './transactions.ts';

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
  readonly accounts: readonly Omit<Account, 'password'>[];
}

/** Transactions that the accounting server does not know, or knows on another account. */
export const waitingTransactions = (memory: Memory): readonly Transaction[] =>
  memory.transactions.filter(({ confirmed, revision }) => confirmed < revision);

/** How many transactions of one message; more wait for the next one. */
export const uploadSize = 500;

/** Ends the open batch and puts what waits into the outbox, unless a message is in it already. */
export function beginUpload(memory: Memory): Memory {
  if (memory.outbox) return memory;
  const closed = closeBatch(memory);
  const waiting = waitingTransactions(closed).slice(0, uploadSize);
  if (waiting.length === 0) return closed;
  return {
    ...closed,
    uploads: closed.uploads + 1,
    outbox: {
      key: `${closed.serial}-${closed.uploads + 1}`,
      items: waiting.map(({ id, revision, account }) => ({ id, revision, account })),
      accounts: closed.accounts.map(({ password: _password, ...account }) => account),
    },
  };
}

/** The server knows these: reports now show them on the accounts that they were uploaded with. */
export function confirm(memory: Memory, items: readonly OutboxItem[]): Memory {
  const confirmed = new Map(items.map((item) => [item.id, item]));
  return {
    ...memory,
    outbox: null,
    transactions: memory.transactions.map((transaction) => {
      const item = confirmed.get(transaction.id);
      if (!item || item.revision <= transaction.confirmed) return transaction;
      return { ...transaction, confirmed: item.revision, reported: item.account };
    }),
  };
}
