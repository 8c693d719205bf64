import { existsSync, readdirSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadSources,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import { BenchError } from '#core';
import { isPlain, withoutLines } from '../gherkin/feature-files.ts';
import { matchQuickly } from './quick-steps.ts';

export interface FeatureSelection {
  readonly root: URL;
  /** The family of the machine on the rig: it has steps of its own, beside those of all machines. */
  readonly family: string;
  readonly features: readonly string[];
  readonly tags?: string;
  readonly names: readonly string[];
}

/** Features that were selected, and how they are run; they are read when they are run. */
export interface LoadedFeatures {
  readonly selection: FeatureSelection;
  readonly configuration: IRunConfiguration;
  readonly environment: { readonly cwd: string };
}

export function loadFeatures(selection: FeatureSelection): LoadedFeatures {
  const { root, features, names, tags = '' } = selection;
  return {
    selection,
    configuration: {
      sources: {
        paths: [...features],
        defaultDialect: 'en',
        names: names.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
        tagExpression: tags,
        order: 'defined',
      },
      support: { importPaths: [], requireModules: [], requirePaths: [], loaders: [] },
      runtime: {
        dryRun: false,
        failFast: false,
        filterStacktraces: true,
        parallel: 0,
        retry: 0,
        retryTagFilter: '',
        strict: true,
        worldParameters: {},
      },
      formats: { stdout: 'rerun', files: {}, publish: false, options: {} },
    },
    environment: { cwd: fileURLToPath(root) },
  };
}

/** The files of steps for a family of machines: those of all, and its own. */
function stepFiles(root: URL, family: string): string[] {
  const files = ['steps/', `steps/${family}/`].flatMap((folder) =>
    readdirSync(new URL(folder, root)).map((name) => folder + name),
  );
  const steps = files.filter((path) => path.endsWith('.steps.ts')).sort();
  return ['steps/parameters.ts', 'steps/world.ts', ...steps];
}

/** Step definitions, loaded once and used for any number of runs in this process. */
export async function loadSteps({
  selection: { root, family },
  configuration,
  environment,
}: LoadedFeatures): Promise<ISupportCodeLibrary> {
  const importPaths = stepFiles(root, family);
  const steps = { ...configuration, support: { ...configuration.support, importPaths } };
  const support = await loadSupport(steps, environment);
  matchQuickly(support);
  return support;
}

/** A feature file and the lines of those of its scenarios that are to run. */
export interface FeaturePart {
  readonly file: string;
  readonly lines: readonly number[];
  /** These are all that it has: the runner need not look up for each of them where it stands. */
  readonly isWhole?: true;
}

/** Whether all that stands in files and folders is meant: no lines of files, patterns, tags or names. */
export const meansWholeFiles = ({ features, tags, names }: FeatureSelection): boolean =>
  tags === undefined &&
  names.length === 0 &&
  features.every((path) => isPlain(path) && ['', '.feature'].includes(extname(path)));

/** Where the scenarios stand, in the order in which they run: `features/is400/accounts.feature:12`. */
export const scenariosOf = (parts: readonly FeaturePart[]): readonly string[] =>
  parts.flatMap(({ file, lines }) => lines.map((line) => `${file}:${line}`));

/**
 * Reads all the features and says what of them is to run, file by file: nothing is run of features
 * one of which cannot be read. Errors: `FB_FEATURE_FILE` with file, line and cause for Gherkin that
 * cannot be read; `FB_USAGE` for tags that are no expression; `FB_NO_SCENARIO` for a file or folder
 * that there is not, and when there is nothing to run.
 */
export async function planFeatures({
  selection,
  configuration,
  environment,
}: LoadedFeatures): Promise<readonly FeaturePart[]> {
  // The runner passes over what it does not find.
  const missing = selection.features.find((path) => isMissing(environment.cwd, withoutLines(path)));
  if (missing !== undefined) throw nothingToRun(`There is no ${missing}.`);
  const { plan, errors } = await loadSources(configuration.sources, {
    ...environment,
    ...silence(),
  }).catch((error: unknown) => {
    throw badTags(error) ?? error;
  });
  const [problem] = errors;
  if (problem) {
    throw new BenchError('FB_FEATURE_FILE', `${problem.uri}: ${problem.message}`, {
      hint: 'The message names the line and the column.',
    });
  }
  if (plan.length === 0) {
    throw nothingToRun(`No scenario in ${selection.features.join(', ')} fits.`);
  }
  const files = Map.groupBy(plan, ({ uri }) => uri);
  const whole = meansWholeFiles(selection) ? ({ isWhole: true } as const) : {};
  return [...files].map(([file, scenarios]) => ({
    file,
    lines: scenarios.map(({ location }) => location.line),
    ...whole,
  }));
}

const isMissing = (folder: string, path: string): boolean =>
  isPlain(path) && !existsSync(resolve(folder, path));

const nothingToRun = (message: string): BenchError =>
  new BenchError('FB_NO_SCENARIO', message, { hint: 'Check the paths, --tags and --name.' });

/** What is wrong with the tags that were asked for, if it is that. */
function badTags(error: unknown): BenchError | undefined {
  const { cause } = error as { readonly cause?: unknown };
  if (!(cause instanceof Error && cause.message.startsWith('Tag expression '))) return undefined;
  return new BenchError('FB_USAGE', cause.message, {
    hint: 'such as --tags "@sync and not (@slow or @assumed)"',
    cause,
  });
}

/**
 * Runs the scenarios of one file, one after the other, in this process. The runner matches all that
 * it is given to the steps before it begins, so file by file is sooner at the first key.
 */
export async function runPart(
  { configuration, environment }: LoadedFeatures,
  support: ISupportCodeLibrary,
  { file, lines, isWhole }: FeaturePart,
): Promise<void> {
  const paths = [[literally(file), ...(isWhole ? [] : lines)].join(':')];
  const sources = { ...configuration.sources, paths };
  await runCucumber({ ...configuration, sources, support }, { ...environment, ...silence() });
}

/**
 * The runner takes paths for patterns, and those that begin with `@` for lists of paths. A `?` fits
 * any character, and backslashes are not understood.
 */
const literally = (path: string): string => path.replace(/[\\*[\]{}()!@]/g, '?');

/** The runner's own output is not wanted: what is printed is made from the run record. */
const silence = (): { readonly stdout: Writable; readonly stderr: Writable } => ({
  stdout: nowhere(),
  stderr: nowhere(),
});

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
