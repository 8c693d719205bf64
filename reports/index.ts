import type { ReportOptions } from './html/write-report.ts';

export { openRun } from './archive/open-run.ts';
export type { PruneOptions, PrunePlan } from './archive/prune.ts';
export { type RunFile, readRunFile, recordFileName, runFileName } from './archive/run-file.ts';
export { TimesFile } from './archive/times-file.ts';
export type * from './evidence/index.ts';
export {
  type FormatName,
  type FormatOptions,
  formatNames,
  writeFormats,
} from './formats/write-formats.ts';
export type { RunDigest } from './history/digest-run.ts';
export type * from './history/index.ts';
export { giveWay } from './html/give-way.ts';
export { type MadeMeanwhile, ReportMeanwhile } from './html/report-meanwhile.ts';
export type { ReportOptions } from './html/write-report.ts';
export { keep, readKept } from './kept-file.ts';
export { openStory, type RunStory, type ScenarioStory, type StepStory } from './record/story.ts';
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

/**
 * Writes `report.html` of a run's folder; resolves with its path. What makes it is loaded only now, so
 * that a run begins without it. Errors: `FB_RUN_RECORD`.
 */
export async function writeReport(folder: string, options: ReportOptions = {}): Promise<string> {
  const { writeHtmlReport } = await import('./html/write-report.ts');
  return writeHtmlReport(folder, options);
}

/** Evidence packs, and the keys that sign them: of no use to a run, so it is loaded when it is asked for. */
export const loadEvidence = () => import('./evidence/index.ts');

/** What removes old runs. */
export const loadPruning = () => import('./archive/prune.ts');

/** The history over runs, and their comparison. */
export const loadHistory = () => import('./history/index.ts');
