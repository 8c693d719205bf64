import type { FeaturePart } from '../run/cucumber.ts';
import type { FaultFindings, Finding, LoneJudge, SeededFault } from './findings.ts';
import { findingOf, firstFinding } from './findings.ts';
import { partFirst, type Suite, type SuiteRequest } from './suite.ts';

/**
 * Runs the suite with one fault after the other, once for each way of judging, or by the checks only.
 * The scenario that caught a fault the last time goes first, then the file that has caught the one
 * before: neighbours in the catalogue fall to the same features.
 */
export async function examine(
  suite: Suite,
  faults: readonly SeededFault[],
  { checksOnly = false, first = {} }: Pick<SuiteRequest, 'checksOnly' | 'first'>,
  onFindings: (findings: FaultFindings) => void,
): Promise<void> {
  const { parts } = suite;
  const order: Record<LoneJudge, readonly FeaturePart[]> = { checks: parts, shadow: parts };
  const judged = async (fault: string, judge: LoneJudge): Promise<Finding> => {
    const { results } = await suite.run({
      judge,
      fault,
      parts: [...(first[fault] ? [first[fault]] : []), ...order[judge]],
      endAt: (result) => findingOf(result, judge).status !== 'survived',
    });
    const found = firstFinding(results, judge);
    if (found.status !== 'survived') order[judge] = partFirst(order[judge], found.scenario);
    return found;
  };
  for (const fault of faults) {
    const checks = await judged(fault.name, 'checks');
    const shadow = checksOnly ? undefined : await judged(fault.name, 'shadow');
    onFindings({ ...fault, checks, ...(shadow ? { shadow } : {}) });
  }
}
