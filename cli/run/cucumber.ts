import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import { BenchError } from '#core';

export interface FeatureSelection {
  readonly root: URL;
  readonly features: readonly string[];
  readonly tags?: string;
  readonly names: readonly string[];
}

/** Features that were selected; they are read when they are run. */
export interface LoadedFeatures {
  readonly selection: FeatureSelection;
  readonly configuration: IRunConfiguration;
  readonly environment: { readonly cwd: string };
}

export async function loadFeatures(selection: FeatureSelection): Promise<LoadedFeatures> {
  const environment = { cwd: fileURLToPath(selection.root) };
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: [...selection.features],
        import: ['steps/{parameters,world}.ts', 'steps/**/*.steps.ts'],
        name: selection.names.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
        ...(selection.tags === undefined ? {} : { tags: selection.tags }),
      },
    },
    environment,
  );
  const formats = { ...runConfiguration.formats, stdout: 'rerun', files: {}, options: {} };
  return { selection, configuration: { ...runConfiguration, formats }, environment };
}

/** Step definitions, loaded once and used for any number of runs in this process. */
export const loadSteps = (loaded: LoadedFeatures): Promise<ISupportCodeLibrary> =>
  loadSupport(loaded.configuration, loaded.environment);

export interface RunFeaturesOptions {
  /** Called once, before the first scenario begins: where each that should run stands. */
  readonly onPlan?: (scenarios: readonly string[]) => void;
}

type Message = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0];

/**
 * Runs the scenarios, one after the other, in this process. Errors: `FB_FEATURE_FILE` with file,
 * line and cause for Gherkin that cannot be read; `FB_NO_SCENARIO` when there is nothing to run.
 */
export async function runFeatures(
  { selection, configuration, environment }: LoadedFeatures,
  support: ISupportCodeLibrary,
  { onPlan }: RunFeaturesOptions = {},
): Promise<void> {
  const plan = new Plan();
  let planned = false;
  const onMessage = (message: Message): void => {
    plan.note(message);
    if (!message.testCaseStarted || planned) return;
    planned = true;
    onPlan?.(plan.scenarios);
  };
  await runCucumber(
    { ...configuration, support },
    { ...environment, stdout: silence(), stderr: silence() },
    onMessage,
  );
  if (plan.problem) throw plan.problem;
  if (!planned) {
    throw new BenchError(
      'FB_NO_SCENARIO',
      `No scenario in ${selection.features.join(', ')} fits.`,
      {
        hint: 'Check the paths, --tags and --name.',
      },
    );
  }
}

/** What the runner's messages tell of the scenarios that it is going to run. */
class Plan {
  readonly scenarios: string[] = [];
  problem: BenchError | undefined;
  readonly #pickles = new Map<string, string>();

  note({ pickle, testCase, parseError }: Message): void {
    if (pickle) this.#pickles.set(pickle.id, `${pickle.uri}:${pickle.location?.line ?? 0}`);
    if (testCase) this.scenarios.push(this.#pickles.get(testCase.pickleId) ?? testCase.pickleId);
    if (parseError) {
      const { source, message } = parseError;
      this.problem ??= new BenchError('FB_FEATURE_FILE', `${source.uri ?? ''}: ${message}`, {
        hint: 'The message names the line and the column.',
      });
    }
  }
}

/** The runner's own formatters are not wanted: what is printed is made from the run record. */
const silence = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
