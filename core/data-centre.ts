import type { PeerRequest } from './peer.ts';
import type { Pence } from './units.ts';

/** The registers of a meter as it reports them. Control total = ascending + descending. */
export interface RegisterReading {
  readonly ascending: Pence;
  readonly descending: Pence;
  readonly controlTotal: Pence;
  /** Pieces that bore postage. */
  readonly items: number;
  readonly zeroItems: number;
}

/** What the Data Centre sends to be installed. Each kind is one of the tasks of a synchronisation. */
export const packageKinds = ['rates', 'software', 'features', 'graphics'] as const;

export type PackageKind = (typeof packageKinds)[number];

/** A package as the Data Centre announces it: what arrives is checked against this. */
export interface PackageLabel {
  readonly kind: PackageKind;
  /** A version of rates or software, the name of a feature or of a graphic. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Of the whole package, in hexadecimal digits. */
  readonly sha256: string;
  /** In how many pieces it is fetched. */
  readonly pieces: number;
}

/** What a meter has installed: versions, and names. */
export interface Installed {
  readonly rates: string;
  readonly software: string;
  readonly features: readonly string[];
  readonly graphics: readonly string[];
}

/** How a meter opens a session, and how it ends one: who it is and how it stands. */
export interface MeterStanding {
  readonly registers: RegisterReading;
  /** The number of the last fund message that it has taken; 0 before the first. */
  readonly sequence: number;
  readonly installed: Installed;
}

export interface SessionRequest extends MeterStanding {
  readonly version: 1;
  /** The challenge of the meter's security core: the answer must bear it. */
  readonly nonce: string;
  /** `YYYY-MM-DDTHH:MM:SS` on the meter's own clock. */
  readonly clock: string;
}

/** The postage account that a meter is refilled from. */
export interface PostageAccount {
  /** The customer account number. */
  readonly number: string;
  /** Paid in before. */
  readonly prepaid: Pence;
  /** What may be drawn on credit (Purchase Power). */
  readonly credit: Pence;
}

export interface SessionAnswer {
  readonly version: 1;
  readonly nonce: string;
  readonly session: string;
  readonly account: PostageAccount;
  /** What is kept for this meter from the one that it replaces; `null` when nothing is. */
  readonly transfer: Pence | null;
  /** What should be installed, rates first. */
  readonly packages: readonly PackageLabel[];
  readonly diagnosticsWanted: boolean;
}

/** Where the postage of a fund message comes from. */
export type FundsSource = 'account' | 'replaced meter';

/** A meter asks for postage. Asked again under the same key, the same answer comes. */
export interface FundsRequest {
  readonly version: 1;
  readonly source: FundsSource;
  readonly amount: Pence;
  /** The number that this fund message will have: one more than the last. */
  readonly sequence: number;
  readonly ascending: Pence;
  readonly controlTotal: Pence;
}

/** Why the Data Centre does not give postage. */
export type FundsRefusal =
  | 'not enough funds'
  | 'registers differ'
  | 'withdrawn'
  | 'nothing to transfer';

export type FundsAnswer =
  | {
      readonly version: 1;
      readonly status: 'granted';
      readonly sequence: number;
      readonly amount: Pence;
      /** As the request had them: the meter compares them with its own. */
      readonly ascending: Pence;
      readonly controlTotal: Pence;
      readonly account: PostageAccount;
    }
  | {
      readonly version: 1;
      readonly status: 'refused';
      readonly reason: FundsRefusal;
      /** The amount that may be added. */
      readonly most: Pence;
      readonly account: PostageAccount;
    };

/** A meter that is replaced gives its postage back. It has none left as it says so. */
export interface WithdrawalRequest {
  readonly version: 1;
  readonly amount: Pence;
  /** The number of this fund message: one more than the last. */
  readonly sequence: number;
  readonly registers: RegisterReading;
}

export type WithdrawalRefusal = 'not replaced' | 'registers differ' | 'withdrawn';

export type WithdrawalAnswer =
  | {
      readonly version: 1;
      readonly status: 'taken';
      readonly sequence: number;
      readonly amount: Pence;
    }
  | { readonly version: 1; readonly status: 'refused'; readonly reason: WithdrawalRefusal };

/** The required postal inspection: the Data Centre reads the registers. */
export interface InspectionRequest {
  readonly version: 1;
  readonly registers: RegisterReading;
  readonly clock: string;
}

export type InspectionAnswer =
  | { readonly version: 1; readonly status: 'passed' }
  | { readonly version: 1; readonly status: 'refused'; readonly reason: 'registers differ' };

/** One piece of a package, counted from 0. */
export interface PieceAnswer {
  readonly version: 1;
  readonly kind: PackageKind;
  readonly id: string;
  readonly piece: number;
  /** Base64. */
  readonly data: string;
}

/** What the Data Centre collects to find out why a machine misbehaves. */
export interface DiagnosticsRequest {
  readonly version: 1;
  readonly clock: string;
  readonly installed: Installed;
  readonly registers: RegisterReading;
  /** Messages that this meter has sent since it was made. */
  readonly messages: number;
  /** Days since the last inspection. */
  readonly daysSinceInspection: number;
}

export interface DiagnosticsAnswer {
  readonly version: 1;
  readonly received: true;
}

/** The end of a session: how the meter stands now. */
export interface SessionEnd extends MeterStanding {
  readonly version: 1;
}

export interface SessionEnded {
  readonly version: 1;
  readonly ended: true;
}

/** Messages of a meter to the Data Centre, by what they are about. */
export type DataCentreTopic =
  | 'sessions'
  | 'funds'
  | 'withdrawals'
  | 'inspections'
  | 'diagnostics'
  | 'ends';

/** Where a meter sends what it has to say. */
export const dataCentrePath = (serial: string, topic: DataCentreTopic): string =>
  `/v1/meters/${encodeURIComponent(serial)}/${topic}`;

/** Where a piece of a package is fetched. */
export const piecePath = (serial: string, { kind, id }: PackageLabel, piece: number): string =>
  `/v1/meters/${encodeURIComponent(serial)}/packages/${kind}/${encodeURIComponent(id)}/${piece}`;

/** A message as it goes over the network. Sent again, it bears the same key. */
export const dataCentreMessage = (path: string, key: string, body: unknown): PeerRequest => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: JSON.stringify(body),
});

/** The question for a piece of a package. */
export const pieceQuestion = (path: string, key: string): PeerRequest => ({
  method: 'GET',
  path,
  headers: { 'idempotency-key': key },
});

/** What a rate package holds, as JSON: prices by class, in the order of the weight breaks. */
export interface RateTable {
  readonly version: 1;
  readonly id: string;
  /** `YYYY-MM-DD`: the first day on which they hold. */
  readonly effective: string;
  readonly prices: Readonly<
    Record<string, { readonly postage: readonly Pence[]; readonly fee: Pence }>
  >;
}
