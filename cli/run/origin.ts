import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { SuiteOrigin } from '#core';

const exec = promisify(execFile);

/** The commit of the checkout, and whether it has changes; `null` where git does not tell. */
export async function originOf(root: URL): Promise<Omit<SuiteOrigin, 'features'>> {
  // Both of one program: each start of one costs a run's first key ten milliseconds.
  const asked = ['status', '--porcelain=v2', '--branch'];
  try {
    const { stdout } = await exec('git', asked, { cwd: fileURLToPath(root) });
    const commit = /^# branch\.oid ([0-9a-f]+)$/m.exec(stdout)?.[1];
    if (commit === undefined) return { commit: null, dirty: null };
    return { commit, dirty: /^[^#\n]/m.test(stdout) };
  } catch {
    return { commit: null, dirty: null };
  }
}
