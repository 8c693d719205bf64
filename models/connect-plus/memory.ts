import type { Millis, Pence } from '#core';
import { factoryPostal, type PostalService } from '../data-centre/postal.ts';
import { factoryCore, type SecurityCore } from '../security-core/index.ts';
import type { Outbox, UploadedAccount } from './uploads.ts';

/** An account, sub account or sub sub account: the level follows from how many parents it has. */
export interface Account {
  readonly id: number;
  readonly parent: number | null;
  readonly name: string;
  readonly code: string;
  readonly description: string;
  readonly active: boolean;
  /** Four characters. Only a top-level account has one of its own; it holds for its whole chain. */
  readonly password: string | null;
}

export type Role = 'operator' | 'supervisor';

export interface User {
  readonly name: string;
  readonly role: Role;
  readonly password: string | null;
  readonly hint: string;
}

/** Pieces and postage of one weight band, by its place in the profile's list. */
export interface Band {
  readonly band: number;
  readonly pieces: number;
  readonly postage: Pence;
}

/** What was franked without a change of account, class, job or user: a batch, open or closed. */
export interface Batch {
  readonly account: number | null;
  readonly user: string | null;
  readonly carrier: string;
  readonly class: string;
  readonly jobId1: string;
  readonly jobId2: string;
  readonly started: Millis;
  readonly ended: Millis;
  readonly pieces: number;
  readonly weightGrams: number;
  readonly postage: Pence;
  readonly fees: Pence;
  readonly surcharge: Pence;
  readonly bands: readonly Band[];
}

/** A closed batch. */
export interface Transaction extends Batch {
  readonly id: number;
  /** How often it was moved to another account. */
  readonly revision: number;
  /** The account that reports show it on: a move shows once it is synchronised. */
  readonly reported: number | null;
  /** The newest revision that the accounting server has confirmed; -1 before the first upload. */
  readonly confirmed: number;
}

/** How the fiscal year is divided. */
export const divisions = [
  'none',
  'annual',
  'twice-yearly',
  'quarterly',
  'monthly',
  '4-4-5',
] as const;

export type Division = (typeof divisions)[number];

export interface ReportPeriod {
  /** First day of the fiscal year. */
  readonly month: number;
  readonly day: number;
  readonly division: Division;
}

/** What the transaction list is filtered by. Dates are `YYYY-MM-DD`, both included. */
export interface Filter {
  readonly from: string;
  readonly to: string;
  /** `null`: there is no criterion for accounts. */
  readonly accounts: readonly number[] | null;
}

export interface SavedFilter extends Filter {
  readonly name: string;
}

/** What a report is made of; what a report does not ask for is ignored. */
export interface ReportSettings {
  readonly from: string;
  readonly to: string;
  /** `null`: all accounts. */
  readonly accounts: readonly number[] | null;
}

export interface SavedReport {
  readonly name: string;
  readonly of: string;
  readonly settings: ReportSettings;
}

/** How the machine is refilled, and who did it. */
export interface Refilling {
  /** Below this Run Mail warns that postage is low; 0: never. */
  readonly warnBelow: Pence;
  /** The default refill amount. */
  readonly usual: Pence;
  /** Who asked for the postage that was asked for last; `null` where nobody logs in. */
  readonly askedBy: string | null;
  /** Who asked for the last refills, in the order of their receipts. */
  readonly performers: readonly (string | null)[];
}

/** All that the machine remembers without power. JSON; stored with its version. */
export interface Memory {
  readonly version: 2;
  /** What the meter calls itself in reports and uploads: its serial number. */
  readonly serial: string;
  readonly accounts: readonly Account[];
  readonly nextAccount: number;
  readonly accountCapacity: number;
  /** Names and codes that accounts had before they were deleted or renamed: never free again. */
  readonly retired: { readonly names: readonly string[]; readonly codes: readonly string[] };
  readonly users: readonly User[];
  readonly userLogins: boolean;
  readonly operatorPasswords: boolean;
  readonly accountPasswords: boolean;
  /** Accounts and transactions are managed on the PC of the accounting suite. */
  readonly businessManager: boolean;
  readonly registers: SecurityCore;
  readonly postal: PostalService;
  readonly refill: Refilling;
  /** The day (`YYYY-MM-DD`) on which it was last said at power-up that an inspection is due. */
  readonly inspectionSaid: string | null;
  /** Added to the postage of each piece that is charged to an account; no money of the meter's. */
  readonly surcharge: Pence;
  readonly batch: Batch | null;
  readonly transactions: readonly Transaction[];
  /** Accounts as the accounting server has confirmed them. */
  readonly uploadedAccounts: readonly UploadedAccount[];
  readonly outbox: Outbox | null;
  readonly uploads: number;
  readonly filter: Filter | null;
  readonly filters: readonly SavedFilter[];
  readonly reports: readonly SavedReport[];
  readonly period: ReportPeriod;
}

/** What a meter leaves the factory with, once it is installed. */
export interface FactorySettings {
  readonly serial: string;
  readonly credit: Pence;
  readonly rates: string;
  readonly software: string;
  readonly warnBelow: Pence;
  readonly usualRefill: Pence;
  readonly accountCapacity: number;
  readonly businessManager: boolean;
  readonly period: ReportPeriod;
}

export const factoryMemory = (settings: FactorySettings): Memory => ({
  version: 2,
  serial: settings.serial,
  accounts: [],
  nextAccount: 1,
  accountCapacity: settings.accountCapacity,
  retired: { names: [], codes: [] },
  users: [],
  userLogins: false,
  operatorPasswords: false,
  accountPasswords: false,
  businessManager: settings.businessManager,
  registers: factoryCore(settings.credit),
  postal: factoryPostal(settings.rates, settings.software),
  refill: {
    warnBelow: settings.warnBelow,
    usual: settings.usualRefill,
    askedBy: null,
    performers: [],
  },
  inspectionSaid: null,
  surcharge: 0,
  batch: null,
  transactions: [],
  uploadedAccounts: [],
  outbox: null,
  uploads: 0,
  filter: null,
  filters: [],
  reports: [],
  period: settings.period,
});
