import { join } from 'node:path';
import { BenchError } from '#core';
import { type RunFile, readRunFile, recordFileName } from '../archive/run-file.ts';
import { openStory, type RunStory } from '../record/story.ts';

/** A run as its folder tells it: where it stands in the world, and what happened at the meter. */
export interface ToldRun {
  readonly folder: string;
  readonly file: RunFile;
  /** Can be gone through once. */
  readonly story: RunStory;
}

/** Opens the folder of a run, of one that was killed too. Errors: `FB_RUN_RECORD`. */
export const tellRun = (folder: string): ToldRun => ({
  folder,
  file: readRunFile(folder),
  story: openStory(join(folder, recordFileName)),
});

/**
 * Refuses a record that is not as its run left it, once it was read to its end: what machines read
 * cannot carry a doubt. Errors: `FB_RUN_RECORD`.
 */
export function checkWhole({ folder, file, story }: ToldRun): void {
  const { chainBreak, lines, head } = story.state;
  const problem = chainBreak
    ? `line ${chainBreak.line}: ${chainBreak.problem}`
    : file.record && (file.record.lines !== lines || file.record.head !== head)
      ? `it has ${lines} lines, and not the last one that run.json names`
      : undefined;
  if (problem === undefined) return;
  throw new BenchError(
    'FB_RUN_RECORD',
    `${join(folder, recordFileName)} is not as the run left it: ${problem}.`,
    { hint: 'It was changed afterwards. Put the old file back, or run again.' },
  );
}
