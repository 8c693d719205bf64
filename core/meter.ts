import type { MeterFigures } from './accounting.ts';
import type { Installed, PackageKind, PostageAccount, RegisterReading } from './data-centre.ts';
import type { Frame } from './frame.ts';
import type { Key, Point } from './key.ts';
import type { PeerAnswer } from './peer.ts';
import type { Soon } from './turns.ts';
import type { Millis, Pence } from './units.ts';

/** What a rig can do to a meter; a check that needs more is skipped with its reason. */
export const capabilities = [
  'keypad',
  'touch',
  'stick',
  'stick-faults',
  'stick-fat16',
  'power',
  'network',
  'mail',
  'clock',
  'factory',
  'accounting',
  'printer',
  'business-manager',
  'data-centre',
  'ledger',
  'operator',
] as const;

export type Capability = (typeof capabilities)[number];

/** Who the meter says it is (`*IDN?`), and whether it is a machine or an emulator of one. */
export interface Identity {
  readonly maker: string;
  readonly model: string;
  readonly serial: string;
  readonly firmware: string;
  readonly emulated: boolean;
}

/** One franked envelope, as its imprint reads. */
export interface Imprint {
  readonly value: Pence;
  /** Piece number: the total of items after this one. */
  readonly item: number;
  readonly date: string;
  /** True for every imprint of an emulator. */
  readonly specimen: boolean;
}

export type StickPlace = 'meter' | 'host' | 'out';

export interface StickFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * The USB stick behind its switch. Files are reached only while it is at the host
 * (`FB_STICK_NOT_AT_HOST` otherwise). Paths are relative to the root, with `/` between folders.
 */
