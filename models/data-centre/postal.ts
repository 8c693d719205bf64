import type {
  FundsSource,
  Installed,
  Millis,
  PackageLabel,
  Pence,
  PostageAccount,
  RateTable,
} from '#core';
import type { SecurityCore } from '../security-core/index.ts';

/** Postage that was asked for. The same question is asked until it is answered. */
export interface PendingFunds {
  readonly key: string;
  readonly source: FundsSource;
  readonly amount: Pence;
  readonly ascending: Pence;
  readonly controlTotal: Pence;
}

/** Postage that has left the registers and is not yet known to have arrived. */
export interface PendingWithdrawal {
  readonly key: string;
  readonly amount: Pence;
}

/** A package of which pieces have come. It replaces nothing before it is whole and verified. */
export interface Download {
  readonly label: PackageLabel;
  /** Base64, in order. */
  readonly pieces: readonly string[];
}

/** One refill, as its receipt tells. */
export interface Receipt {
  readonly at: Millis;
  readonly source: FundsSource;
  readonly amount: Pence;
  readonly before: Pence;
  readonly after: Pence;
  readonly account: PostageAccount;
}

/** What a meter remembers of its Data Centre. JSON. */
export interface PostalService {
  /** Messages sent since the machine was made: their numbers make their keys. */
  readonly messages: number;
  readonly funds: PendingFunds | null;
  readonly withdrawal: PendingWithdrawal | null;
  readonly download: Download | null;
  readonly installed: Installed;
  /** The rates in force and those to come, by their first days. None before the first package. */
  readonly rates: readonly RateTable[];
  /** The last five refills, newest first. */
  readonly receipts: readonly Receipt[];
  /** The postage account as the Data Centre last told it. */
  readonly account: PostageAccount | null;
}

/** The part of a machine's memory that its Data Centre has to do with. */
export interface PostalMeter {
  readonly serial: string;
  readonly registers: SecurityCore;
  readonly postal: PostalService;
}

/** Receipts that are kept. Source: the refill summary of the machine covers the last five. */
export const receiptsKept = 5;

export const factoryPostal = (rates: string, software: string): PostalService => ({
  messages: 0,
  funds: null,
  withdrawal: null,
  download: null,
  installed: { rates, software, features: [], graphics: [] },
  rates: [],
  receipts: [],
  account: null,
});

/** The rates that hold on a day (`YYYY-MM-DD`); `undefined` while those of the factory do. */
export const ratesInForce = (
  { rates }: Pick<PostalService, 'rates'>,
  day: string,
): RateTable | undefined =>
  rates
    .filter(({ effective }) => effective <= day)
    .reduce<RateTable | undefined>(
      (newest, one) => (newest && newest.effective > one.effective ? newest : one),
      undefined,
    );
