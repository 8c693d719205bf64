import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FormatName, writeFormats } from '#reports';
import type { Shell } from './shell.ts';

/** Writes formats of a run and prints where each is. Errors: as `writeFormats`. */
export async function writeFormatsOf(
  shell: Shell,
  folder: string,
  names: readonly FormatName[],
  out?: string,
): Promise<void> {
  const written = await writeFormats(folder, names, {
    root: fileURLToPath(shell.root),
    workspace: shell.cwd,
    ...(out === undefined ? {} : { out }),
  });
  for (const path of written) shell.print(`Wrote: ${relative(shell.cwd, path)}`);
}
