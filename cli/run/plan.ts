import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FeatureFile, PlannedScenario } from '#core';
import { type ParsedFeature, parseFeature } from '../gherkin/parse-feature.ts';
import type { FeaturePart } from './cucumber.ts';

/** What is to run: the scenarios as they are recorded, and the files that they stand in. */
export interface RunPlan {
  readonly scenarios: readonly PlannedScenario[];
  readonly files: readonly FeatureFile[];
}

/** Looks up what the features say of the scenarios that were planned. */
export function describePlan(root: URL, parts: readonly FeaturePart[]): RunPlan {
  const described = parts.map((part) => describePart(root, part));
  return {
    scenarios: described.flatMap(({ scenarios }) => scenarios),
    files: described.map(({ file }) => file),
  };
}

function describePart(root: URL, { file: path, lines }: FeaturePart) {
  const bytes = readFileSync(new URL(path, root));
  const { document, pickles } = parseFeature(bytes.toString('utf8'), path);
  const rules = rulesOf(document);
  const scenarios = new Map<number, PlannedScenario>();
  const sameNames = new Map<string, number>();
  for (const { name, tags, location, astNodeIds } of pickles) {
    const rule = rules.get(astNodeIds[0] ?? '') ?? null;
    const key = JSON.stringify([path, rule, name]);
    const count = (sameNames.get(key) ?? 0) + 1;
    sameNames.set(key, count);
    const names = tags.map((tag) => tag.name);
    const line = location?.line ?? 1;
    scenarios.set(line, {
      id: `${path}:${line}`,
      uid: caseOf(names) ?? hash('sha256', `${key}${count}`).slice(0, 16),
      name,
      tags: names,
      feature: document.feature?.name ?? '',
      rule,
    });
  }
  return {
    file: { path, sha256: hash('sha256', bytes) },
    scenarios: lines.flatMap((line) => scenarios.get(line) ?? []),
  };
}

/** The name that somebody has given to a scenario for good. */
const caseOf = (tags: readonly string[]): string | undefined =>
  tags.flatMap((name) => /^@case:(.+)$/.exec(name)?.[1] ?? []).at(0);

/** The rule that each scenario stands under, by the scenario's number. */
function rulesOf({ feature }: ParsedFeature['document']): ReadonlyMap<string, string> {
  const rules = (feature?.children ?? []).flatMap(({ rule }) => rule ?? []);
  return new Map(
    rules.flatMap(({ name, children }) =>
      children.flatMap(({ scenario }) => (scenario ? [[scenario.id, name] as const] : [])),
    ),
  );
}
