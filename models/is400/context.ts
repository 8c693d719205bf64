import type { Digit, Millis, Pence } from '#core';
import type { Call, DataCentreAnswer } from '../data-centre/index.ts';
import type { ImportResult } from './account-file.ts';
import { type ListCursor, listStart } from './list.ts';
import type { AccountMode, Memory } from './memory.ts';
import type { RemoteAccount } from './modes.ts';
import { emptyField, type Field } from './text-entry.ts';
import type { TextKey } from './texts.en-GB.ts';

/** Who works at the panel, and what their postage is charged to. */
export interface Session {
  readonly role: 'none' | 'user' | 'supervisor';
  readonly account: string | null;
  readonly operator: string | null;
}

/** What is being entered, until its summary is confirmed. */
export interface Draft {
  /** The account number or operator name that is edited; `null` while a new one is entered. */
  readonly of: string | null;
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
  readonly pin: string | null;
  readonly accounts: readonly string[];
  readonly mode: AccountMode;
  readonly file: string | null;
  /** Credit to be added; `null` before an amount was chosen. */
  readonly amount: Pence | null;
}

/** A message of the machine: text, the values in it, and a service code where one is documented. */
export interface Notice {
  readonly text: TextKey;
  readonly code: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** All that the chart knows. JSON: a snapshot can be stored, hashed, compared and restored. */
export interface Context {
  readonly memory: Memory;
  /** When the last thing that has to do with time happened, on the meter's clock. */
  readonly now: Millis;
  /** The call to the server that is under way, or the last one. */
  readonly call: Call | null;
  readonly session: Session;
  readonly list: ListCursor;
  readonly shortcut: string;
  readonly field: Field;
  readonly draft: Draft;
  readonly files: readonly string[];
  readonly imported: ImportResult | null;
  readonly notice: Notice | null;
  readonly postage: Pence;
  readonly beeps: number;
}

export const nobody: Session = { role: 'none', account: null, operator: null };

export const emptyDraft: Draft = {
  of: null,
  number: '',
  name: '',
  active: true,
  pin: null,
  accounts: [],
  mode: 'no-account',
  file: null,
  amount: null,
};

export const powerOnContext = (memory: Memory, now: Millis): Context => ({
  memory,
  now,
  call: null,
  session: nobody,
  list: listStart,
  shortcut: '',
  field: emptyField,
  draft: emptyDraft,
  files: [],
  imported: null,
  notice: null,
  postage: 0,
  beeps: 0,
});

/** Why work on the USB key came to nothing. */
export type StickFailure =
  | 'absent'
  | 'write-protected'
  | 'full'
  | 'unreadable'
  | 'exists'
  | 'pulled';

/**
 * What happens at a meter: keys, envelopes, and the answers to what it asked for. `at`: when; the
 * time of the last event that had one where it is left out.
 */
export type PanelEvent = { readonly at?: Millis } & (
  | { readonly type: 'OK' | 'C' | 'MENU' | 'HOME' | 'UP' | 'DOWN' | 'LEFT' | 'RIGHT' }
  | { readonly type: 'DIGIT'; readonly digit: Digit }
  | { readonly type: 'FEED' }
  | { readonly type: 'STICK.FILES'; readonly names: readonly string[] }
  | { readonly type: 'STICK.CONTENT'; readonly bytes: Uint8Array }
  | { readonly type: 'STICK.WRITTEN' }
  | { readonly type: 'STICK.FAILED'; readonly reason: StickFailure }
  | { readonly type: 'PC.ACCOUNTS'; readonly accounts: readonly RemoteAccount[] }
  | { readonly type: 'PC.FAILED' }
  | { readonly type: 'MIDNIGHT' }
  | DataCentreAnswer
);
