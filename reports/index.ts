export { openRun } from './archive/open-run.ts';
export { recordFileName } from './archive/run-file.ts';
export { writeReport } from './report.ts';
