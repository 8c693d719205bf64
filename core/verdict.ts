/**
 * How a scenario or a run ended.
 * `failed`: the meter is wrong; `error`: the rig or the bench is.
 */
export type Verdict = 'passed' | 'skipped' | 'inconclusive' | 'failed' | 'error';

/** Worst first: the verdict of a run is the worst of its scenarios'. */
const severity: readonly Verdict[] = ['error', 'failed', 'inconclusive', 'passed', 'skipped'];

export const worst = (verdicts: Iterable<Verdict>): Verdict | undefined => {
  const seen = new Set(verdicts);
  return severity.find((verdict) => seen.has(verdict));
};

/** The exit code of a run; a run that exercised nothing is never a pass. */
export function exitCode(verdict: Verdict | undefined): 0 | 1 | 3 | 4 {
  switch (verdict) {
    case 'passed':
      return 0;
    case 'failed':
      return 1;
    case 'error':
      return 3;
    case 'inconclusive':
    case 'skipped':
    case undefined:
      return 4;
  }
}
