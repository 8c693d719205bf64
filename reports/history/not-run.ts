import type { Millis } from '#core';
import { type Looked, listOf, named, onRig, type ScenarioName } from './selection.ts';

/** A scenario that no run of late has exercised: it was skipped, not reached, or not chosen. */
export interface UnrunScenario extends ScenarioName {
  /** The run that exercised it last; `null` when none did. */
  readonly last: { readonly rig: string; readonly number: number; readonly began: Millis } | null;
  /** Why it was skipped when it last was. */
  readonly skipped: string | null;
}

interface Row {
  readonly scenario: number;
  readonly rig: string | null;
  readonly number: number | null;
  readonly began: Millis | null;
  readonly skipped: string | null;
}

/** The scenarios of which none of the runs that are looked at has a result; the longest ago first. */
export function notRunLately(looked: Looked): readonly UnrunScenario[] {
  const rows = looked.history.all<Row>(
    `WITH exercised AS (
       SELECT a.scenario, r.rig, r.number, max(r.began) AS began
       FROM attempts AS a JOIN runs AS r ON r.run = a.run
       WHERE ${onRig} AND a.verdict NOT IN ('skipped', 'incomplete')
         AND a.scenario NOT IN (
           SELECT scenario FROM attempts WHERE run IN (SELECT value FROM json_each(?))
             AND verdict NOT IN ('skipped', 'incomplete'))
       GROUP BY a.scenario),
     skips AS (
       SELECT a.scenario, a.reason, max(r.began) FROM attempts AS a JOIN runs AS r ON r.run = a.run
       WHERE ${onRig} AND a.verdict = 'skipped' GROUP BY a.scenario)
     SELECT s.scenario, e.rig, e.number, e.began, k.reason AS skipped
     FROM scenarios AS s LEFT JOIN exercised AS e ON e.scenario = s.scenario
       LEFT JOIN skips AS k ON k.scenario = s.scenario
     WHERE s.scenario NOT IN (
       SELECT scenario FROM attempts WHERE run IN (SELECT value FROM json_each(?))
         AND verdict NOT IN ('skipped', 'incomplete'))
     ORDER BY coalesce(e.began, 0), s.place`,
    ...[looked.rig, listOf(looked.runs), looked.rig, listOf(looked.runs)],
  );
  return named(
    looked,
    rows.map(({ scenario, rig, number, began, skipped }) => ({
      scenario,
      last: rig === null || number === null || began === null ? null : { rig, number, began },
      skipped,
    })),
  );
}
