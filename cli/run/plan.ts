import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeatureFile, PlannedScenario } from '#core';
import { featureFiles } from '../gherkin/feature-files.ts';
import { KnownFeatures } from '../gherkin/known-features.ts';
import {
  type FeaturePart,
  type FeatureSelection,
  type LoadedFeatures,
  meansWholeFiles,
  planFeatures,
} from './cucumber.ts';

/** What is to run: the scenarios as they are recorded, and the files that they stand in. */
export interface RunPlan {
  readonly scenarios: readonly PlannedScenario[];
  readonly files: readonly FeatureFile[];
}

/** The same, with what is to be given to the runner. */
export interface PlannedRun extends RunPlan {
  readonly parts: readonly FeaturePart[];
}

/** Plans a run of features. Errors: those of `planFeatures`. */
export async function planRun(loaded: LoadedFeatures): Promise<PlannedRun> {
  const whole = planWhole(loaded.selection);
  if (whole) return whole;
  const parts = await planFeatures(loaded);
  return { parts, ...describePlan(loaded.selection.root, parts) };
}

/** Looks up what the features say of the scenarios that were planned. */
export function describePlan(root: URL, parts: readonly FeaturePart[]): RunPlan {
  using known = new KnownFeatures(root);
  const described = parts.map(({ file, lines }) => ({ ...describeFile(root, file, known), lines }));
  return {
    scenarios: described.flatMap(({ scenarios, lines }) =>
      lines.flatMap((line) => scenarios.get(line) ?? []),
    ),
    files: described.map(({ file }) => file),
  };
}

/**
 * The plan where all that stands in files and folders is to run: they are read once only. `undefined`
 * where it takes the runner to say which scenarios were meant, or what is wrong.
 */
function planWhole(selection: FeatureSelection): PlannedRun | undefined {
  if (!meansWholeFiles(selection)) return undefined;
  const { root, features } = selection;
  const base = fileURLToPath(root);
  using known = new KnownFeatures(root);
  try {
    const found = features.map((path) => featureFiles(resolve(base, path)));
    if (found.some((files) => files.length === 0)) return undefined;
    const described = [...new Set(found.flat())]
      .map((path) => describeFile(root, relative(base, path), known))
      .filter(({ scenarios }) => scenarios.size > 0);
    if (described.length === 0) return undefined;
    return {
      parts: described.map(({ file, scenarios }) => ({
        file: file.path,
        lines: [...scenarios.keys()],
        isWhole: true,
      })),
      scenarios: described.flatMap(({ scenarios }) => [...scenarios.values()]),
      files: described.map(({ file }) => file),
    };
  } catch {
    return undefined;
  }
}

/** A feature file, and its scenarios by their lines. */
function describeFile(
  root: URL,
  path: string,
  known: KnownFeatures,
): { readonly file: FeatureFile; readonly scenarios: ReadonlyMap<number, PlannedScenario> } {
  const {
    sha256,
    name: feature,
    ...stated
  } = known.stated(path, readFileSync(new URL(path, root)));
  const scenarios = new Map<number, PlannedScenario>();
  const sameNames = new Map<string, number>();
  for (const { line, name, rule, tags } of stated.scenarios) {
    const key = JSON.stringify([path, rule, name]);
    const count = (sameNames.get(key) ?? 0) + 1;
    sameNames.set(key, count);
    const uid = caseOf(tags) ?? hash('sha256', `${key}${count}`).slice(0, 16);
    scenarios.set(line, { id: `${path}:${line}`, uid, name, tags, feature, rule });
  }
  return { file: { path, sha256 }, scenarios };
}

/** The name that somebody has given to a scenario for good. */
const caseOf = (tags: readonly string[]): string | undefined =>
  tags.flatMap((name) => /^@case:(.+)$/.exec(name)?.[1] ?? []).at(0);
