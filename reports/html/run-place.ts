import { BenchError, type RunEntry } from '#core';
import { type RunFile, readRunFile } from '../archive/run-file.ts';
import type { RunStory } from '../record/story.ts';

/** The `run.json` of a folder; `undefined` where it is missing or is not one. */
export function runFileOf(folder: string): RunFile | undefined {
  try {
    return readRunFile(folder);
  } catch (error) {
    if (error instanceof BenchError) return undefined;
    throw error;
  }
}

/** True when a run was not carried to its end. */
export const isIncomplete = (story: RunStory, file: RunFile | undefined): boolean =>
  story.end === undefined || file?.state === 'open';

/** What stands loudly above the figures, the gravest first. */
export function warningsOf(story: RunStory, file: RunFile | undefined): readonly string[] {
  return [
    ...(isIncomplete(story, file) ? [incomplete] : []),
    ...evidenceWarnings(story, file),
    ...judgementWarnings(story.run),
  ];
}

const incomplete =
  'This run is incomplete: it still goes on, or was killed. What it says is what had happened up to then.';

function* evidenceWarnings({ state, end }: RunStory, file: RunFile | undefined): Generator<string> {
  if (state.chainBreak) {
    const { line, problem } = state.chainBreak;
    yield `The record was changed after it was written: in line ${line}, ${problem}.`;
  }
  if (state.torn) yield 'The last line of the record was torn off and is left out.';
  if (!file)
    yield 'There is no run.json beside the record: when and where the run was made is not known.';
  else if (end && file.record && file.record.head !== state.head) {
    yield 'The record does not end as it did when the run was concluded.';
  }
}

function* judgementWarnings({ fault, judge, suite }: RunEntry): Generator<string> {
  if (fault !== null) {
    yield `A firmware fault was seeded into the meter on purpose: ${fault}. Nothing here speaks for a sound meter.`;
  }
  if (judge === 'checks') {
    yield 'The shadow model did not judge: only what the features check was compared, not every display.';
  }
  if (judge === 'shadow') {
    yield 'Only the shadow model judged: what the features check was looked at and not judged.';
  }
  if (suite.dirty) {
    yield 'The features or the program had changes that are in no commit: this run cannot be repeated from its commit alone.';
  }
}
