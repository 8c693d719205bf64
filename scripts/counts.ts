/** What a step of `npm test` found. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    noCounts,
  );

/** The last line of `npm test`. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** True for a whole that is a pass: nothing failed and something was tested. */
export const isPass = ({ passed, failed }: Counts): boolean => failed === 0 && passed > 0;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/**
 * The counts of vitest's JSON report. A file that could not be loaded has no tests in it and is
 * one failure; so is a run that ended badly without naming a test, and one without any test.
 */
export function unitCounts(report: VitestReport, exitCode: number): Counts {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + unloaded;
  const unnamed = failed === 0 && (exitCode !== 0 || passed + skipped === 0);
  return { passed, failed: unnamed ? 1 : failed, skipped };
}
