import type { Millis, Verdict } from '#core';
import { type Looked, named, onRig, type ScenarioName } from './selection.ts';

/** A run as the place where something changed. */
export interface RunPoint {
  readonly number: number;
  readonly folder: string;
  readonly began: Millis;
  readonly commit: string | null;
  readonly dirty: boolean | null;
  readonly firmware: string;
}

/** A scenario that fails now on a rig, and since when. */
export interface BrokenScenario extends ScenarioName {
  readonly rig: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly signature: string | null;
  /** How many times it has failed since it last passed. */
  readonly failures: number;
  readonly firstFailing: RunPoint;
  /** `null` when it never passed there. */
  readonly lastPassing: RunPoint | null;
}

interface Row {
  readonly run: number;
  readonly scenario: number;
  readonly rig: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly signature: string | null;
  readonly number: number;
  readonly folder: string;
  readonly began: Millis;
  readonly commit: string | null;
  readonly dirty: number | null;
  readonly firmware: string;
}

const isBad = ({ verdict }: Row): boolean => verdict === 'failed' || verdict === 'error';

/**
 * The scenarios whose last attempt on a rig failed or broke in one of the runs that are looked at, with
 * the run in which that began and the last one before in which it passed. What broke last first.
 */
export function broken(looked: Looked): readonly BrokenScenario[] {
  const rows = looked.history.all<Row>(
    `SELECT r.run, a.scenario, r.rig, a.verdict, a.reason, a.signature, r.number, r.folder, r.began,
       r."commit", r.dirty, r.firmware
     FROM attempts AS a JOIN runs AS r ON r.run = a.run
     WHERE ${onRig} AND a.verdict IN ('passed', 'failed', 'error')
       AND a.scenario IN (SELECT scenario FROM attempts WHERE verdict IN ('failed', 'error'))
     ORDER BY a.scenario, r.rig, r.began, r.run`,
    looked.rig,
  );
  const groups = Map.groupBy(rows, ({ scenario, rig }) => `${scenario} ${rig}`);
  const lately = new Set(looked.runs);
  const now = [...groups.values()].filter((attempts) => lately.has(attempts.at(-1)?.run ?? 0));
  return [...named(looked, now.flatMap(brokenOf))].sort(
    (a, b) => b.firstFailing.began - a.firstFailing.began,
  );
}

function brokenOf(
  attempts: readonly Row[],
): readonly (Omit<BrokenScenario, keyof ScenarioName> & Pick<Row, 'scenario'>)[] {
  const last = attempts.at(-1);
  if (!last || !isBad(last)) return [];
  const passed = attempts.findLastIndex((row) => !isBad(row));
  const first = attempts[passed + 1] ?? last;
  const before = attempts[passed];
  const { scenario, rig, verdict, reason, signature } = last;
  return [
    {
      scenario,
      rig,
      verdict,
      reason,
      signature,
      failures: attempts.length - passed - 1,
      firstFailing: pointOf(first),
      lastPassing: before ? pointOf(before) : null,
    },
  ];
}

const pointOf = ({ number, folder, began, commit, dirty, firmware }: Row): RunPoint => ({
  number,
  folder,
  began,
  commit,
  dirty: dirty === null ? null : dirty === 1,
  firmware,
});
