import { fileURLToPath } from 'node:url';
import type { Shell } from '../shell.ts';

/** Where the folders of runs lie: what was named, else `runs` in the checkout. */
export const archiveOf = (shell: Shell, named: string | undefined): string =>
  named === undefined ? fileURLToPath(new URL('runs', shell.root)) : shell.path(named);
