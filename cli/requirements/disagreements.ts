import {
  type RequirementCatalogue,
  requirementIdsOf,
  type Tagged,
  unknownIdLines,
  unknownIds,
} from '#reports';
import type { ReadFeatures } from './read-features.ts';

/**
 * Where a catalogue and features disagree, a sentence each with file and line: an id that the
 * catalogue lacks, a rule or a scenario without an id, two rules with the same one, a requirement that
 * no scenario carries.
 */
export function disagreements(
  catalogue: RequirementCatalogue,
  { scenarios, rules }: ReadFeatures,
): readonly string[] {
  const isBare = ({ tags }: Tagged): boolean => requirementIdsOf(tags).length === 0;
  const carried = scenarios.flatMap(({ tags }) => tags);
  return [
    ...unknownIdLines(catalogue, [...rules, ...scenarios]),
    ...rules.filter(isBare).map(({ id, name }) => `${id}: the rule "${name}" has no id`),
    ...repeated(rules),
    ...scenarios.filter(isBare).map(({ id, name }) => `${id}: "${name}" carries no id`),
    ...unknownIds(catalogue, carried).inCatalogue.map(
      ({ id, line, title }) => `${catalogue.path}:${line}: no scenario carries ${id} "${title}"`,
    ),
  ];
}

/** The first id of a rule is its own; those behind it may stand above several rules. */
function repeated(rules: readonly Tagged[]): readonly string[] {
  const byId = Map.groupBy(rules, ({ tags }) => requirementIdsOf(tags)[0]);
  return [...byId].flatMap(([own, [first, ...more]]) =>
    own === undefined
      ? []
      : more.map(({ id, name }) => `${id}: the rule "${name}" has the id ${own} of ${first?.id}`),
  );
}
