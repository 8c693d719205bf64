import type { ScenarioResult } from '#bench';
import type { Shell } from '../shell.ts';
import { textTable } from '../text-table.ts';
import type { Examination } from './examinations.ts';
import type { FaultFindings, Finding } from './findings.ts';
import type { SuiteResults } from './suite.ts';

/** What a command prints with. */
type Printer = Pick<Shell, 'print'>;

const marks = { caught: '✓', survived: '✗', broken: '!' } as const;

/** Where a fault was caught, and how if it was not by a check or a divergence. */
function cell(finding: Finding): string {
  if (finding.status === 'survived') return '-';
  const { status, scenario, code } = finding;
  const how = code === 'FB_EXPECTATION' || code === 'FB_DIVERGENCE' ? '' : ` ${code}`;
  return `${status === 'broken' ? '! ' : ''}${scenario.replace(/^features\//, '')}${how}`;
}

const indent = (text: string): string => text.replace(/^/gm, '    ');

/** The counts that the last lines and the exit code go by. */
export const tally = (all: readonly FaultFindings[]) => {
  const caught = (by: 'checks' | 'shadow'): number =>
    all.filter((one) => one[by]?.status === 'caught').length;
  const byCheck = all.filter(
    ({ checks }) => checks.status === 'caught' && checks.code === 'FB_EXPECTATION',
  );
  return {
    killed: caught('checks'),
    /** Of those: how many by a check that did not hold, the others by a way that was lost. */
    byCheck: byCheck.length,
    shadowAlone: caught('shadow'),
    total: all.length,
  };
};

/** True for a run in which every scenario passed or was skipped, and one at least passed. */
export const isGreen = ({ planned, results }: SuiteResults): boolean =>
  results.length === planned &&
  results.every(({ verdict }) => verdict === 'passed' || verdict === 'skipped') &&
  results.some(({ verdict }) => verdict === 'passed');

/** How the run without a fault went; what did not pass in it, with its reason. */
export function printUnmutated(shell: Printer, { planned, results }: SuiteResults): void {
  const count = (verdict: ScenarioResult['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  const skipped = count('skipped');
  const also = skipped > 0 ? `, ${skipped} skipped` : '';
  shell.print(`Without a fault: ${count('passed')} of ${planned} scenarios passed${also}.`);
  for (const { verdict, name, id, reason } of results) {
    if (verdict === 'passed' || verdict === 'skipped') continue;
    shell.print(`${verdict}: ${name} (${id})\n${indent(reason ?? '')}`);
  }
}

/** One line as a fault is done with. */
export function printProgress(
  shell: Printer,
  { name, checks, shadow }: FaultFindings,
  done: number,
  total: number,
): void {
  const place = `${String(done).padStart(String(total).length)}/${total}`;
  const also = shadow ? `  shadow ${marks[shadow.status]}` : '';
  shell.print(`${place}  checks ${marks[checks.status]}${also}  ${name}`);
}

/** Which features are examined, and on which rig. */
export const printExamination = (
  shell: Printer,
  { features, rig }: Pick<Examination, 'features' | 'rig'>,
): void => shell.print(`\n${features.join(' ')} on ${rig}`);

/** The table of one examination, then what survived or broke in it. */
export function printFindings(shell: Printer, all: readonly FaultFindings[]): void {
  const withShadow = all.some(({ shadow }) => shadow);
  const header = ['fault', 'caught by the checks of', 'by the shadow model alone in'];
  const rows = all.map(({ name, checks, shadow }) => [
    name,
    cell(checks),
    shadow ? cell(shadow) : 'not looked at',
  ]);
  shell.print('');
  shell.print(textTable([header, ...rows].map((row) => row.slice(0, withShadow ? 3 : 2))));
  const survivors = all.filter(({ checks }) => checks.status === 'survived');
  if (survivors.length > 0) shell.print('\nSurvived the checks:');
  for (const { name, description } of survivors) shell.print(`  ${name}: ${description}`);
  for (const { name, checks } of all) {
    if (checks.status !== 'broken') continue;
    shell.print(`\nBroken, which proves nothing: ${name} (${checks.scenario})`);
    shell.print(indent(checks.reason));
  }
}

/** The counts of all examinations. */
export function printCounts(shell: Printer, all: readonly FaultFindings[]): void {
  const { killed, byCheck, shadowAlone, total } = tally(all);
  shell.print(
    `\nby a check that did not hold: ${byCheck}; by a way that was lost: ${killed - byCheck}`,
  );
  if (all.some(({ shadow }) => shadow)) shell.print(`shadow alone: ${shadowAlone} of ${total}`);
  shell.print(`killed ${killed} of ${total}`);
}
