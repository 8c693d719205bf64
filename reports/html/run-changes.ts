import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BenchError, type RecordLine, type RunEntry } from '#core';
import { readEntry } from '../archive/ledger.ts';
import { type RunFile, recordFileName, runFileName } from '../archive/run-file.ts';
import { textBlocks } from '../record/text-lines.ts';
import type { Standing } from './run-figures.ts';

/** A scenario as the one run or the other has it. */
export interface Seen {
  readonly uid: string;
  readonly name: string;
  readonly verdict: Standing;
  /** Its place in this run; left out when it has none. */
  readonly place?: number;
}

/** What differs from the run before on the same rig. */
export interface RunChanges {
  /** The how manieth run of the rig is compared with, and which. */
  readonly number: number;
  readonly id: string;
  /** What makes the two runs unlike from the start, in words. */
  readonly unlike: readonly string[];
  readonly newlyFailing: readonly Seen[];
  readonly newlyPassing: readonly Seen[];
  readonly added: readonly Seen[];
  readonly gone: readonly Seen[];
}

/** Why there is nothing to compare with. */
export interface NoChanges {
  readonly why: string;
}

/** The run before on the same rig. */
export interface RunBefore extends Pick<RunChanges, 'number' | 'id' | 'unlike'> {
  readonly seen: ReadonlyMap<string, Seen>;
}

/** Reads the run before on the rig of this one, through the ledger of its archive. */
export function runBefore(
  folder: string,
  file: RunFile | undefined,
  run: RunEntry,
): RunBefore | NoChanges {
  if (!file) return { why: 'Which run came before is not known without run.json.' };
  if (!file.previous) return { why: 'This is the first run on this rig.' };
  const { number, id, sha256 } = file.previous;
  const found = folderOf(folder, file.rig, number);
  if (typeof found !== 'string') return found;
  const before = readOutcomes(join(found, recordFileName));
  if (!before) return { why: `The record of run ${number} on this rig cannot be read.` };
  const changed = digestOf(join(found, runFileName)) !== sha256;
  return {
    number,
    id,
    unlike: [
      ...(changed ? ['the run.json of that run is not what it was when this run began'] : []),
      ...unlikeRuns(before.run, run),
    ],
    seen: before.seen,
  };
}

/** Compares a run with the one before. */
export function changesSince(
  before: RunBefore | NoChanges,
  now: ReadonlyMap<string, Seen>,
): RunChanges | NoChanges {
  if ('why' in before) return before;
  const { seen, ...told } = before;
  return { ...told, ...compare(seen, now) };
}

function folderOf(folder: string, rig: string, number: number): string | NoChanges {
  const archive = dirname(resolve(folder));
  try {
    const found = resolve(archive, readEntry(archive, rig, number).folder);
    if (existsSync(join(found, recordFileName))) return found;
    return { why: `Run ${number} on this rig is not in the archive any more.` };
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    return { why: `The ledger of this archive does not have run ${number}.` };
  }
}

const digestOf = (path: string): string | undefined =>
  existsSync(path) ? hash('sha256', readFileSync(path)) : undefined;

function* unlikeRuns(before: RunEntry | undefined, now: RunEntry): Generator<string> {
  if (!before) return;
  if (before.target !== now.target) yield `it was ${before.target}`;
  if (before.fault !== now.fault) {
    yield before.fault === null
      ? 'it had no seeded fault'
      : `it had the seeded fault ${before.fault}`;
  }
  if (before.judge !== now.judge) yield `it was judged by ${before.judge}`;
  if (before.meter.firmware !== now.meter.firmware) yield `firmware ${before.meter.firmware}`;
  if (before.meter.serial !== now.meter.serial) yield `meter ${before.meter.serial}`;
}

interface Outcomes {
  readonly run: RunEntry | undefined;
  readonly seen: ReadonlyMap<string, Seen>;
}

/** How each scenario of a record ended, without reading what happened in it. */
function readOutcomes(path: string): Outcomes | undefined {
  let run: RunEntry | undefined;
  const seen = new Map<string, Seen>();
  let current = '';
  try {
    for (const line of outcomeLines(path)) {
      if (line.type === 'run') run = line;
      if (line.type === 'plan') {
        for (const { uid, name } of line.scenarios)
          seen.set(uid, { uid, name, verdict: 'not run' });
      }
      if (line.type === 'scenario') {
        current = line.uid;
        seen.set(current, { uid: current, name: line.name, verdict: 'incomplete' });
      }
      const told = seen.get(current);
      if (line.type === 'verdict' && told) seen.set(current, { ...told, verdict: line.verdict });
    }
  } catch {
    return undefined;
  }
  return { run, seen };
}

/** Lines that may tell of outcomes: a mark, which others can have within, finds them without reading all. */
function* outcomeLines(path: string): Generator<RecordLine> {
  const mark = /"type":"(?:run|plan|scenario|verdict)"/g;
  for (const block of textBlocks(path)) {
    // Each byte as the character of its number.
    const text = block.toString('latin1');
    mark.lastIndex = 0;
    while (mark.test(text)) {
      const begin = text.lastIndexOf('\n', mark.lastIndex) + 1;
      yield JSON.parse(block.toString('utf8', begin, text.indexOf('\n', mark.lastIndex)));
    }
  }
}

const isBad = (verdict: Standing): boolean => verdict !== 'passed' && verdict !== 'skipped';

function compare(
  before: ReadonlyMap<string, Seen>,
  now: ReadonlyMap<string, Seen>,
): Pick<RunChanges, 'newlyFailing' | 'newlyPassing' | 'added' | 'gone'> {
  const both = [...now.values()].flatMap((one) => {
    const other = before.get(one.uid);
    return other ? [{ one, other }] : [];
  });
  return {
    newlyFailing: both
      .filter(({ one, other }) => isBad(one.verdict) && !isBad(other.verdict))
      .map(({ one }) => one),
    newlyPassing: both
      .filter(({ one, other }) => one.verdict === 'passed' && other.verdict !== 'passed')
      .map(({ one }) => one),
    added: [...now.values()].filter(({ uid }) => !before.has(uid)),
    gone: [...before.values()].filter(({ uid }) => !now.has(uid)),
  };
}
