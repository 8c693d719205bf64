import {
  isAssumed,
  type Requirement,
  type RequirementCatalogue,
  requirementIdsOf,
  type Tagged,
} from '#reports';
import type { ReadFeatures } from './read-features.ts';

/** A requirement with the scenarios that carry it. */
export interface ListedRequirement extends Requirement {
  /** Where they stand: `features/is400/accounts.feature:12`. */
  readonly scenarios: readonly string[];
  /** How many of them are tagged `@assumed`. */
  readonly assumed: number;
}

/** Every requirement of a catalogue with the scenarios that carry it. */
export function listRequirements(
  catalogue: RequirementCatalogue,
  { scenarios }: ReadFeatures,
): readonly ListedRequirement[] {
  const carriers = new Map<string, Tagged[]>(catalogue.requirements.map(({ id }) => [id, []]));
  for (const scenario of scenarios) {
    for (const id of requirementIdsOf(scenario.tags)) carriers.get(id)?.push(scenario);
  }
  return catalogue.requirements.map((requirement) => {
    const carrying = carriers.get(requirement.id) ?? [];
    return {
      ...requirement,
      scenarios: carrying.map(({ id }) => id),
      assumed: carrying.filter(isAssumed).length,
    };
  });
}

/** The list as a person at the terminal reads it: a table for each group, and what there is in all. */
export function requirementLines(listed: readonly ListedRequirement[]): readonly string[] {
  const widthOf = (text: (one: ListedRequirement) => string): number =>
    Math.max(...listed.map((one) => text(one).length));
  const idWidth = widthOf(({ id }) => id);
  const titleWidth = widthOf(({ title }) => title);
  const row = (id: string, title: string, risk: string, scenarios: string, assumed: string) =>
    [
      id.padEnd(idWidth),
      title.padEnd(titleWidth),
      risk.padEnd('medium'.length),
      scenarios.padStart('scenarios'.length),
      assumed.padStart('@assumed'.length),
    ].join('  ');
  const tables = [...Map.groupBy(listed, ({ group }) => group)].flatMap(([group, entries]) => [
    '',
    group,
    ...entries.map(({ id, title, risk, scenarios, assumed }) =>
      row(id, title, risk.level, String(scenarios.length), String(assumed)),
    ),
  ]);
  const carriers = new Set(listed.flatMap(({ scenarios }) => scenarios));
  return [
    row('id', 'title', 'risk', 'scenarios', '@assumed'),
    ...tables,
    '',
    `${listed.length} requirements, carried by ${carriers.size} scenarios.`,
  ];
}
