import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { HistoryReport } from '#reports';

const exec = promisify(execFile);

type Broken = HistoryReport['broken'][number];

/** What was committed between the last run that passed and the first that failed. */
export interface Commits {
  readonly from: string | null;
  readonly to: string | null;
  /** Hashes and subjects, the newest first; `null` where git does not know the two. */
  readonly commits: readonly string[] | null;
}

/** Finds the commits that a scenario may have broken by. */
export async function commitsBetween(
  root: URL,
  { firstFailing, lastPassing }: Pick<Broken, 'firstFailing' | 'lastPassing'>,
): Promise<Commits> {
  const from = lastPassing?.commit ?? null;
  const to = firstFailing.commit;
  if (from === null || to === null) return { from, to, commits: null };
  if (from === to) return { from, to, commits: [] };
  try {
    const { stdout } = await exec('git', ['log', '--format=%h %s', `${from}..${to}`, '--'], {
      cwd: fileURLToPath(root),
    });
    return { from, to, commits: stdout.split('\n').filter((line) => line !== '') };
  } catch {
    return { from, to, commits: null };
  }
}
