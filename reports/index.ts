export { openRun } from './archive/open-run.ts';
export { recordFileName } from './archive/run-file.ts';
export * from './evidence/index.ts';
export { writeReport } from './report.ts';
