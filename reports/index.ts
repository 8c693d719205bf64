export { openRun } from './archive/open-run.ts';
export { type RunFile, readRunFile, recordFileName } from './archive/run-file.ts';
export { openStory, type RunStory, type ScenarioStory, type StepStory } from './record/story.ts';
export { writeReport } from './report.ts';
export {
  checkFeatureIds,
  type Tagged,
  unknownIdLines,
} from './requirements/check-feature-ids.ts';
export {
  type Assumption,
  coverage,
  type Evidence,
  evidenceOf,
  isAssumed,
  type RequirementCoverage,
  type ScenarioEvidence,
  type Standing,
  standings,
} from './requirements/coverage.ts';
export { loadRequirements } from './requirements/load-requirements.ts';
export { requirementIdsOf } from './requirements/requirement-tags.ts';
export type {
  Requirement,
  RequirementCatalogue,
  RequirementRisk,
  RequirementSource,
} from './requirements/schema.ts';
export { type UnknownIds, unknownIds } from './requirements/unknown-ids.ts';
