import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle } from '@cucumber/messages';
import type { FeatureFile, PlannedScenario } from '#core';
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
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(bytes.toString('utf8'));
  const places = placesOf(document);
  const scenarios = new Map<number, PlannedScenario>();
  const sameNames = new Map<string, number>();
  for (const pickle of compile({ ...document, uri: path }, path, newId)) {
    const place = places.get(pickle.astNodeIds.at(-1) ?? '');
    if (!place) continue;
    const key = JSON.stringify([path, place.rule, pickle.name]);
    const count = (sameNames.get(key) ?? 0) + 1;
    sameNames.set(key, count);
    const { line, rule } = place;
    scenarios.set(line, {
      id: `${path}:${line}`,
      uid: caseOf(pickle) ?? hash('sha256', `${key}${count}`).slice(0, 16),
      name: pickle.name,
      tags: pickle.tags.map(({ name }) => name),
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
const caseOf = ({ tags }: Pickle): string | undefined =>
  tags.flatMap(({ name }) => /^@case:(.+)$/.exec(name)?.[1] ?? []).at(0);

interface Place {
  readonly line: number;
  readonly rule: string | null;
}

/** Where scenarios and rows of examples stand, by their numbers. */
function placesOf({ feature }: GherkinDocument): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const visit = (children: readonly Child[], rule: string | null): void => {
    for (const { scenario, rule: inner } of children) {
      if (inner) visit(inner.children, inner.name);
      if (!scenario) continue;
      places.set(scenario.id, { line: scenario.location.line, rule });
      for (const { id, location } of scenario.examples.flatMap(({ tableBody }) => tableBody)) {
        places.set(id, { line: location.line, rule });
      }
    }
  };
  visit(feature?.children ?? [], null);
  return places;
}

type Child = NonNullable<GherkinDocument['feature']>['children'][number];
