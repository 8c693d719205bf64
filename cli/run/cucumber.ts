import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSources,
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

/** Features that were selected, ready to run. */
export interface LoadedFeatures {
  readonly configuration: IRunConfiguration;
  readonly planned: readonly string[];
  readonly environment: { readonly cwd: string };
}

/**
 * Reads the features and picks the scenarios. Errors: `FB_FEATURE_FILE` with file, line and cause;
 * `FB_NO_SCENARIO` when nothing is left to run.
 */
export async function loadFeatures(selection: FeatureSelection): Promise<LoadedFeatures> {
  const environment = { cwd: fileURLToPath(selection.root) };
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: [...selection.features],
        import: ['steps/**/*.ts'],
        name: selection.names.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
        ...(selection.tags === undefined ? {} : { tags: selection.tags }),
      },
    },
    environment,
  );
  const { plan, errors } = await loadSources(runConfiguration.sources, environment);
  const [problem] = errors;
  if (problem) {
    throw new BenchError(
      'FB_FEATURE_FILE',
      `${problem.uri}:${problem.location.line}: ${problem.message}`,
      { hint: 'The message names the line; Gherkin keywords end with a colon.' },
    );
  }
  if (plan.length === 0) {
    throw new BenchError(
      'FB_NO_SCENARIO',
      `No scenario in ${selection.features.join(', ')} fits.`,
      {
        hint: 'Check the paths, --tags and --name.',
      },
    );
  }
  return {
    configuration: {
      ...runConfiguration,
      formats: { ...runConfiguration.formats, stdout: 'summary', files: {}, options: {} },
    },
    planned: plan.map(({ uri, location }) => `${uri}:${location.line}`),
    environment,
  };
}

/** Step definitions, loaded once and used for any number of runs in this process. */
export const loadSteps = (loaded: LoadedFeatures): Promise<ISupportCodeLibrary> =>
  loadSupport(loaded.configuration, loaded.environment);

/** Runs the scenarios, one after the other, in this process. */
export async function runFeatures(
  loaded: LoadedFeatures,
  support: ISupportCodeLibrary,
  failFast = false,
): Promise<void> {
  const { configuration, environment } = loaded;
  await runCucumber(
    {
      ...configuration,
      support,
      runtime: { ...configuration.runtime, failFast },
    },
    { ...environment, stdout: silence(), stderr: silence() },
  );
}

/** The runner's own formatters are not wanted: what is printed is made from the run record. */
const silence = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
