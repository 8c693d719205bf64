import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Key, Pence, Screen } from '#core';

/** PINs that a bench may type, by whose they are: `supervisor`, `shared`, `operator`, `account`. */
export type Credentials = Readonly<Record<string, string | undefined>>;

/** What is known of the world around a meter when its specification is asked what may come next. */
export interface Surroundings {
  /** The files in the root of the stick as last seen; `undefined` when nobody looked. */
  readonly stickFiles: ReadonlyMap<string, Uint8Array> | undefined;
  /** What the meter itself has written to the stick since then: its name is the meter's choice. */
  readonly written: Uint8Array | undefined;
  /** The account list that the PC application hands out; `undefined` when there is none. */
  readonly remoteAccounts: readonly unknown[] | undefined;
}

/**
 * A machine as the specification of its panel. The emulator runs it, the bench plans and judges by
 * it; neither knows more of a machine than this.
 */
export interface Model {
  /** The name that rig files use: `is-440`. */
  readonly name: string;
  readonly maker: string;
  readonly designation: string;
  readonly keys: readonly Key[];
  /** A chart of its own: two calls share nothing that changes. */
  chart(): AnyStateMachine;
  /** What a newly installed machine remembers. */
  factoryMemory(settings: {
    readonly supervisorPin: string;
    readonly creditPence?: number;
  }): unknown;
  /** Reads back what the machine itself has stored. */
  parseMemory(json: string): unknown;
  /** Looks whether a text from outside is memory of this machine; rejects and names the place. */
  checkMemory(json: string): Promise<void>;
  /** What the machine remembers now; the same object while nothing changed. */
  memoryOf(snapshot: AnyMachineSnapshot): unknown;
  /** What was franked between two states of the memory; `undefined` when nothing was. */
  imprintBetween(
    before: unknown,
    after: unknown,
  ): { readonly value: Pence; readonly item: number } | undefined;
  eventOf(key: Key): { readonly type: string };
  readonly feedEvent: { readonly type: string };
  screenOf(snapshot: AnyMachineSnapshot): Screen;
  /** The names of the state and of all it lies in, outermost first. */
  pathOf(snapshot: AnyMachineSnapshot): readonly string[];
  /** Keys worth pressing on the way to somewhere else: never one that types a wrong text. */
  movesOf(snapshot: AnyMachineSnapshot, credentials: Credentials): readonly Key[];
  /** Keys that type `text` into the field on the display; `undefined` when it cannot be typed. */
  keysFor(snapshot: AnyMachineSnapshot, text: string): readonly Key[] | undefined;
  /** Arrow keys that put the cursor on the row with this text; `undefined` when there is none. */
  keysToRow(snapshot: AnyMachineSnapshot, text: string): readonly Key[] | undefined;
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
