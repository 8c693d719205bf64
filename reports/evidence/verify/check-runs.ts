import { hash } from 'node:crypto';
import { type RunFile, runFileName, runFileText } from '../../archive/run-file.ts';
import type { Finding } from './finding.ts';

/** A run in the chain of its rig. */
export interface RunLink {
  readonly run: RunFile;
  /** SHA-256 of its `run.json`. */
  readonly sha256: string;
  /** Where it was read from, for people. */
  readonly from: string;
}

/** What is wrong between a run and the one before it. */
export interface LinkFinding extends Finding {
  /** The later of the two. */
  readonly at: string;
}

/**
 * Checks that runs follow each other without a gap, rig by rig. `earliest` are runs that should
 * come before the others.
 */
export function checkRuns(
  runs: readonly RunLink[],
  earliest: readonly RunLink[] = [],
): readonly LinkFinding[] {
  const findings: LinkFinding[] = [];
  const rigs = Map.groupBy([...earliest, ...runs], ({ run }) => run.rig);
  for (const links of rigs.values()) {
    const sorted = links.toSorted((a, b) => a.run.number - b.run.number);
    for (const [index, link] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before) findings.push(...between(before, link));
    }
  }
  const judged = new Set(runs.map(({ run }) => run.rig));
  for (const { run, from } of earliest) {
    if (judged.has(run.rig) || judged.size === 0) continue;
    const expected = `a run on ${[...judged].join(' or ')}`;
    findings.push({ code: 'other-rig', at: from, expected, seen: `one on ${run.rig}` });
  }
  return findings;
}

function* between(before: RunLink, link: RunLink): Generator<LinkFinding> {
  const place = { at: link.from, file: runFileName };
  const { previous, number, began } = link.run;
  if (before.run.number === number) {
    if (before.sha256 === link.sha256) return;
    yield { code: 'run-twice', ...place, seen: `number ${number} in ${before.from} too` };
    return;
  }
  const ended = before.run.ended ?? before.run.began;
  if (Date.parse(began) < Date.parse(ended) && !isGoingOn(before, link)) {
    yield {
      code: 'time-back',
      ...place,
      expected: `began after ${ended}, when the run before ended`,
      seen: began,
    };
  }
  if (number !== before.run.number + 1) {
    yield {
      code: 'run-missing',
      ...place,
      expected: `number ${before.run.number + 1} after ${before.from}`,
      seen: `number ${number}, which follows ${previous?.id ?? 'none'}`,
    };
    return;
  }
  if (previous?.id !== before.run.id || previous.number !== before.run.number) {
    yield {
      code: 'previous-differs',
      ...place,
      expected: `${before.run.id} (number ${before.run.number}, in ${before.from})`,
      seen: previous ? `${previous.id} (number ${previous.number})` : 'none',
    };
  } else if (previous.sha256 !== before.sha256 && !isGoingOn(before, link)) {
    yield {
      code: 'previous-differs',
      ...place,
      expected: `run.json with SHA-256 ${before.sha256}, as in ${before.from}`,
      seen: previous.sha256,
    };
  }
}

/** Whether the run before had not ended yet when this one began: then its `run.json` was still open. */
function isGoingOn({ run }: RunLink, link: RunLink): boolean {
  const open: RunFile = {
    ...run,
    state: 'open',
    ended: null,
    verdict: null,
    exitCode: null,
    counts: null,
    record: null,
  };
  return link.run.previous?.sha256 === hash('sha256', runFileText(open));
}
