import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  BenchError,
  type EndEntry,
  type MeasurementEntry,
  type PlannedScenario,
  type RecordLine,
  type RunCounts,
  type RunEntry,
  type Sha256,
  type Verdict,
} from '#core';
import { recordFileName } from '../archive/run-file.ts';
import { newState, type RecordState, readLines } from '../record/read-lines.ts';
import type { RecordBytes } from './pack/documents.ts';
import type { KeptFile, LineTimes, Outcome, RecordedScreen, RunFacts } from './run-facts.ts';

/** Reads the record Errors: `FB_RUN_RECORD`. */
export function readFacts(folder: string): RunFacts {
  const state = newState();
  const reader = new FactReader();
  for (const line of readLines(join(folder, recordFileName), state)) reader.take(line);
  return reader.facts(state, join(folder, recordFileName));
}

/** How long the record in a folder is, with what was torn off behind its last whole line. */
export function recordBytes(folder: string, { state }: RunFacts): RecordBytes {
  const all = statSync(join(folder, recordFileName)).size;
  return { whole: state.bytes, torn: all - state.bytes };
}

class FactReader {
  #run: RunEntry | undefined;
  #plan: readonly PlannedScenario[] = [];
  #end: EndEntry | undefined;
  readonly #outcomes: Outcome[] = [];
  readonly #screens = new Map<Sha256, RecordedScreen>();
  readonly #kept: KeptFile[] = [];
  readonly #times: LineTimes = { first: undefined, last: undefined, back: undefined, timed: 0 };

  take(line: RecordLine): void {
    this.#time(line);
    const outcome = this.#outcomes.at(-1);
    switch (line.type) {
      case 'run':
        this.#run ??= line;
        return;
      case 'plan':
        this.#plan = line.scenarios;
        return;
      case 'end':
        this.#end = line;
        return;
      case 'scenario':
        this.#outcomes.push(begun(line));
        return;
      case 'verdict':
        if (outcome) Object.assign(outcome, { verdict: line.verdict, reason: line.reason });
        return;
      case 'registers':
        if (outcome) outcome[line.when] = line.meters;
        return;
      case 'check':
        if (outcome && !line.holds && !line.judged) outcome.warned = true;
        return;
      case 'measurement':
        outcome?.measurements.push(measured(line));
        return;
      case 'screen':
        this.#screens.set(line.sha256, { line: line.seq, screen: line.screen });
        return;
      default:
        this.#kept.push(...keptIn(line));
    }
  }

  facts(state: RecordState, path: string): RunFacts {
    // The reader of lines has seen to it that the first one is the run's, if there is any.
    if (this.#run === undefined) throw emptyRecord(path);
    return {
      run: this.#run,
      plan: this.#plan,
      outcomes: this.#outcomes,
      screens: this.#screens,
      kept: this.#kept,
      end: this.#end,
      counts: counted(this.#plan, this.#outcomes),
      state,
      times: this.#times,
    };
  }

  #time({ t, seq }: RecordLine): void {
    if (t === undefined) return;
    const { last } = this.#times;
    if (last !== undefined && t < last) this.#times.back ??= { line: seq, from: last, to: t };
    this.#times.first ??= t;
    this.#times.last = t;
    this.#times.timed += 1;
  }
}

function emptyRecord(path: string): BenchError {
  return new BenchError('FB_RUN_RECORD', `The run record ${path} has not one whole line.`, {
    hint: 'The run was killed as it began: there is nothing to show.',
  });
}

const begun = ({ id, uid, name, tags, feature, rule, seq }: PlannedScenario & { seq: number }) => ({
  ...{ id, uid, name, tags, feature, rule },
  line: seq,
  verdict: 'incomplete' as const,
  reason: null,
  warned: false,
  measurements: [],
  before: undefined,
  after: undefined,
});

/** "The display is on: 2 s to 2.5 s, limit 5 s: within". */
function measured({ what, limitMs, longerThanMs, atMostMs, verdict }: MeasurementEntry): string {
  const most = atMostMs === null ? 'not seen' : `${atMostMs / 1000} s`;
  return `${what}: ${longerThanMs / 1000} s to ${most}, limit ${limitMs / 1000} s: ${verdict}`;
}

function keptIn(line: RecordLine): readonly KeptFile[] {
  const { seq } = line;
  switch (line.type) {
    case 'file':
      return line.path === null ? [] : [{ line: seq, path: line.path, sha256: line.sha256 }];
    case 'attachment':
      return [{ line: seq, path: line.path, sha256: line.sha256 }];
    case 'golden':
      return Object.values(line.pictures ?? {}).map((path) => ({
        line: seq,
        path,
        sha256: undefined,
      }));
    default:
      return [];
  }
}

function counted(plan: readonly PlannedScenario[], outcomes: readonly Outcome[]): RunCounts {
  const count = (verdict: Verdict): number =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const concluded = outcomes.filter(({ verdict }) => verdict !== 'incomplete').length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    error: count('error'),
    inconclusive: count('inconclusive'),
    skipped: count('skipped'),
    'not run': Math.max(0, plan.length - concluded),
  };
}
