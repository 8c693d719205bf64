import { enterSession, type Judge, noRecord, RunSession, type ScenarioResult } from '#bench';
import { modelNamed } from '#models';
import type { Rig } from '#rigs';
import {
  type FeaturePart,
  loadFeatures,
  loadSteps,
  planFeatures,
  runPart,
  scenariosOf,
} from '../run/cucumber.ts';

export interface SuiteRequest {
  /** The checkout's folder as a URL. */
  readonly root: string;
  /** Feature files, folders, or single lines of files. */
  readonly features: readonly string[];
  readonly rig: Rig;
  /** What the shadow model alone makes of a fault is not looked at. */
  readonly checksOnly?: boolean;
  /** Where each fault is looked for before anything else, by its name. */
  readonly first?: Readonly<Record<string, FeaturePart>>;
  /** What of the features there is to run, where it is known already. */
  readonly parts?: readonly FeaturePart[];
}

/** Features and steps loaded once, to be run any number of times, one run after the other. */
export interface Suite {
  readonly parts: readonly FeaturePart[];
  run(options: SuiteRun): Promise<SuiteResults>;
}

export interface SuiteRun {
  readonly judge: Judge;
  readonly fault?: string;
  /** The parts of the suite in the order in which to run them; as they come when not given. */
  readonly parts?: readonly FeaturePart[];
  /** Nothing is run after the first result of which this is true. */
  readonly endAt?: (result: ScenarioResult) => boolean;
}

export interface SuiteResults {
  readonly planned: number;
  readonly results: readonly ScenarioResult[];
}

/** A run without a fault, and what of the features there was to run. */
export interface UnmutatedRun extends SuiteResults {
  readonly parts: readonly FeaturePart[];
}

/**
 * Reads the features and loads the steps. A thread loads one suite: step files that it has loaded for
 * one machine do not load again for another. Errors: `FB_FEATURE_FILE`, `FB_NO_SCENARIO`.
 */
export async function loadSuite(request: SuiteRequest): Promise<Suite> {
  const { root, features, rig } = request;
  const loaded = loadFeatures({
    root: new URL(root),
    family: modelNamed(rig.meter.model).family,
    features,
    names: [],
  });
  const support = await loadSteps(loaded);
  const parts = request.parts ?? (await planFeatures(loaded));
  return {
    parts,
    run: async ({ parts: order = parts, endAt, ...options }) => {
      const ran: FeaturePart[] = [];
      let ended = false;
      await using session = new RunSession({
        rig,
        recorder: noRecord,
        ...options,
        endAt: (result) => {
          ended ||= endAt?.(result) ?? false;
          return ended;
        },
      });
      const results: ScenarioResult[] = [];
      session.onResult = (result) => void results.push(result);
      using _entered = enterSession(session);
      for (const part of order) {
        ran.push(part);
        await runPart(loaded, support, part);
        if (ended) break;
      }
      return { planned: scenariosOf(ran).length, results };
    },
  };
}

/** The parts with the one first that has this scenario. */
export const partFirst = (
  parts: readonly FeaturePart[],
  scenario: string,
): readonly FeaturePart[] => {
  const has = (part: FeaturePart): boolean => scenariosOf([part]).includes(scenario);
  return [...parts.filter(has), ...parts.filter((part) => !has(part))];
};
