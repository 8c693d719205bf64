import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError, nearest } from '#core';
import { readRunFile, recordFileName, runFileName } from '#reports';
import type { Shell } from './shell.ts';

/**
 * The absolute folder of a run that is named on the command line: a path, the name of a folder in
 * `runs/`, or `last` for the one that began last. Errors: `FB_USAGE` when there is none.
 */
export function runFolderNamed(shell: Pick<Shell, 'root' | 'path'>, text: string): string {
  const runs = fileURLToPath(new URL('runs/', shell.root));
  if (text === 'last') return newestOf(runs);
  const places = [shell.path(text), join(runs, text)];
  const found = places.find(isRun);
  if (found !== undefined) return found;
  if (places.some((place) => existsSync(place))) {
    throw new BenchError(
      'FB_USAGE',
      `${text} is not the folder of a run: it has no ${recordFileName} and ${runFileName}.`,
      { hint: whichToName(runs, text) },
    );
  }
  throw new BenchError('FB_USAGE', `There is no run ${text}.`, { hint: whichToName(runs, text) });
}

const isRun = (folder: string): boolean =>
  existsSync(join(folder, recordFileName)) && existsSync(join(folder, runFileName));

/** The folders of runs; what else lies there is left alone. */
function runsIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder).filter((name) => isRun(join(folder, name)));
}

function whichToName(runs: string, text: string): string {
  const names = runsIn(runs);
  if (names.length === 0) return 'runs/ is empty. Make a run: frankbench run';
  return `Did you mean ${nearest(text, names)}? "last" is the newest of the ${names.length} in runs/.`;
}

function newestOf(runs: string): string {
  const dated = runsIn(runs).map((name) => {
    const folder = join(runs, name);
    return { folder, began: beganOf(folder) };
  });
  const newest = dated.toSorted((a, b) => b.began.localeCompare(a.began))[0];
  if (newest) return newest.folder;
  throw new BenchError('FB_USAGE', 'There is no last run: runs/ is empty.', {
    hint: 'Make one (frankbench run), or name the folder of a run.',
  });
}

/** A run of another version is not the newest. */
function beganOf(folder: string): string {
  try {
    return readRunFile(folder).began;
  } catch {
    return '';
  }
}
