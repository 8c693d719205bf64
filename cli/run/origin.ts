import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { SuiteOrigin } from '#core';

const exec = promisify(execFile);

/** The commit of the checkout, and whether it has changes; `null` where git does not tell. */
export async function originOf(root: URL): Promise<Omit<SuiteOrigin, 'features'>> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await exec('git', args, { cwd: fileURLToPath(root) })).stdout.trim();
  try {
    const [commit, changes] = await Promise.all([
      git('rev-parse', 'HEAD'),
      git('status', '--porcelain'),
    ]);
    return { commit, dirty: changes !== '' };
  } catch {
    return { commit: null, dirty: null };
  }
}
