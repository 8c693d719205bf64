import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRequirements, type RequirementCatalogue } from '#reports';
import type { Shell } from '../shell.ts';

/** The catalogue that was named, or the one that comes along. Errors: `FB_REQUIREMENTS`. */
export const catalogueNamed = (shell: Shell, named: string | undefined): RequirementCatalogue =>
  loadRequirements(catalogueFile(shell, named));

/** The file of it, from where the program was started. */
export function catalogueFile(shell: Shell, named: string | undefined): string {
  const ours = fileURLToPath(new URL('docs/requirements.yaml', shell.root));
  return relative(shell.cwd, named === undefined ? ours : shell.path(named));
}
