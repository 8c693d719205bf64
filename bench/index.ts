export {
  type AccountingRun,
  type AccountingRunsOptions,
  accountingRuns,
} from './accounting-runs.ts';
export { type WorkKind, workKinds } from './accounting-work.ts';
export { Bench, type BenchOptions, type Judge } from './bench.ts';
export * as connectPlus from './connect-plus/index.ts';
export { screenDifference } from './failures.ts';
export * as files from './files/index.ts';
export * as is400 from './is400/index.ts';
export { type Goal, Planner, type PlanOptions } from './planner.ts';
export {
  type CutOperation,
  type CutOutcome,
  cutOperations,
  type PowerCutOptions,
  powerCuts,
} from './power-cuts.ts';
export { redactSecrets } from './redact.ts';
export { noRecord, type RecordEntry, type Recorder, RunRecord } from './run-record.ts';
export {
  currentSession,
  enterSession,
  RunSession,
  type RunSessionOptions,
  type ScenarioInfo,
  type ScenarioResult,
} from './run-session.ts';
export { ShadowModel, type Specification, specificationOf } from './shadow-model.ts';
