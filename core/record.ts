import type { RegisterReading } from './data-centre.ts';
import type { Screen } from './frame.ts';
import type { Imprint } from './meter.ts';
import type { Millis } from './units.ts';
import type { Verdict } from './verdict.ts';

/** The version of the run record that is written and read. */
export const recordVersion = 2;

/** What stands for the line before in the first line of a record. */
export const noLineBefore = '0'.repeat(64);

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = string;

/**
 * What every line of a record bears beside its entry. `prev` is the SHA-256 of the bytes of the line
 * before without its line feed, so that no line can be changed, left out or put in unseen.
 */
export interface Stamp {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly prev: Sha256;
  /** Milliseconds since 1970 by the host's clock; only in records of machines. */
  readonly t?: Millis;
}

/** A feature file as it was when the run began. */
export interface FeatureFile {
  readonly path: string;
  readonly sha256: Sha256;
}

/** Where the features and the program come from; `null` where that is not known. */
export interface SuiteOrigin {
  readonly commit: string | null;
  /** True when the checkout had changes that were in no commit. */
  readonly dirty: boolean | null;
  readonly features: readonly FeatureFile[];
}

/** Who was tested: what the rig file says, and what the meter says of itself. */
export interface RecordedMeter {
  readonly model: string;
  readonly family: string;
  readonly maker: string;
  readonly designation: string;
  readonly serial: string;
  readonly firmware: string;
  readonly language: string | null;
  /** SHA-256 of the profile of this model as JSON: the values that differ between models. */
  readonly profile: Sha256;
}

/** How the meter was reached. */
export interface RecordedRig {
  /** The name of its file without folder and ending. */
  readonly name: string;
  readonly description: string;
  /** SHA-256 of what the rig file says, as JSON, without its secrets. */
  readonly sha256: Sha256;
  readonly link: string;
  readonly operator: string | null;
}

/** The first line: what is tested, with what, where, by whom. */
export interface RunEntry {
  readonly type: 'run';
  readonly version: typeof recordVersion;
  /** An emulator can never pass for a machine. */
  readonly target: 'REAL' | 'EMULATED';
  readonly suite: SuiteOrigin;
  readonly rig: RecordedRig;
  readonly meter: RecordedMeter;
  /** Whose time stands in `at` and in durations. */
  readonly clock: 'virtual' | 'host';
  /** What chance was made from, where there was any. */
  readonly seed: string | null;
  readonly judge: 'both' | 'checks' | 'shadow';
  /** The firmware fault that was seeded into the emulated meter. */
  readonly fault: string | null;
  /** Versions: `frankbench`, `node`, `xstate`, `cucumber`, and `lockfile` (SHA-256). */
  readonly software: Readonly<Record<string, string>>;
}

/** One scenario of the plan. */
export interface PlannedScenario {
  /** `features/is400/accounts.feature:12`. */
  readonly id: string;
  /** The same in every run: the tag `@case:…`, or made from file, names and place among equal names. */
  readonly uid: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly feature: string;
  readonly rule: string | null;
}

/** What should run, so that what was left out shows. */
export interface PlanEntry {
  readonly type: 'plan';
  readonly scenarios: readonly PlannedScenario[];
}

/** One state of the chart; its place in the list is its number. */
export interface ChartState {
  readonly name: string;
  /** The number of the state it lies in; `null` for the outermost ones. */
  readonly parent: number | null;
}

/** The menus of the machine as states and the ways between them. */
export interface ChartEntry {
  readonly type: 'chart';
  readonly states: readonly ChartState[];
  /** From, to, and by which event. */
  readonly ways: readonly (readonly [from: number, to: number, event: string])[];
}

export interface ScenarioEntry extends PlannedScenario {
  readonly type: 'scenario';
}

export interface StepEntry {
  readonly type: 'step';
  /** Given, When, Then, And … in the language of the feature. */
  readonly keyword: string;
  readonly text: string;
}

/** The step before has failed; why stands in the verdict. */
export interface StepFailedEntry {
  readonly type: 'step-failed';
}

/** A key or a tap by the name that people give it; a character of a secret is a bullet. */
export interface KeyEntry {
  readonly type: 'key';
  readonly key: string;
}

/** A screen, written down where it is seen for the first time. */
export interface ScreenEntry {
  readonly type: 'screen';
  readonly sha256: Sha256;
  readonly screen: Screen;
}

/** What the display shows from now on. */
export interface FrameEntry {
  readonly type: 'frame';
  /** By the clock of the meter. */
  readonly at: Millis;
  readonly frame: number;
  readonly screen: Sha256;
  /** Where the chart stands, when that has changed too: the number of a state of the chart. */
  readonly state?: number;
}

