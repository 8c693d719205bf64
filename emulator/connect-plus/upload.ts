import { type AccountingUpload, accountingUpload, isoTime, type PeerRequest } from '#core';
import type { connectPlus } from '#models';

/** The message in the outbox, as it goes over the network: the same each time it is sent. */
export function uploadOf(memory: connectPlus.Memory): PeerRequest | undefined {
  const { outbox, transactions, serial } = memory;
  if (!outbox) return undefined;
  const byId = new Map(transactions.map((transaction) => [transaction.id, transaction]));
  const upload: AccountingUpload = {
    version: 1,
    accounts: outbox.accounts,
    transactions: outbox.items.flatMap(({ id, revision, account }) => {
      const transaction = byId.get(id);
      if (!transaction) return [];
      const { user, carrier, jobId1, jobId2, pieces, weightGrams, postage, fees, surcharge } =
        transaction;
      return {
        id,
        revision,
        account,
        user,
        carrier,
        class: transaction.class,
        jobId1,
        jobId2,
        mode: 'Postage',
        started: isoTime(transaction.started),
        ended: isoTime(transaction.ended),
        pieces,
        weightGrams,
        postage,
        fees,
        surcharge,
      };
    }),
  };
  return accountingUpload(serial, outbox.key, upload);
}

/** The items of the outbox that an answer confirms; `undefined` for an answer that makes no sense. */
export function confirmedBy(
  body: string,
  outbox: NonNullable<connectPlus.Memory['outbox']>,
): NonNullable<connectPlus.Memory['outbox']>['items'] | undefined {
  let receipt: unknown;
  try {
    receipt = JSON.parse(body);
  } catch {
    return undefined;
  }
  const accepted = (receipt as { readonly accepted?: unknown } | null)?.accepted;
  if (!Array.isArray(accepted)) return undefined;
  const revisions = new Map(
    accepted.map((one: { id?: unknown; revision?: unknown }) => [one?.id, one?.revision]),
  );
  const confirmed = outbox.items.filter(({ id, revision }) => {
    const held = revisions.get(id);
    return typeof held === 'number' && held >= revision;
  });
  return confirmed.length === outbox.items.length ? confirmed : undefined;
}
