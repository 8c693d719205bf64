import type { Millis, Pence } from '#core';
import type { Call, DataCentreAnswer } from '../data-centre/index.ts';
import type { Notice, OnScreen } from '../touch/panel.ts';
import type { Tap } from '../touch/tap.ts';
import type { Filter, Memory, ReportSettings, Role } from './memory.ts';
import type { ReportName } from './report-columns.ts';
import type { TextKey } from './texts.en-GB.ts';
import { closeBatch } from './transactions.ts';
import type { OutboxItem } from './uploads.ts';

/** An account that is being entered or changed. */
export interface AccountDraft {
  readonly of: number | null;
  readonly parent: number | null;
  readonly name: string;
  readonly code: string;
  readonly description: string;
  readonly active: boolean;
  readonly password: string | null;
}

export interface UserDraft {
  readonly of: string | null;
  readonly name: string;
  readonly password: string | null;
  readonly role: Role;
  readonly hint: string;
}

export const fileTypes = ['csv', 'xls', 'pdf'] as const;

export type FileType = (typeof fileTypes)[number];

/** A report that is being viewed or exported. */
export interface ReportDraft {
  readonly name: ReportName;
  /** The name it was saved under; `null` for a standard report. */
  readonly saved: string | null;
  readonly settings: ReportSettings;
  /** Whether it is on the display: where Cancel on its menu of actions leads back to. */
  readonly viewed: boolean;
  readonly fileName: string;
  /** The folder on the USB drive: '' is its root, `null` nothing chosen yet. */
  readonly folder: string | null;
  readonly fileType: FileType;
}

/** What Run Mail is set to. */
export interface Mailing {
  readonly account: number | null;
  /** The place of the class in the profile's list. */
  readonly class: number;
  readonly jobId1: string;
  readonly jobId2: string;
  readonly grams: number;
  readonly lastPostage: Pence;
}

/** All that the chart knows. JSON: a snapshot can be stored, hashed, compared and restored. */
export interface Context extends OnScreen {
  readonly memory: Memory;
  /** When the last thing happened, on the meter's clock. */
  readonly now: Millis;
  /** The call to the Data Centre that is under way, or the last one. */
  readonly call: Call | null;
  readonly user: string | null;
  /** The first entry of a password that is asked for twice. */
  readonly first: string | null;
  readonly notice: Notice<TextKey> | null;
  readonly mailing: Mailing;
  readonly account: AccountDraft;
  readonly userDraft: UserDraft;
  readonly filter: Filter;
  readonly criterion: 'date' | 'account';
  /** The transaction that is selected, and the account it should go to. */
  readonly transaction: number | null;
  readonly target: number | null;
  readonly report: ReportDraft;
  /** What is about to be refilled. */
  readonly refillAmount: Pence;
  /** The folder of the USB drive that is open ('' is its root), the folders in it, and the marked one. */
  readonly path: string;
  readonly folders: readonly string[];
  readonly place: string;
}

export const emptyAccount: AccountDraft = {
  of: null,
  parent: null,
  name: '',
  code: '',
  description: '',
  active: true,
  password: null,
};

export const emptyUser: UserDraft = {
  of: null,
  name: '',
  password: null,
  role: 'operator',
  hint: '',
};

export const idleMailing: Mailing = {
  account: null,
  class: 0,
  jobId1: '',
  jobId2: '',
  grams: 0,
  lastPostage: 0,
};

const noDays = { from: '', to: '', accounts: null };

export const emptyReport: ReportDraft = {
  name: 'accountDetail',
  saved: null,
  settings: noDays,
  viewed: false,
  fileName: '',
  folder: null,
  fileType: 'csv',
};

/** A batch that was open when the power went is a transaction when it comes back. */
export const powerOnContext = (memory: Memory, now: Millis): Context => ({
  memory: closeBatch(memory),
  now,
  call: null,
  user: null,
  top: 0,
  field: { value: '', mode: 'lower' },
  first: null,
  notice: null,
  mailing: idleMailing,
  account: emptyAccount,
  userDraft: emptyUser,
  filter: noDays,
  criterion: 'date',
  transaction: null,
  target: null,
  report: emptyReport,
  refillAmount: 0,
  path: '',
  folders: [],
  place: '',
  beeps: 0,
});

/** Why work on the USB drive came to nothing. */
export type StickFailure =
  | 'absent'
  | 'write-protected'
  | 'full'
  | 'unreadable'
  | 'exists'
  | 'missing'
  | 'pulled';

/** What happens at a meter: taps, mail, and the answers to what it asked for. `at`: when. */
export type PanelEvent = { readonly at: Millis } & (
  | Tap<TextKey>
  | { readonly type: 'FEED'; readonly grams: number }
  | { readonly type: 'BUSINESS_MANAGER'; readonly on: boolean }
  | { readonly type: 'MIDNIGHT' }
  | { readonly type: 'STICK.FOLDERS'; readonly names: readonly string[] }
  | { readonly type: 'STICK.WRITTEN' }
  | { readonly type: 'STICK.FAILED'; readonly reason: StickFailure }
  | { readonly type: 'REPORT.TOO_LONG'; readonly rows: number; readonly most: number }
  | { readonly type: 'PRINTER.DONE' }
  | { readonly type: 'PRINTER.FAILED' }
  | { readonly type: 'UPLOAD.BEGUN' }
  | { readonly type: 'UPLOAD.CONFIRMED'; readonly items: readonly OutboxItem[] }
  | DataCentreAnswer
);
