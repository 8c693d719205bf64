import type { PeerRequest } from './peer.ts';
import type { Pence } from './units.ts';

/** What the pieces of a transaction, of an account or of a whole meter add up to. */
export interface AccountingFigures {
  readonly pieces: number;
  readonly postage: Pence;
  readonly fees: Pence;
  readonly surcharge: Pence;
}

/** An account as a meter tells its accounting server. Passwords stay on the meter. */
export interface AccountingAccount {
  readonly id: number;
  /** The account above it; `null` at the top level. */
  readonly parent: number | null;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly active: boolean;
}

/**
 * A closed transaction as a meter tells its accounting server. Nothing of it ever changes but its
 * account, and `revision` counts the moves.
 */
export interface AccountingTransaction extends AccountingFigures {
  /** Unique on its meter, and never used again. */
  readonly id: number;
  readonly revision: number;
  /** The account that is charged; `null` where a meter works without accounts. */
  readonly account: number | null;
  /** Who was logged in; `null` where nobody logs in. */
  readonly user: string | null;
  readonly class: string;
  readonly carrier: string;
  readonly jobId1: string;
  readonly jobId2: string;
  /** The postage mode. */
  readonly mode: string;
  /** `YYYY-MM-DDTHH:MM:SS` on the meter's own clock, which may have been set back in between. */
  readonly started: string;
  readonly ended: string;
  readonly weightGrams: number;
}

/** What a meter uploads: accounts that are new or changed, and transactions. */
export interface AccountingUpload {
  readonly version: 1;
  readonly accounts: readonly AccountingAccount[];
  readonly transactions: readonly AccountingTransaction[];
}

/** The answer to an upload. */
export interface AccountingReceipt {
  readonly version: 1;
  /** Each transaction of the upload with the revision that the server now has. */
  readonly accepted: readonly { readonly id: number; readonly revision: number }[];
  /** All that the server knows of this meter, added up. */
  readonly totals: AccountingFigures;
}

/** What an accounting server knows of one meter. */
export interface MeterFigures {
  readonly version: 1;
  readonly serial: string;
  /** Each account with what was charged to itself, without the accounts below it. */
  readonly accounts: readonly (AccountingAccount & AccountingFigures)[];
  readonly withoutAccount: AccountingFigures;
  readonly totals: AccountingFigures;
}

/** Where the figures of a meter are read. */
export const accountingFiguresPath = (serial: string): string =>
  `/v1/meters/${encodeURIComponent(serial)}/accounts`;

/**
 * An upload as it goes over the network. A meter that does not know whether it was carried out
 * sends the same again, under the same key.
 */
export const accountingUpload = (
  serial: string,
  key: string,
  upload: AccountingUpload,
): PeerRequest => ({
  method: 'POST',
  path: `/v1/meters/${encodeURIComponent(serial)}/uploads`,
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: JSON.stringify(upload),
});
