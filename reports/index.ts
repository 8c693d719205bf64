import type { ReportOptions } from './html/write-report.ts';

export { openRun } from './archive/open-run.ts';
export { recordFileName } from './archive/run-file.ts';
export type { RequirementTitle } from './html/page-data.ts';
export type { ReportOptions } from './html/write-report.ts';

/**
 * Writes `report.html` of a run's folder; resolves with its path. What makes it is loaded only now, so
 * that a run begins without it. Errors: `FB_RUN_RECORD`.
 */
export async function writeReport(folder: string, options: ReportOptions = {}): Promise<string> {
  const { writeHtmlReport } = await import('./html/write-report.ts');
  return writeHtmlReport(folder, options);
}
