export type { CsvOptions } from './report-csv.ts';
export {
  type ReportFile,
  type ReportFileOptions,
  type ReportFileType,
  reportFileTypes,
  writeReportFile,
} from './report-file.ts';