/** Where the chart stands from now on, though the display is the same. */
export interface StateEntry {
  readonly type: 'state';
  /** The number of a state of the chart. */
  readonly state: number;
}

export interface WaitEntry {
  readonly type: 'wait';
  readonly until: string;
  readonly ms: Millis;
}

export interface TimeEntry {
  readonly type: 'time';
  readonly ms: Millis;
}

export interface PowerEntry {
  readonly type: 'power';
  readonly on: boolean;
}

export interface FeedEntry {
  readonly type: 'feed';
  /** `null` when the envelope came out blank. */
  readonly imprint: Imprint | null;
}

export interface StickEntry {
  readonly type: 'stick';
  readonly place: string;
}

/** The image of a stick could not be kept. */
export interface StickNotKeptEntry {
  readonly type: 'stick-not-kept';
  readonly reason: string;
}

export interface BusinessManagerEntry {
  readonly type: 'business-manager';
  readonly on: boolean;
}

/** A rung of the ladder that a driver climbs when an answer does not come. */
export interface LinkEntry {
  readonly type: 'link';
  readonly rung: string;
  readonly asked: string;
  readonly why: string;
}

/** What a feature expected, and what was seen. */
export interface CheckEntry {
  readonly type: 'check';
  readonly what: string;
  readonly expected: string;
  readonly seen: string;
  readonly holds: boolean;
  /** False where the check was not to judge. */
  readonly judged: boolean;
}

/** How long something took: longer than the one, at most the other (`null`: it has not happened). */
export interface MeasurementEntry {
  readonly type: 'measurement';
  readonly what: string;
  readonly limitMs: Millis;
  readonly longerThanMs: Millis;
  readonly atMostMs: Millis | null;
  readonly verdict: 'within' | 'beyond' | 'inconclusive';
}

/** A display beside its golden screen. */
export interface GoldenEntry {
  readonly type: 'golden';
  readonly name: string;
  readonly expected: Sha256 | null;
  readonly actual: Sha256;
  /** How many pixels differ outside the masks. */
  readonly pixels: number;
  readonly holds: boolean;
  /** Paths in the run's folder, where the pictures were kept. */
  readonly pictures?: {
    readonly expected?: string;
    readonly actual: string;
    readonly difference?: string;
  };
}

export interface RegisterFigures extends RegisterReading {
  readonly serial: string;
}

/** The registers of the meters on the rig, where the rig can read them past the panel. */
export interface RegistersEntry {
  readonly type: 'registers';
  readonly when: 'before' | 'after';
  readonly meters: readonly RegisterFigures[];
}

/** A file that the meter wrote on its stick, as it was when the stick came back to the host. */
export interface FileEntry {
  readonly type: 'file';
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Sha256;
  /** What its bytes say that it is: `CSV, UTF-8, CRLF`. */
  readonly identity: string;
  /** The table in it, its first rows; `null` where there is none. */
  readonly table: FileTable | null;
  /** Where its bytes are kept, relative to the run's folder. */
  readonly path: string | null;
}

export interface FileTable {
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are in all. */
  readonly total: number;
}

/** Anything else that is kept beside the record. */
export interface AttachmentEntry {
  readonly type: 'attachment';
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Sha256;
  /** Relative to the run's folder. */
  readonly path: string;
}

/** Work of a kind that was chosen by chance begins. */
export interface WorkEntry {
  readonly type: 'work';
  readonly kind: string;
}

/** What the person at the bench answered. */
export interface AnswerEntry {
  readonly type: 'answer';
  readonly question: string;
  readonly answer: 'yes' | 'no';
  readonly remark: string | null;
  readonly by: string;
}

export interface VerdictEntry {
  readonly type: 'verdict';
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
}

/** The last line of a run that was concluded. */
export interface EndEntry {
  readonly type: 'end';
  readonly verdict: Verdict | null;
  readonly counts: RunCounts;
}

export type RunCounts = Readonly<Record<Verdict | 'not run', number>>;

/** One thing that happened in a run. */
export type RecordEntry =
  | RunEntry
  | PlanEntry
  | ChartEntry
  | ScenarioEntry
  | StepEntry
  | StepFailedEntry
  | KeyEntry
  | ScreenEntry
  | FrameEntry
  | StateEntry
  | WaitEntry
  | TimeEntry
  | PowerEntry
  | FeedEntry
  | StickEntry
  | StickNotKeptEntry
  | BusinessManagerEntry
  | LinkEntry
  | CheckEntry
  | MeasurementEntry
  | GoldenEntry
  | RegistersEntry
  | FileEntry
  | AttachmentEntry
  | WorkEntry
  | AnswerEntry
  | VerdictEntry
  | EndEntry;

/** A line of a record as it stands in the file. */
export type RecordLine = Stamp & RecordEntry;
