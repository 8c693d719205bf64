export { openRun } from './archive/open-run.ts';
export { type RunFile, readRunFile, recordFileName, runFileName } from './archive/run-file.ts';
export {
  type FormatName,
  type FormatOptions,
  formatNames,
  writeFormats,
} from './formats/write-formats.ts';
export { writeReport } from './report.ts';
