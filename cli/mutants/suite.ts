import { enterSession, type Judge, noRecord, RunSession, type ScenarioResult } from '#bench';
import type { Rig } from '#rigs';
import { loadFeatures, loadSteps, runFeatures } from '../run/cucumber.ts';

export interface SuiteRequest {
  /** The checkout's folder as a URL. */
  readonly root: string;
  /** Feature files, folders, or single lines of files. */
  readonly features: readonly string[];
  readonly rig: Rig;
}

/** Features and steps loaded once, to be run any number of times, one run after the other. */
export interface Suite {
  /** Errors: `FB_FEATURE_FILE`, `FB_NO_SCENARIO`. */
  run(options: SuiteRun): Promise<SuiteResults>;
}

export interface SuiteRun {
  readonly judge: Judge;
  readonly fault?: string;
  /** What of the features to run in which order; all of them at once when not given. */
  readonly parts?: readonly string[];
  /** Nothing is run after the first result of which this is true. */
  readonly endAt?: (result: ScenarioResult) => boolean;
}

export interface SuiteResults {
  readonly planned: number;
  readonly results: readonly ScenarioResult[];
}

/** Finds the features and loads the steps. */
export async function loadSuite({ root, features, rig }: SuiteRequest): Promise<Suite> {
  const loaded = await loadFeatures({ root: new URL(root), features, names: [] });
  const support = await loadSteps(loaded);
  const { configuration } = loaded;
  const only = (part: string) => ({
    ...loaded,
    configuration: { ...configuration, sources: { ...configuration.sources, paths: [part] } },
  });
  return {
    run: async ({ parts, endAt, ...options }) => {
      let planned = 0;
      let ended = false;
      const session = new RunSession({
        rig,
        recorder: noRecord,
        ...options,
        endAt: (result) => {
          ended ||= endAt?.(result) ?? false;
          return ended;
        },
      });
      using _entered = enterSession(session);
      for (const part of parts?.map(only) ?? [loaded]) {
        await runFeatures(part, support, {
          onPlan: ({ length }) => {
            planned += length;
          },
        });
        if (ended) break;
      }
      return { planned, results: session.results };
    },
  };
}

/** The file that a scenario stands in: all of its id but the line. */
const fileOf = (id: string): string => id.slice(0, id.lastIndexOf(':'));

/** One part for each feature file, with the lines of its scenarios: `a.feature:12:20`. */
export function partsOf(results: readonly ScenarioResult[]): readonly string[] {
  const files = Map.groupBy(results, ({ id }) => fileOf(id));
  return [...files].map(([file, scenarios]) => {
    const lines = scenarios.map(({ id }) => id.slice(file.length + 1));
    return [file, ...lines].join(':');
  });
}

/** The parts with the one first that has this scenario. */
export const partFirst = (parts: readonly string[], scenario: string): readonly string[] => {
  const file = `${fileOf(scenario)}:`;
  return [
    ...parts.filter((part) => part.startsWith(file)),
    ...parts.filter((part) => !part.startsWith(file)),
  ];
};
