import type { PlannedScenario } from '#core';
import { featurePathOf, lineOf } from '../outcome.ts';

/** Readers cut it at its last dot into package and class: the feature file, and the rule in it. */
export function classNameOf(scenario: PlannedScenario): string {
  const file = featurePathOf(scenario).replace(/\.feature$/, '');
  const parts = [...file.split('/'), scenario.rule ?? scenario.feature];
  return parts.map((part) => part.replaceAll('.', '·')).join('.');
}

/** Scenarios with equal names in a rule get their place among them: readers take equal names for one. */
export function distinctNames(plan: readonly PlannedScenario[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(plan, (each) => JSON.stringify([classNameOf(each), each.name]));
  const alike = [...groups.values()].filter(({ length }) => length > 1);
  return new Map(
    alike.flatMap((group) =>
      group
        .toSorted((a, b) => lineOf(a) - lineOf(b))
        .map(({ id, name }, index) => [id, `${name} (${index + 1})`] as const),
    ),
  );
}