export interface StickControl {
  plug(place: StickPlace): Promise<void>;
  place(): StickPlace;
  list(folder?: string): Promise<readonly StickFile[]>;
  /** The names of the folders in a folder. */
  folders(folder?: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
  /** Writes the stick's image, as it is, to a file of the host; only where there is an image. */
  save?(path: string): Promise<void>;
  /** Faults of the medium itself; only where the rig has the capability `stick-faults`. */
  readonly faults?: StickFaults;
}

export interface StickFaults {
  /** The slide switch of the stick. */
  writeProtect(on: boolean): Promise<void>;
  /** Leaves `bytes` free (rounded down to whole clusters). */
  fill(bytesFree: number): Promise<void>;
  /** Sectors that can no longer be read or written: those that hold the file's data. */
  killSectorsOf(path: string): Promise<void>;
  /** From now on every sector that holds file data fails to be written. */
  killFreeSectors(): Promise<void>;
}

/** A relay in the meter's mains lead. `off` is a cut at once, whatever the meter is doing. */
export interface PowerControl {
  off(): Promise<void>;
  on(): Promise<Frame>;
  /** Arms a cut after `bytes` more bytes of non-volatile memory were written; emulators only. */
  cutWhenWriting?(bytes: number): Promise<void>;
}

export interface NetworkControl {
  plug(on: boolean): Promise<void>;
}

export interface MailControl {
  /** Puts one envelope through. The imprint it came out with, or `undefined` if it is blank. */
  feed(grams?: number): Promise<Imprint | undefined>;
}

export interface ClockControl {
  /** Lets virtual time pass at once. */
  advance(duration: Millis): Promise<Frame>;
}

/** What a server does to the next messages of the meter instead of answering as it should. */
export const serverTroubles = [
  'out of order',
  'connection reset',
  'answer lost',
  'no answer',
  'no answer after carrying out',
] as const;

export type ServerTrouble = (typeof serverTroubles)[number];

/** A transaction as an accounting server was told of it: on which account it was, after how many moves. */
export interface ToldTransaction {
  readonly revision: number;
  readonly account: number | null;
}

/** What an answer of a Data Centre may say that it has not said: somebody else is on the line. */
export const forgeries = [
  'an earlier challenge',
  'other registers',
  'another amount',
  'nonsense',
] as const;

export type Forgery = (typeof forgeries)[number];

/** The accounting server that the meter uploads to; on the rig's own side of the network. */
export interface AccountingControl {
  /** What it knows of the meter. */
  figures(): MeterFigures;
  /** All that it was told of a transaction, oldest first; nothing of one that it does not know. */
  toldOf(transaction: number): readonly ToldTransaction[];
  /** How many messages have reached it, whatever it did with them. */
  messages(): number;
  /** Spoils the next messages. */
  fail(trouble: ServerTrouble, times: number): void;
}

/** What the Data Centre knows of one meter. */
export interface MeterAtDataCentre {
  readonly serial: string;
  readonly status: 'in service' | 'replaced' | 'withdrawn';
  /** The number of the last fund message, and what all of them add up to. */
  readonly sequence: number;
  readonly controlTotal: Pence;
  /** As last reported; `null` before the first session. */
  readonly registers: RegisterReading | null;
  readonly installed: Installed | null;
  readonly account: PostageAccount;
  /** What is kept for it from the meter that it replaces. */
  readonly transfer: Pence | null;
  readonly sessions: number;
  readonly inspections: number;
  readonly diagnostics: number;
}

/** A package to offer; the content of rates is a `RateTable` as JSON. */
export interface OfferedPackage {
  readonly kind: PackageKind;
  readonly id: string;
  readonly content: Uint8Array;
  /** Bytes of one piece. */
  readonly pieceBytes?: number;
  /** What is wrong with what arrives, compared with what was announced. */
  readonly spoilt?: 'longer' | 'shorter' | 'changed';
}

/** The Data Centre that the meter synchronises with; on the rig's own side of the network. */
export interface DataCentreControl {
  /** What it knows of a meter, the one on the rig when none is named. */
  meter(serial?: string): MeterAtDataCentre;
  /** All postage that is not in meters, and all that was ever paid in: what meters hold is the rest. */
  money(): { readonly held: Pence; readonly paidIn: Pence };
  /** How many messages have reached it, whatever it did with them. */
  messages(): number;
  /** What it made of the message with this key, whether or not the answer arrived. */
  answerTo(key: string): PeerAnswer | undefined;
  /** Spoils the next messages. */
  fail(trouble: ServerTrouble, times: number): void;
  /** Forges the next answer that can say so: what was asked for is carried out as it should be. */
  forge(forgery: Forgery): void;
  /** Sets what may be drawn from the postage account. */
  setAccount(account: Pick<PostageAccount, 'prepaid' | 'credit'>): void;
  /** Offers a package to every meter, in place of an earlier one of the same kind and name. */
  offer(offered: OfferedPackage): void;
  wantDiagnostics(on: boolean): void;
  /** Notes that a meter takes the place of another. */
  replace(old: string, by: string): void;
}

/** The figures of a security core, read past the panel. */
export interface LedgerFigures {
  readonly serial: string;
  readonly registers: RegisterReading;
  /** The number of the last fund message, and what all of them add up to with the first load. */
  readonly sequence: number;
  readonly refilled: Pence;
  readonly status: 'in service' | 'withdrawn';
  /** Withdrawn and not yet known to have arrived. */
  readonly leaving: Pence;
  /** True while a fund message was asked for and its answer has not come. */
  readonly waiting: boolean;
}

/** A look into the security cores on the rig; emulators only. */
export interface LedgerControl {
  figures(): Soon<readonly LedgerFigures[]>;
}

/** The accounting suite on a PC that can take the accounts of a meter over. */
export interface BusinessManagerControl {
  use(on: boolean): Promise<Frame>;
}

/** The document printer that reports are printed on. */
export interface PrinterControl {
  attach(on: boolean): Promise<void>;
}

/**
 * A meter on a rig, whatever the link. `press` gives the frame that answers the key: at once where the meter
 * is in this process and works on nothing.
 * Errors: those of the link and the rig (`FB_…`); a refusal by the meter is data on a frame.
 */
export interface Meter extends AsyncDisposable {
  readonly identity: Identity;
  readonly capabilities: ReadonlySet<Capability>;
  press(key: Key): Soon<Frame>;
  /** Taps the touch screen; only where the rig has the capability `touch`. */
  touch?(point: Point): Soon<Frame>;
  frame(): Promise<Frame>;
  /** The first frame whose number exceeds `after`, or the frame shown when `limit` is over. */
  wait(after: number, limit: Millis): Promise<Frame>;
  /** The meter's clock: virtual on an emulator, the host's monotonic time on a machine. */
  now(): Millis;
  readonly stick?: StickControl;
  readonly power?: PowerControl;
  readonly network?: NetworkControl;
  readonly mail?: MailControl;
  readonly clock?: ClockControl;
  readonly accounting?: AccountingControl;
  readonly printer?: PrinterControl;
  readonly businessManager?: BusinessManagerControl;
  readonly dataCentre?: DataCentreControl;
  readonly ledger?: LedgerControl;
}
