import { enterSession, type Judge, noRecord, RunSession, type ScenarioResult } from '#bench';
import { meterFaults } from '#emulator';
import type { Rig } from '#rigs';
import { loadFeatures, loadSteps, runFeatures } from '../run/cucumber.ts';
import { type FaultFindings, type Finding, findingOf, firstFinding } from './findings.ts';

export interface SuiteRequest {
  /** The checkout's folder as a URL. */
  readonly root: string;
  readonly features: readonly string[];
  readonly rig: Rig;
}

/** Features loaded once, to be run any number of times in this thread, one run after the other. */
export interface Suite {
  run(options: SuiteRun): Promise<SuiteResults>;
}

export interface SuiteRun {
  readonly judge: Judge;
  readonly fault?: string;
  /** The scenarios after the first result of which this is true are skipped. */
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
  return {
    /** Errors: `FB_FEATURE_FILE`, `FB_NO_SCENARIO`. */
    run: async (options) => {
      const session = new RunSession({ rig, recorder: noRecord, ...options });
      using _entered = enterSession(session);
      let planned = 0;
      await runFeatures(loaded, support, {
        onPlan: ({ length }) => {
          planned = length;
        },
      });
      return { planned, results: session.results };
    },
  };
}

/** Runs the suite on a meter with the fault, once for each way of judging. */
export async function examine(suite: Suite, fault: string): Promise<FaultFindings> {
  const judged = async (judge: 'checks' | 'shadow'): Promise<Finding> => {
    const { results } = await suite.run({
      judge,
      fault,
      endAt: (result) => findingOf(result, judge).status !== 'survived',
    });
    return firstFinding(results, judge);
  };
  const description = meterFaults.find(({ name }) => name === fault)?.description ?? '';
  return {
    name: fault,
    description,
    checks: await judged('checks'),
    shadow: await judged('shadow'),
  };
}
