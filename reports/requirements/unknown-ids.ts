import { requirementIdsOf } from './requirement-tags.ts';
import type { Requirement, RequirementCatalogue } from './schema.ts';

/** How a catalogue and features disagree about ids. */
export interface UnknownIds {
  /** Ids of the features that the catalogue lacks. */
  readonly inFeatures: readonly string[];
  /** Requirements that no feature carries. */
  readonly inCatalogue: readonly Requirement[];
}

/** What a catalogue and the tags of features do not know of each other; each id once. */
export function unknownIds(catalogue: RequirementCatalogue, tags: readonly string[]): UnknownIds {
  const carried = new Set(requirementIdsOf(tags));
  const known = new Set(catalogue.requirements.map(({ id }) => id));
  return {
    inFeatures: [...carried].filter((id) => !known.has(id)),
    inCatalogue: catalogue.requirements.filter(({ id }) => !carried.has(id)),
  };
}
