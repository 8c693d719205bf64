import type { Frame, Identity, Imprint, LedgerFigures, Millis, StickPlace } from '#core';

/** What a rig controller says of itself and its meter (`*IDN?`). */
export type Who = Omit<Identity, 'emulated'>;

/** A folder of the stick, as `MMEMory:CATalog?` lists it. Sizes are in bytes. */
export interface Catalog {
  readonly used: number;
  readonly free: number;
  readonly entries: readonly CatalogEntry[];
}

export interface CatalogEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly size: number;
}

/** The display clock of a meter; `second` has a fraction of milliseconds where it is known. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type None = Record<never, never>;

interface Does<Params, Answer = undefined> {
  readonly params: Params;
  readonly answer: Answer;
}

/**
 * Everything that a rig controller can be told, whatever the carrier: what each operation takes and
 * what it answers. SCPI and the web socket write the same operations in their own way.
 */
export interface Operations {
  identify: Does<None, Who>;
  /** Power-cycles the meter; non-volatile memory stays. */
  restart: Does<None>;
  /** The names as the link says them: `KEYPad`, `STICk`, … Names not known here are kept. */
  capabilities: Does<None, readonly string[]>;
  press: Does<{ readonly seq: number; readonly key: string }>;
  touch: Does<{ readonly seq: number; readonly x: number; readonly y: number }>;
  /** The last sequence number that was carried out. */
  sequence: Does<None, number>;
  resetSequence: Does<None>;
  frameNumber: Does<None, number>;
  screen: Does<None, Frame>;
  /** Answers with the frame number once it exceeds `frame`, or when `ms` are over. */
  wait: Does<{ readonly frame: number; readonly ms: Millis }, number>;
  /** The display as a PNG. */
  picture: Does<None, Uint8Array>;
  switchPower: Does<{ readonly on: boolean }>;
  powered: Does<None, boolean>;
  plugStick: Does<{ readonly place: StickPlace }>;
  stickPlace: Does<None, StickPlace>;
  catalog: Does<{ readonly folder?: string }, Catalog>;
  readFile: Does<{ readonly path: string }, Uint8Array>;
  writeFile: Does<{ readonly path: string; readonly bytes: Uint8Array }>;
  deleteFile: Does<{ readonly path: string }>;
  plugNetwork: Does<{ readonly on: boolean }>;
  plugPrinter: Does<{ readonly on: boolean }>;
  feed: Does<{ readonly grams?: number }>;
  /** What the last piece came out with; `null` when it was blank. */
  imprint: Does<None, Imprint | null>;
  date: Does<None, Day>;
  time: Does<None, TimeOfDay>;
  /** Lets virtual time pass at once; emulators only, as are all that follow. */
  advance: Does<{ readonly seconds: number }>;
  /** Puts a meter as new into the slot: a `Renewal`, which is checked by who puts it there. */
  renew: Does<{ readonly renewal: unknown }>;
  ledger: Does<None, readonly LedgerFigures[]>;
  /** Arms a power cut after so many more bytes of non-volatile memory. */
  cutWhenWriting: Does<{ readonly bytes: number }>;
  protectStick: Does<{ readonly on: boolean }>;
  fillStick: Does<{ readonly bytesFree: number }>;
  killFile: Does<{ readonly path: string }>;
  wearStickOut: Does<None>;
  stickImage: Does<None, Uint8Array>;
  useBusinessManager: Does<{ readonly on: boolean }>;
}

export type OperationName = keyof Operations;

export type ParamsOf<Name extends OperationName> = Operations[Name]['params'];

export type AnswerOf<Name extends OperationName> = Operations[Name]['answer'];

/** One operation with what it takes: `{ op: 'press', seq: 1, key: 'OK' }`. */
export type Operation<Name extends OperationName = OperationName> = {
  readonly [Each in Name]: { readonly op: Each } & ParamsOf<Each>;
}[Name];

/** Who carries operations out: one meter slot. */
export interface Controller {
  /**
   * `client` names who asks, for who holds the panel. What is known at once is answered at once. A
   * refusal is thrown as a `LinkRefusal`, or what is promised rejects with it.
   */
  carryOut<Name extends OperationName>(
    operation: Operation<Name>,
    client: string,
  ): AnswerOf<Name> | Promise<AnswerOf<Name>>;
}

/** A refusal by its standard number (SCPI-99 volume 2, chapter 21.8) and what is the matter here. */
export class LinkRefusal extends Error {
  override readonly name = 'LinkRefusal';
  readonly code: number;
  /** Device-dependent text after the standard words; empty where those say all. */
  readonly detail: string;

  constructor(code: number, detail = '') {
    super(`${code}${detail === '' ? '' : `: ${detail}`}`);
    this.code = code;
    this.detail = detail;
  }
}

/** What is told of an error: a controller that fails in another way than by refusing is broken. */
export const refusalOf = (error: unknown): LinkRefusal =>
  error instanceof LinkRefusal
    ? error
    : new LinkRefusal(-310, error instanceof Error ? error.message : String(error));

/** An answer of a controller that is none to what it was asked. */
export class LinkNonsense extends Error {
  override readonly name = 'LinkNonsense';
}
