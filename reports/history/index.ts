export { compareRuns, differenceKinds, type RunComparison } from '../compare/compare-runs.ts';
export type { ScenarioDifference } from '../compare/compare-scenarios.ts';
export { HistoryFile, hasHistory, setHistoryAside } from './history-file.ts';
export { attemptsOf, historyOf, type PastAttempt } from './history-of.ts';
export { type HistoryReport, historyReport } from './history-report.ts';
export { insertRun } from './insert-run.ts';
export { flakyOnes, seededRuns } from './seeded-runs.ts';
export { enterInHistory, runFoldersIn, type TakenIn, takeInRuns } from './take-in.ts';
