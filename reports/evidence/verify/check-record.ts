import type { RunFile } from '../../archive/run-file.ts';
import { recordFileName, runFileName } from '../../archive/run-file.ts';
import type { RunFacts } from '../run-facts.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';

/** Whether a record holds together, and is the one that `run.json` tells of. */
export function checkRecord(facts: RunFacts, file: RunFile): readonly Finding[] {
  return [...chain(facts), ...agreement(facts, file), ...plan(facts), ...times(facts, file)];
}

function* chain({ state }: RunFacts): Generator<Finding> {
  const { chainBreak } = state;
  if (!chainBreak) return;
  const { line, problem } = chainBreak;
  yield { code: 'chain-broken', file: recordFileName, line, seen: problem };
}

function* agreement({ run, state, end, counts }: RunFacts, file: RunFile): Generator<Finding> {
  const isConcluded = end !== undefined && !state.torn;
  const expected = {
    rig: run.rig.name,
    state: isConcluded ? 'concluded' : 'open',
    record: isConcluded ? { lines: state.lines, head: state.head } : null,
    verdict: end?.verdict ?? null,
    counts: end?.counts ?? null,
  };
  const { rig, state: said, record, verdict } = file;
  const seen = { rig, state: said, record, verdict, counts: file.counts };
  yield* differing(runFileName, expected, seen);
  if (end) yield* differing(recordFileName, counts, end.counts, 'the verdicts counted: ');
}

function* differing(file: string, expected: unknown, seen: unknown, what = ''): Generator<Finding> {
  const difference = firstDifference(expected, seen);
  if (!difference) return;
  yield {
    code: 'run-differs',
    file,
    expected: `${what}${difference.path} ${difference.expected}`,
    seen: difference.seen,
  };
}

function* plan({ plan, outcomes }: RunFacts): Generator<Finding> {
  const planned = new Set(plan.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id, line } of outcomes) {
    if (!planned.has(id)) {
      yield {
        code: 'plan-differs',
        file: recordFileName,
        line,
        seen: `${id}, which was not planned`,
      };
    } else if (seen.has(id)) {
      yield { code: 'plan-differs', file: recordFileName, line, seen: `${id} for the second time` };
    }
    seen.add(id);
  }
}

function* times({ run, state, times }: RunFacts, file: RunFile): Generator<Finding> {
  const [began, ended] = [Date.parse(file.began), Date.parse(file.ended ?? file.began)];
  if (ended < began) {
    yield {
      code: 'time-back',
      file: runFileName,
      expected: `ended after ${file.began}`,
      seen: `${file.ended}`,
    };
  }
  if (times.back) {
    const { line, from, to } = times.back;
    yield {
      code: 'time-back',
      file: recordFileName,
      line,
      expected: `${inUtc(from)} or later`,
      seen: inUtc(to),
    };
  }
  const timed = run.target === 'REAL' ? state.lines : 0;
  if (times.timed !== timed) {
    yield {
      code: 'time-odd',
      file: recordFileName,
      expected: `${timed} lines with a time`,
      seen: `${times.timed}`,
    };
  }
  if (times.first !== undefined && times.first < began) {
    yield {
      code: 'time-outside',
      file: recordFileName,
      line: 1,
      expected: `${file.began} or later`,
      seen: inUtc(times.first),
    };
  }
  if (file.ended !== null && times.last !== undefined && times.last > ended) {
    yield {
      code: 'time-outside',
      file: recordFileName,
      line: state.lines,
      expected: `${file.ended} or earlier`,
      seen: inUtc(times.last),
    };
  }
}

const inUtc = (time: number): string => new Date(time).toISOString();
