export * from './any-machine.ts';
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
export * as is400 from './is400/index.ts';
export {
  type CutOperation,
  type CutOutcome,
  cutOperations,
  type PowerCutOptions,
  powerCuts,
} from './is400/power-cuts.ts';
export * as onboarding from './onboarding/index.ts';
