import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type {
  Key,
  LedgerFigures,
  Millis,
  PeerAnswer,
  Pence,
  Press,
  Screen,
  ToldTransaction,
} from '#core';
import type { MachineIdentity } from './identity.ts';

/** What a bench may type where it is asked who it is: PINs by whose they are, passwords by user. */
export type Credentials = Readonly<Record<string, string | undefined>>;

/** What is known of the world around a meter when its specification is asked what may come next. */
export interface Surroundings {
  /** The files in the root of the stick as last seen; `undefined` when nobody looked. */
  readonly stickFiles: ReadonlyMap<string, Uint8Array> | undefined;
  /** What the meter itself has written to the stick since then: its name is the meter's choice. */
  readonly written: Uint8Array | undefined;
  /** The folders in a folder of the stick as last seen. */
  readonly folders?: (path: string) => readonly string[];
  /** All that the accounting server was told of a transaction, oldest first. */
  readonly told?: (transaction: number) => readonly ToldTransaction[];
  /** What the Data Centre has made of the message with this key; `undefined` where nobody knows. */
  readonly answerTo?: (key: string) => PeerAnswer | undefined;
  /** When the answers that are asked for would come. */
  readonly now?: Millis;
  /** The account list that the PC application hands out; `undefined` when there is none. */
  readonly remoteAccounts: readonly unknown[] | undefined;
}

/** How a machine was installed; what a machine does not have is ignored. */
export interface Installation {
  /** Four digits. */
  readonly supervisorPin?: string;
  /** Postage loaded. */
  readonly creditPence?: number;
  readonly serial?: string;
  /** How many accounts were bought. */
  readonly accountCapacity?: number;
  /** Accounts are managed by the accounting suite on a PC. */
  readonly businessManager?: boolean;
  /** The language of a machine that comes in several. */
  readonly language?: 'en' | 'fr-CA';
  /** The meter that this one takes the place of, on the desk too. */
  readonly replaced?: { readonly serial: string; readonly creditPence: number };
}

/** Machines of one family share a chart, and features are for a family. */
export const families = ['is400', 'connect-plus', 'onboarding'] as const;

/**
 * A machine as the specification of its panel. The emulator runs it, the bench plans and judges by
 * it; neither knows more of a machine than this.
 */
export interface Model extends MachineIdentity {
  /** The name that rig files use: `is-440`. */
  readonly name: string;
  readonly family: (typeof families)[number];
  readonly display: 'lcd' | 'touch';
  /** The languages of a machine that comes in several. */
  readonly languages?: readonly NonNullable<Installation['language']>[];
  readonly keys: readonly Key[];
  /** Where the chart takes its values from; the profile holds what differs between models. */
  readonly sources: { readonly profile: object };
  /** A chart of its own: two calls share nothing that changes. */
  chart(): AnyStateMachine;
  /** What a newly installed machine remembers. Errors: `FB_RIG_FILE` for what it cannot be. */
  factoryMemory(installation: Installation): unknown;
  /** Reads back what the machine itself has stored. */
  parseMemory(json: string): unknown;
  /** Looks whether a text from outside is memory of this machine; rejects and names the place. */
  checkMemory(json: string): Promise<void>;
  /** What the machine remembers now; the same object while nothing changed. */
  memoryOf(snapshot: AnyMachineSnapshot): unknown;
  /** The security cores in a memory: one for each meter. */
  ledgersOf(memory: unknown): readonly LedgerFigures[];
  /** What was franked between two states of the memory; `undefined` when nothing was. */
  imprintBetween(
    before: unknown,
    after: unknown,
  ): { readonly value: Pence; readonly item: number } | undefined;
  /**
   * What a press does where the machine stands, at this moment of its clock; `undefined` where there
   * is no such key, or nothing at that place.
   */
  eventOf(
    press: Press,
    snapshot: AnyMachineSnapshot,
    now: Millis,
  ): { readonly type: string } | undefined;
  feedEvent(now: Millis, grams: number): { readonly type: string };
  /** The accounting suite takes the accounts over, or gives them back; only where there is one. */
  businessManagerEvent?(now: Millis, on: boolean): { readonly type: string };
  /**
   * How people call a press on this screen: the name of a key, the text of what is touched. A
   * character of a secret field is a bullet.
   */
  nameOf(press: Press, screen: Screen): string;
  screenOf(snapshot: AnyMachineSnapshot): Screen;
  /** The names of the state and of all it lies in, outermost first. */
  pathOf(snapshot: AnyMachineSnapshot): readonly string[];
  /** Presses worth trying on the way to somewhere else: never one that types a wrong text. */
  movesOf(snapshot: AnyMachineSnapshot, credentials: Credentials): readonly Press[];
  /** Presses that type `text` into the field on the display; `undefined` when it cannot be typed. */
  keysFor(snapshot: AnyMachineSnapshot, text: string): readonly Press[] | undefined;
  /**
   * Presses that bring the row with this text under the cursor, or onto the touch screen;
   * `undefined` when there is none.
   */
  keysToRow(snapshot: AnyMachineSnapshot, text: string): readonly Press[] | undefined;
  /** What chooses that row once it is there. */
  keyToChoose(screen: Screen, text: string): Press | undefined;
  /** Where a plan may not lead through: nothing the machine remembers may change on the way. */
  sameData(before: AnyMachineSnapshot, after: AnyMachineSnapshot): boolean;
  /** What a plan depends on besides the data: two snapshots with the same text behave alike. */
  placeOf(snapshot: AnyMachineSnapshot): string;
  /** The names of the work that the chart has asked for and that has not been answered. */
  pendingOf(snapshot: AnyMachineSnapshot): readonly string[];
  /** The answers that the world may give to that work, the one that follows from it first. */
  outcomesOf(
    snapshot: AnyMachineSnapshot,
    surroundings: Surroundings,
    seen: Screen,
  ): Iterable<{ readonly type: string }>;
  /** What the answer to work on the stick has left on it, if it left anything. */
  writtenBy(
    snapshot: AnyMachineSnapshot,
    answer: { readonly type: string },
  ): Uint8Array | undefined;
}
