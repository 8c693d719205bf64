import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRequirements, type RequirementCatalogue } from '#reports';
import type { Shell } from '../shell.ts';

/** The catalogue that was named, or the one that comes along. Errors: `FB_REQUIREMENTS`. */
export function catalogueNamed(shell: Shell, named: string | undefined): RequirementCatalogue {
  const ours = fileURLToPath(new URL('docs/requirements.yaml', shell.root));
  const path = named === undefined ? ours : shell.path(named);
  return loadRequirements(relative(shell.cwd, path));
}
