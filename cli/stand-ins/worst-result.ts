import type { TestStepResult } from '@cucumber/messages';

/** From the best to the worst; as texts, since the file of their names loads this one. */
const order: readonly string[] = [
  'UNKNOWN',
  'PASSED',
  'SKIPPED',
  'PENDING',
  'UNDEFINED',
  'AMBIGUOUS',
  'FAILED',
];

const badness = ({ status }: TestStepResult): number => order.indexOf(status);

/**
 * Stands for the runner's own function of that name, which puts all results in order to take the first, by
 * a list that it makes for each comparison: three times a step.
 */
export function getWorstTestStepResult(results: readonly TestStepResult[]): TestStepResult {
  const status = 'UNKNOWN' as TestStepResult['status'];
  const nothing = { status, duration: { seconds: 0, nanos: 0 } };
  return results.reduce(
    (worst, result) => (badness(result) > badness(worst) ? result : worst),
    results[0] ?? nothing,
  );
}
