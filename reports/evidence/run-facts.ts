import type {
  EndEntry,
  Millis,
  PlannedScenario,
  RegisterFigures,
  RunCounts,
  RunEntry,
  Screen,
  Sha256,
  Verdict,
} from '#core';
import type { RecordState } from '../record/read-lines.ts';

/** How a scenario ended, and what a formal report says of it. */
export interface Outcome extends PlannedScenario {
  /** The line with which it begins in the record. */
  readonly line: number;
  /** `incomplete`: the run was cut off in the middle of it. */
  verdict: Verdict | 'incomplete';
  reason: string | null;
  /** It passed though a check that was not to judge does not hold. */
  warned: boolean;
  readonly measurements: string[];
  before: readonly RegisterFigures[] | undefined;
  after: readonly RegisterFigures[] | undefined;
}

/** A screen as the record has it. */
export interface RecordedScreen {
  readonly line: number;
  readonly screen: Screen;
}

/** A file that the record says is kept beside it. */
export interface KeptFile {
  readonly line: number;
  /** Relative to the run's folder. */
  readonly path: string;
  /** Not in the record for the pictures of golden screens. */
  readonly sha256: Sha256 | undefined;
}

/** The host's time on the lines of a record. */
export interface LineTimes {
  first: Millis | undefined;
  last: Millis | undefined;
  /** The first line whose time is before that of the line before it. */
  back: { readonly line: number; readonly from: Millis; readonly to: Millis } | undefined;
  /** How many lines have a time. */
  timed: number;
}

/** What evidence needs of a record, read in one go. */
export interface RunFacts {
  readonly run: RunEntry;
  readonly plan: readonly PlannedScenario[];
  readonly outcomes: readonly Outcome[];
  readonly screens: ReadonlyMap<Sha256, RecordedScreen>;
  readonly kept: readonly KeptFile[];
  readonly end: EndEntry | undefined;
  /** The verdicts counted, and what was planned and has none. */
  readonly counts: RunCounts;
  readonly state: Readonly<RecordState>;
  readonly times: Readonly<LineTimes>;
}
