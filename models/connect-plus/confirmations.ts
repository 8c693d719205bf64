import type { Memory, Transaction } from './memory.ts';
import { type OutboxItem, waitingTransactions } from './uploads.ts';

/** What the accounting server was told of a transaction, oldest first; `undefined`: nobody can say. */
export type Told = ((transaction: number) => readonly Omit<OutboxItem, 'id'>[]) | undefined;

/** More ways than these are not looked at. */
const mostWays = 256;

/**
 * Everything that the server may have confirmed by now, likeliest first: all that it was told, then
 * less, since the answer to a message may be lost or still on its way. What shows on the same account
 * either way is confirmed in all of them.
 */
export function* confirmationsOf(memory: Memory, told: Told): Generator<readonly OutboxItem[]> {
  const choices = waitingTransactions(memory)
    .map((transaction) => choicesFor(transaction, told))
    .filter((one) => one.length > 0);
  let ways = 0;
  for (const items of combinations(choices)) {
    if (items.length > 0) yield items;
    ways += 1;
    if (ways === mostWays) return;
  }
}

/** The revisions of a transaction that may be confirmed, newest first; `undefined`: none is. */
function choicesFor(
  { id, revision, account, confirmed, reported }: Transaction,
  told: Told,
): readonly (OutboxItem | undefined)[] {
  const now = { id, revision, account };
  const known = (told?.(id) ?? [now])
    .filter((one) => one.revision > confirmed && one.revision <= revision)
    .map((one) => (one.revision === revision ? now : { ...one, id }))
    .sort((a, b) => b.revision - a.revision);
  const shows = known.some((one) => one.account !== reported);
  return shows ? [...known, undefined] : known.slice(0, 1);
}

function* combinations(
  [first, ...rest]: readonly (readonly (OutboxItem | undefined)[])[],
  chosen: readonly OutboxItem[] = [],
): Generator<readonly OutboxItem[]> {
  if (!first) return yield chosen;
  for (const one of first) yield* combinations(rest, one ? [...chosen, one] : chosen);
}
