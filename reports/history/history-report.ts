import { type BrokenScenario, broken } from './broken.ts';
import { type Drift, drift } from './drift.ts';
import { type FlakyScenario, flaky } from './flaky.ts';
import type { HistoryFile } from './history-file.ts';
import { attemptsOf, type PastAttempt } from './history-of.ts';
import { notRunLately, type UnrunScenario } from './not-run.ts';
import { look, type ScenarioName, type Selection } from './selection.ts';
import {
  type Slowest,
  type SlowScenario,
  type SlowStep,
  slowestScenarios,
  slowestSteps,
} from './slowest.ts';
import { type RunTrend, trends } from './trends.ts';

/** A scenario that was asked for by its text, with its attempts, the newest first. */
export interface ScenarioCourse extends ScenarioName {
  readonly attempts: readonly PastAttempt[];
}

/** What a history has to tell. */
export interface HistoryReport {
  readonly runs: readonly RunTrend[];
  /** Only where scenarios were asked for. */
  readonly scenarios: readonly ScenarioCourse[];
  readonly broken: readonly BrokenScenario[];
  readonly flaky: readonly FlakyScenario[];
  readonly drift: readonly Drift[];
  readonly slowestScenarios: Slowest<SlowScenario>;
  readonly slowestSteps: Slowest<SlowStep>;
  readonly notRunLately: readonly UnrunScenario[];
}

/** Asks a history everything. Errors: `FB_HISTORY`. */
export function historyReport(history: HistoryFile, selection: Selection): HistoryReport {
  const looked = look(history, selection);
  const { scenario, last } = selection;
  return {
    runs: trends(history, selection),
    scenarios:
      scenario === undefined
        ? []
        : [...looked.scenarios.values()].map((name) => ({
            ...name,
            attempts: attemptsOf(history, name.uid, { last }).filter(
              ({ rig }) => looked.rig === null || rig === looked.rig,
            ),
          })),
    broken: broken(looked),
    flaky: flaky(looked),
    drift: drift(looked),
    slowestScenarios: slowestScenarios(looked),
    slowestSteps: slowestSteps(looked),
    notRunLately: notRunLately(looked),
  };
}
