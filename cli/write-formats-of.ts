import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FormatName, writeFormats } from '#reports';
import { catalogueNamed } from './requirements/catalogue.ts';
import { screenArt } from './screen-art.ts';
import type { Shell } from './shell.ts';

interface FormatPlaces {
  /** Where they go; the folder of the run when not given. */
  readonly out?: string;
  /** The catalogue as it was named, whose risks Allure shows. */
  readonly requirements?: string;
}

/** Writes formats of a run and prints where each is. Errors: as `writeFormats`, `FB_REQUIREMENTS`. */
export async function writeFormatsOf(
  shell: Shell,
  folder: string,
  names: readonly FormatName[],
  { out, requirements }: FormatPlaces,
): Promise<void> {
  const catalogue = names.includes('allure') ? catalogueNamed(shell, requirements) : undefined;
  const written = await writeFormats(folder, names, {
    root: fileURLToPath(shell.root),
    workspace: shell.cwd,
    draw: screenArt.draw,
    ...(out === undefined ? {} : { out: shell.path(out) }),
    ...(catalogue
      ? { risks: new Map(catalogue.requirements.map(({ id, risk }) => [id, risk.level])) }
      : {}),
  });
  for (const path of written) shell.print(`Wrote: ${relative(shell.cwd, path)}`);
}
