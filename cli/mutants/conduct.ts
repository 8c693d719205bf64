import type { Shell } from '../shell.ts';
import { examineAll } from './crew.ts';
import type { ExaminedFault, FaultFindings } from './findings.ts';
import type { PreparedExamination } from './prepare.ts';
import { printExamination, printFindings, printProgress, printUnmutated } from './print.ts';
import type { UnmutatedRun } from './suite.ts';

interface Manner {
  /** Threads. */
  readonly jobs: number;
  /** Nothing is printed on the way. */
  readonly json?: boolean;
}

/**
 * Examines every fault of one examination, and prints how it goes. `unmutated`: how its features ran
 * without a fault.
 */
export async function conduct(
  shell: Shell,
  examination: PreparedExamination,
  unmutated: UnmutatedRun,
  { jobs, json = false }: Manner,
): Promise<readonly ExaminedFault[]> {
  const { request, faults, rig } = examination;
  if (!json) {
    printExamination(shell, examination);
    printUnmutated(shell, unmutated);
  }
  const found = new Map<string, FaultFindings>();
  await examineAll({ ...request, parts: unmutated.parts }, faults, jobs, (findings) => {
    found.set(findings.name, findings);
    if (!json) printProgress(shell, findings, found.size, faults.length);
  });
  // In the order of the catalogue, whatever thread was done first.
  const all = faults.flatMap(({ name }) => found.get(name) ?? []);
  if (!json) printFindings(shell, all);
  return all.map((findings) => ({ rig, ...findings }));
}
