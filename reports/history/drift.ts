import type { Millis } from '#core';
import { median } from './median.ts';
import { type Looked, listOf, named, type ScenarioName } from './selection.ts';

/** From how many runs at either end a median is taken. */
export const driftEnds = 5;

/** How a measurement has changed over the runs that are looked at, on one meter. */
export interface Drift extends ScenarioName {
  readonly what: string;
  readonly serial: string;
  /** How often it was measured. */
  readonly times: number;
  readonly limitMs: Millis;
  /** Medians of the first and of the last runs. */
  readonly firstMs: Millis;
  readonly lastMs: Millis;
  readonly changeMs: Millis;
  /** The change as a share of the limit. */
  readonly ofLimit: number;
  /** How often it was beyond its limit. */
  readonly beyond: number;
  /** What was measured, the oldest first. */
  readonly course: readonly Millis[];
}

interface Row {
  readonly scenario: number;
  readonly what: string;
  readonly serial: string;
  readonly limit_ms: number;
  readonly took: number;
  readonly verdict: string;
}

/** Every measurement that was taken twice or more; what has changed most of its limit first. */
export function drift(looked: Looked): readonly Drift[] {
  const rows = looked.history.all<Row>(
    `SELECT m.scenario, m.what, r.serial, m.limit_ms, m.verdict,
       coalesce(m.at_most_ms, m.longer_than_ms) AS took
     FROM measurements AS m JOIN runs AS r ON r.run = m.run
     WHERE m.run IN (SELECT value FROM json_each(?))
     ORDER BY r.began, r.run, m.place`,
    listOf(looked.runs),
  );
  const groups = Map.groupBy(rows, ({ scenario, what, serial }) =>
    JSON.stringify([scenario, what, serial]),
  );
  return [...named(looked, [...groups.values()].flatMap(driftOf))].sort(
    (a, b) => Math.abs(b.ofLimit) - Math.abs(a.ofLimit),
  );
}

function driftOf(
  rows: readonly Row[],
): readonly (Omit<Drift, keyof ScenarioName> & Pick<Row, 'scenario'>)[] {
  const last = rows.at(-1);
  if (!last || rows.length < 2) return [];
  const course = rows.map(({ took }) => took);
  // Few runs are parted in halves, so that none is at both ends.
  const end = Math.min(driftEnds, course.length >> 1);
  const firstMs = median(course.slice(0, end)) ?? 0;
  const lastMs = median(course.slice(-end)) ?? 0;
  const { scenario, what, serial, limit_ms: limitMs } = last;
  return [
    {
      scenario,
      what,
      serial,
      times: rows.length,
      limitMs,
      firstMs,
      lastMs,
      changeMs: lastMs - firstMs,
      ofLimit: limitMs > 0 ? (lastMs - firstMs) / limitMs : 0,
      beyond: rows.filter(({ verdict }) => verdict === 'beyond').length,
      course,
    },
  ];
}
