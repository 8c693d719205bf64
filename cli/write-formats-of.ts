import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FormatName, type RequirementCatalogue, writeFormats } from '#reports';
import { screenArt } from './screen-art.ts';
import type { Shell } from './shell.ts';

interface FormatPlaces {
  /** Where they go; the folder of the run when not given. */
  readonly out?: string;
  /** Asked for where Allure is to show the risks in it. */
  readonly catalogue: () => RequirementCatalogue;
}

/** Writes formats of a run and prints where each is. Errors: as `writeFormats` and `catalogue`. */
export async function writeFormatsOf(
  shell: Shell,
  folder: string,
  names: readonly FormatName[],
  { out, catalogue }: FormatPlaces,
): Promise<void> {
  const requirements = names.includes('allure') ? catalogue().requirements : [];
  const written = await writeFormats(folder, names, {
    root: fileURLToPath(shell.root),
    workspace: shell.cwd,
    draw: screenArt.draw,
    ...(out === undefined ? {} : { out: shell.path(out) }),
    risks: new Map(requirements.map(({ id, risk }) => [id, risk.level])),
  });
  for (const path of written) shell.print(`Wrote: ${relative(shell.cwd, path)}`);
}
