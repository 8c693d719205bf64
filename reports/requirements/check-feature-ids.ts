import { BenchError, nearest } from '#core';
import { requirementIdsOf } from './requirement-tags.ts';
import type { RequirementCatalogue } from './schema.ts';
import { unknownIds } from './unknown-ids.ts';

/** A scenario that is to run, or a rule: anything with a place and tags. */
export interface Tagged {
  /** Where it stands: `features/is400/accounts.feature:12`. */
  readonly id: string;
  readonly name: string;
  /** With the `@`, and with those of its rule and its feature. */
  readonly tags: readonly string[];
}

/**
 * One sentence for each id that the catalogue lacks, with the first place that carries it, how many
 * more do, and the nearest id that is known.
 */
export function unknownIdLines(
  catalogue: RequirementCatalogue,
  tagged: readonly Tagged[],
): readonly string[] {
  const known = catalogue.requirements.map(({ id }) => id);
  const tags = tagged.flatMap((one) => one.tags);
  return unknownIds(catalogue, tags).inFeatures.map((id) => {
    const [first, ...more] = tagged.filter((one) => requirementIdsOf(one.tags).includes(id));
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    return `${first?.id}: "${first?.name}"${others} carries ${id}; ${catalogue.path} has no such id (did you mean ${nearest(id, known)}?)`;
  });
}

/**
 * Makes sure before a run that the catalogue has every id of the scenarios that are to run. Errors:
 * `FB_REQUIREMENTS` with place and nearest id for each that it lacks.
 */
export function checkFeatureIds(catalogue: RequirementCatalogue, planned: readonly Tagged[]): void {
  const lines = unknownIdLines(catalogue, planned);
  if (lines.length === 0) return;
  throw new BenchError(
    'FB_REQUIREMENTS',
    `The features have ids that are not in the requirements catalogue:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    {
      hint: 'Mend the tag, add an entry, or name the catalogue of these features: --requirements.',
    },
  );
}
