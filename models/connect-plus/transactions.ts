import { type Millis, oneDay, type Pence } from '#core';
import { imprint } from '../registers.ts';
import type { Band, Batch, Filter, Memory, Transaction } from './memory.ts';
import type { MailClass, Profile } from './profile.ts';
import { spanOf } from './report-sums.ts';

/** What a batch is about: a change of any of these begins another one. */
export type Job = Pick<Batch, 'account' | 'user' | 'carrier' | 'class' | 'jobId1' | 'jobId2'>;

/** One piece of mail: its weight, and what it costs. */
export interface Piece {
  readonly grams: number;
  readonly band: number;
  readonly postage: Pence;
  readonly fees: Pence;
}

/** The price of a piece in a class; `undefined` when it is too heavy for it. */
export function priceOf(mailClass: MailClass, grams: number, profile: Profile): Piece | undefined {
  const band = profile.weightBands.findIndex((most) => grams <= most);
  const postage = mailClass.postage[band];
  return band < 0 || postage === undefined
    ? undefined
    : { grams, band, postage, fees: mailClass.fee };
}

const dayOf = (instant: Millis): number => Math.floor(instant / oneDay);

const sameJob = (a: Job, b: Job): boolean =>
  a.account === b.account &&
  a.user === b.user &&
  a.carrier === b.carrier &&
  a.class === b.class &&
  a.jobId1 === b.jobId1 &&
  a.jobId2 === b.jobId2;

function withPiece(bands: readonly Band[], { band, postage }: Piece): readonly Band[] {
  const same = bands.find((one) => one.band === band) ?? { band, pieces: 0, postage: 0 };
  const more = { band, pieces: same.pieces + 1, postage: same.postage + postage };
  return [...bands.filter((one) => one.band !== band), more].sort((a, b) => a.band - b.band);
}

/** The batch that is open becomes a transaction. */
export function closeBatch(memory: Memory): Memory {
  const { batch, transactions } = memory;
  if (!batch) return memory;
  const closed: Transaction = {
    id: (transactions.at(-1)?.id ?? 0) + 1,
    revision: 0,
    reported: batch.account,
    confirmed: -1,
    ...batch,
  };
  return { ...memory, batch: null, transactions: [...transactions, closed] };
}

/** A batch ends at midnight. */
export const closeAtMidnight = (memory: Memory, now: Millis): Memory =>
  memory.batch && dayOf(memory.batch.started) !== dayOf(now) ? closeBatch(memory) : memory;

/** A batch ends where the next piece belongs to another job. */
export const closeForJob = (memory: Memory, job: Job): Memory =>
  memory.batch && !sameJob(memory.batch, job) ? closeBatch(memory) : memory;

/** One piece franked: the registers and the batch move together. */
export function frank(memory: Memory, job: Job, piece: Piece, now: Millis): Memory {
  const before = closeForJob(closeAtMidnight(memory, now), job);
  const surcharge = job.account === null ? 0 : before.surcharge;
  const batch = before.batch ?? {
    ...job,
    started: now,
    ended: now,
    pieces: 0,
    weightGrams: 0,
    postage: 0,
    fees: 0,
    surcharge: 0,
    bands: [],
  };
  return {
    ...before,
    registers: imprint(before.registers, piece.postage + piece.fees),
    batch: {
      ...batch,
      ended: now,
      pieces: batch.pieces + 1,
      weightGrams: batch.weightGrams + piece.grams,
      postage: batch.postage + piece.postage,
      fees: batch.fees + piece.fees,
      surcharge: batch.surcharge + surcharge,
      bands: withPiece(batch.bands, piece),
    },
  };
}

export const findTransaction = (memory: Memory, id: number | null): Transaction | undefined =>
  memory.transactions.find((transaction) => transaction.id === id);

/** The transactions that a filter lets through, in the order in which they were made. */
export function filteredTransactions(
  { transactions }: Memory,
  { from, to, accounts }: Filter,
): readonly Transaction[] {
  const wanted = accounts && new Set<number | null>(accounts);
  const { first, end } = spanOf({ from, to });
  return transactions.filter(
    ({ started, account }) => first <= started && started < end && (!wanted || wanted.has(account)),
  );
}

/** Puts a transaction on another account; reports show it there once it is synchronised. */
export const moveTransaction = (memory: Memory, id: number, account: number): Memory => ({
  ...memory,
  transactions: memory.transactions.map((transaction) =>
    transaction.id === id
      ? { ...transaction, account, revision: transaction.revision + 1 }
      : transaction,
  ),
});

/** What batches and transactions cost the meter is what its ascending register holds. */
export function usageTiesToRegisters(memory: Memory): boolean {
  const work: readonly Batch[] = [...memory.transactions, ...(memory.batch ? [memory.batch] : [])];
  const cost = work.reduce((sum, { postage, fees }) => sum + postage + fees, 0);
  return cost === memory.registers.ascending;
}
