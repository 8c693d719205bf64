export { Bench, type BenchOptions, type Judge } from './bench.ts';
export {
  type AccountingRun,
  type AccountingRunsOptions,
  accountingRuns,
} from './connect-plus/accounting-runs.ts';
export { type WorkKind, workKinds } from './connect-plus/accounting-work.ts';
export * as connectPlus from './connect-plus/index.ts';
export { callOperationsOf } from './data-centre/cut-operations.ts';
export { cutProblem, cutTable, tableLegend } from './data-centre/cut-table.ts';
export { type CutCell, type CutOptions, cuts } from './data-centre/cuts.ts';
export { fundsPanelOf } from './data-centre/funds-panel-of.ts';
export { screenDifference } from './failures.ts';
export type {
  CallResult,
  Errand,
  FundsPanel,
  ShownRegisters,
  ShownStanding,
} from './funds-panel.ts';
export type { GoldenOptions } from './golden/expect-golden.ts';
export type { Golden, GoldenEntry } from './golden/index.ts';
export { beginningOf, daysTo, type InspectionDay, inspectionDays } from './inspection-days.ts';
export * as is400 from './is400/index.ts';
export {
  type CutOperation,
  type CutOutcome,
  cutOperations,
  type PowerCutOptions,
  powerCuts,
} from './is400/power-cuts.ts';
export * as onboarding from './onboarding/index.ts';
export type { Operator, OperatorAnswer } from './operator.ts';
export { type Goal, Planner, type PlanOptions } from './planner.ts';
export { type PostalProfile, postalProfileOf } from './postal-profile.ts';
export { noRecord, type Recorder, type RecordHead, RunRecord } from './run-record.ts';
export {
  currentSession,
  enterSession,
  RunSession,
  type RunSessionOptions,
  type ScenarioInfo,
  type ScenarioResult,
} from './run-session.ts';
export { screenDigest } from './screen-digest.ts';
export { ShadowModel, type Specification, specificationOf } from './shadow-model.ts';
export { WireLog } from './wire-log.ts';

/** The golden screens that displays are compared with: of no use to most runs, so they are loaded when they are asked for. */
export const loadGolden = () => import('./golden/index.ts');

/** What reads and compares report files: loaded when there is one. */
export const loadFiles = () => import('./files/index.ts');
