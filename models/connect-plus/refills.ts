import type { Pence } from '#core';
import type { Errand } from '../data-centre/index.ts';
import type { Memory } from './memory.ts';
import type { Profile } from './profile.ts';

/** Whether the machine lets this amount be refilled; the postage account is not asked yet. */
export const mayRefill = (amount: Pence, { refill }: Pick<Profile, 'refill'>): boolean =>
  amount >= refill.least && amount <= refill.most && amount % refill.step === 0;

/** The amount of the last refill; what came from a replaced meter was none. */
export const lastRefill = ({ postal }: Pick<Memory, 'postal'>): Pence | undefined =>
  postal.receipts.find(({ source }) => source === 'account')?.amount;

/** Whether the machine warns that its postage is low. */
export const fundsLow = ({ registers, refill }: Pick<Memory, 'registers' | 'refill'>): boolean =>
  registers.descending < refill.warnBelow;

/** Whether a call may bring postage, so that the open batch ends before it. */
export const mayBringPostage = ({ postal }: Pick<Memory, 'postal'>, { kind }: Errand): boolean =>
  postal.funds !== null || kind === 'refill' || kind === 'synchronisation';

/** Takes note of who asked for postage, and of who asked for what has come. */
export function notePerformer(before: Memory, after: Memory, user: string | null): Memory {
  const asks = before.postal.funds === null && after.postal.funds !== null;
  const askedBy = asks ? user : before.refill.askedBy;
  const came = after.postal.receipts[0] !== before.postal.receipts[0];
  const performers = came
    ? [askedBy, ...before.refill.performers].slice(0, after.postal.receipts.length)
    : before.refill.performers;
  return askedBy === before.refill.askedBy && !came
    ? after
    : { ...after, refill: { ...after.refill, askedBy, performers } };
}
