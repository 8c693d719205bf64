import type { CaseResult, KitResult } from './run-kit.ts';

/** One case as a line, and beneath it what was expected and seen. */
export function resultLines(result: CaseResult, width: number): readonly string[] {
  const head = `${result.verdict.padEnd(7)}  ${result.name.padEnd(width)}`;
  switch (result.verdict) {
    case 'passed':
      return [`${head}  ${result.durationMs} ms`];
    case 'failed':
      return [
        `${head}  ${result.durationMs} ms`,
        `         ${result.requirement}`,
        `         expected ${result.expected}`,
        `         seen     ${result.seen}`,
      ];
    case 'skipped':
      return [`${head}  ${result.reason}`];
    case 'error':
      return [head, ...result.reason.split('\n').map((line) => `         ${line}`)];
    default:
      return result satisfies never;
  }
}

/** How many cases came to what, as one line. */
export function countsLine({ cases }: Pick<KitResult, 'cases'>): string {
  const count = (verdict: CaseResult['verdict']): number =>
    cases.filter((one) => one.verdict === verdict).length;
  return `${cases.length} cases: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped, ${count('error')} in error`;
}

/** The exit code: 0 all that could be made passed, 1 the rig fails, 3 it could not be told, 4 nothing was made. */
export function kitExitCode({ cases }: Pick<KitResult, 'cases'>): 0 | 1 | 3 | 4 {
  const verdicts = new Set(cases.map(({ verdict }) => verdict));
  if (verdicts.has('failed')) return 1;
  if (verdicts.has('error')) return 3;
  return verdicts.has('passed') ? 0 : 4;
}

/** What a machine reads of a result: who was judged, the counts, and every case. */
export function reportOf(result: KitResult): object {
  const { identity, words, capabilities } = result.survey;
  return {
    version: 1,
    identity: identity ?? null,
    told: words ? [...words] : null,
    capabilities: [...capabilities],
    exitCode: kitExitCode(result),
    cases: result.cases,
  };
}
