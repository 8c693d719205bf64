import { relative } from 'node:path';
import type { ScenarioResult } from '#bench';
import type { Shell } from '../shell.ts';
import type { RunOutcome } from './run.ts';

const marks = { passed: '✓', skipped: '-', inconclusive: '?', failed: '✗', error: '!' } as const;

/** Says how far a run is: what did not pass at once, and a line for each fifty scenarios. */
export function progress(shell: Shell): (result: ScenarioResult, planned: number) => void {
  let done = 0;
  return (result, planned) => {
    done += 1;
    if (result.verdict !== 'passed') {
      shell.print(`${marks[result.verdict]} ${result.name} (${result.id})`);
      if (result.reason !== null) shell.print(indent(result.reason));
    }
    if (done % 50 === 0 && done < planned) shell.print(`… ${done} of ${planned} scenarios`);
  };
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

/** The counts, the verdict and where the report is. */
export function printResult(shell: Shell, outcome: RunOutcome): void {
  const { counts, scenarios, keys, ms } = outcome;
  const parts = Object.entries(counts).flatMap(([name, count]) =>
    count > 0 ? [`${count} ${name}`] : [],
  );
  shell.print('');
  shell.print(
    `${scenarios} scenarios: ${parts.join(', ')} (${keys} keys, ${(ms / 1000).toFixed(1)} s)`,
  );
  shell.print(`Verdict: ${outcome.verdict ?? 'nothing was run'}`);
  if (outcome.report !== undefined) {
    shell.print(`Report: ${relative(shell.cwd, outcome.report)}`);
  }
  for (const warning of outcome.warnings) shell.print(`Warning: ${warning}`);
}
