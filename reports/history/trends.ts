import type { Millis, Verdict } from '#core';
import type { HistoryFile } from './history-file.ts';
import type { Selection } from './selection.ts';

/** One run as a line of a table. */
export interface RunTrend {
  readonly rig: string;
  readonly number: number;
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly began: Millis;
  /** By the host's clock; `null` for a run that goes on or was killed. */
  readonly ms: Millis | null;
  readonly verdict: Verdict | 'incomplete' | null;
  readonly passed: number;
  readonly failed: number;
  readonly error: number;
  readonly inconclusive: number;
  readonly skipped: number;
  readonly notRun: number;
  readonly target: 'REAL' | 'EMULATED';
  readonly model: string;
  readonly serial: string;
  readonly firmware: string;
  readonly commit: string | null;
  readonly dirty: boolean | null;
  readonly fault: string | null;
  readonly judge: string;
  /** Its folder is gone. */
  readonly pruned: boolean;
}

interface Row extends Omit<RunTrend, 'dirty' | 'pruned' | 'verdict'> {
  readonly verdict: Verdict | null;
  readonly state: string;
  readonly dirty: number | null;
  readonly pruned: number;
}

const counts = (['passed', 'failed', 'error', 'inconclusive', 'skipped'] as const)
  .map((verdict) => `count(*) FILTER (WHERE a.verdict = '${verdict}') AS ${verdict}`)
  .join(', ');

/** The newest runs, the oldest of them first, those with a seeded fault too. */
export function trends(
  history: HistoryFile,
  { rig, last }: Omit<Selection, 'scenario'>,
): readonly RunTrend[] {
  return history
    .all<Row>(
      `WITH newest AS (
         SELECT * FROM runs WHERE rig = coalesce(?, rig) ORDER BY began DESC, run DESC LIMIT ?)
       SELECT r.rig, r.number, r.folder, r.began, r.ended - r.began AS ms, r.verdict, r.state,
         ${counts}, max(0, r.planned - count(a.scenario)) AS notRun, r.target, r.model, r.serial,
         r.firmware, r."commit", r.dirty, r.fault, r.judge, r.pruned
       FROM newest AS r LEFT JOIN attempts AS a ON a.run = r.run
       GROUP BY r.run ORDER BY r.began, r.run`,
      rig ?? null,
      last,
    )
    .map(({ state, dirty, pruned, verdict, ...run }) => ({
      ...run,
      verdict: state === 'concluded' ? verdict : 'incomplete',
      dirty: dirty === null ? null : dirty === 1,
      pruned: pruned === 1,
    }));
}
