import type {
  ChartState,
  GoldenEntry,
  Millis,
  RecordEntry,
  RegisterFigures,
  ScreenEntry,
} from '#core';
import type { Standing } from '../requirements/coverage.ts';
import type { RequirementRisk } from '../requirements/schema.ts';

/** What the report's page is told beside what stands in its HTML. */
export interface PageData {
  /** Whose time `at` is: a meter's own that can be jumped over, or the host's. */
  readonly clock: 'virtual' | 'host';
  /** The place of the first scenario in each chunk of scenarios. */
  readonly chunks: readonly number[];
  /** How many screens a chunk of screens has. */
  readonly screensInChunk: number;
  readonly chart: { readonly states: readonly ChartState[]; readonly ways: ChartWays } | null;
  /** The tags of the run; the rows of the list have their numbers. */
  readonly tags: readonly string[];
  /** Those of the catalogue that are for the machine; `null` where no catalogue was given. */
  readonly requirements: readonly ProvedRequirement[] | null;
  /** When each scenario began and how long it took, in place order. */
  readonly times: readonly (readonly [began: Millis, took: Millis])[];
}

export type ChartWays = readonly (readonly [from: number, to: number, event: string])[];

/** A requirement as the catalogue tells it, and how it stands after the run. */
export interface ProvedRequirement {
  /** `IS4-ACC-02`: the tag without its sign. */
  readonly id: string;
  readonly title: string;
  readonly risk: RequirementRisk['level'];
  readonly standing: Standing;
  /** What makes the standing worth less. */
  readonly remarks: readonly string[];
}

/** A scenario as the page shows it when it is opened. */
export interface ScenarioDetails {
  readonly uid: string;
  readonly rule: string | null;
  readonly reason: string | null;
  /** The numbers of its first and last lines in the record. */
  readonly lines: readonly [from: number, to: number];
  readonly opening: readonly PageEvent[];
  readonly steps: readonly PageStep[];
  readonly before?: readonly RegisterFigures[];
  readonly after?: readonly RegisterFigures[];
}

export interface PageStep {
  readonly keyword: string;
  readonly text: string;
  readonly failed?: true;
  /** The number of the display as the step ended. */
  readonly screen?: number;
  readonly settling?: Settling;
  readonly events: readonly PageEvent[];
}

/** How a step came to rest. */
export interface Settling {
  /** From the last key to the first display that takes keys again; `null` when none came. */
  readonly ms: Millis | null;
}

/** What happened in a step; what happens most has a short form. */
export type PageEvent =
  | readonly ['k', key: string]
  | readonly ['f', at: Millis, screen: number, state?: number]
  | readonly ['s', state: number]
  | readonly ['w', ms: Millis, direction: string, text: string]
  | PageGolden
  | OtherEvent;

export type OtherEvent = Exclude<
  RecordEntry,
  GoldenEntry | ScreenEntry | { readonly type: 'key' | 'frame' | 'state' }
>;

/** A golden screen with the numbers of its displays and, where it does not hold, its pictures. */
export interface PageGolden {
  readonly type: 'golden';
  readonly name: string;
  readonly holds: boolean;
  /** Nothing was accepted under this name before. */
  readonly isNew: boolean;
  readonly pixels: number;
  /** The display that was compared. */
  readonly actual?: number;
  /** As data URLs. */
  readonly pictures?: Partial<Record<'expected' | 'actual' | 'difference', string>>;
}
