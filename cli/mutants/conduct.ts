import type { Shell } from '../shell.ts';
import { examineAll } from './crew.ts';
import type { ExaminedFault, FaultFindings } from './findings.ts';
import type { PreparedExamination } from './prepare.ts';
import { printExamination, printFindings, printProgress, printUnmutated } from './print.ts';
import { firstParts, remember } from './remembered.ts';
import type { UnmutatedRun } from './suite.ts';

interface Manner {
  /** Threads. */
  readonly jobs: number;
  /** Keeps where each fault was caught. */
  readonly remember?: boolean;
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
  { jobs, json = false, remember: keep = false }: Manner,
): Promise<readonly ExaminedFault[]> {
  const { request, faults, rig } = examination;
  if (!json) {
    printExamination(shell, examination);
    printUnmutated(shell, unmutated);
  }
  const found = new Map<string, FaultFindings>();
  const { parts } = unmutated;
  const first = firstParts(shell.root, examination, parts);
  await examineAll({ ...request, parts, first }, faults, jobs, (findings) => {
    found.set(findings.name, findings);
    if (!json) printProgress(shell, findings, found.size, faults.length);
  });
  // In the order of the catalogue, whatever thread was done first.
  const all = faults.flatMap(({ name }) => found.get(name) ?? []);
  if (!json) printFindings(shell, all);
  if (keep) remember(shell.root, examination, parts, all);
  return all.map((findings) => ({ rig, ...findings }));
}
