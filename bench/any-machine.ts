// What concerns any machine, and no machine in particular.
export { Bench, type BenchOptions, type Judge } from './bench.ts';
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
