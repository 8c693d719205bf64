import type { Millis } from '#core';
import { median } from './median.ts';
import { type Looked, listOf, named, type ScenarioName } from './selection.ts';

/** How long something takes: medians and the longest, by the meter's clock and by the host's. */
export interface Durations {
  readonly runs: number;
  readonly meterMs: Millis;
  readonly meterMostMs: Millis;
  /** `null` where no run has the host's times. */
  readonly hostMs: Millis | null;
  readonly hostMostMs: Millis | null;
}

export interface SlowScenario extends ScenarioName, Durations {}

export interface SlowStep extends ScenarioName, Durations {
  readonly step: string;
}

interface Row {
  readonly scenario: number;
  readonly step: string;
  readonly meter_ms: number;
  readonly host_ms: number | null;
}

/** What takes longest by the clock of the meter, and by that of the host. */
export interface Slowest<T> {
  readonly byMeter: readonly T[];
  readonly byHost: readonly T[];
}

/** How many are named by each clock. */
const most = 10;

/** The scenarios that take longest in the runs that are looked at. */
export function slowestScenarios(looked: Looked): Slowest<SlowScenario> {
  const { byMeter, byHost } = longest(
    looked,
    `SELECT scenario, '' AS step, meter_ms, host_ms FROM attempts
     WHERE run IN (SELECT value FROM json_each(?)) AND verdict <> 'skipped'`,
  );
  const withoutStep = ({ step: _step, ...scenario }: SlowStep): SlowScenario => scenario;
  return { byMeter: byMeter.map(withoutStep), byHost: byHost.map(withoutStep) };
}

/** The steps that take longest, of those that were among the slowest of their run. */
export const slowestSteps = (looked: Looked): Slowest<SlowStep> =>
  longest(
    looked,
    `SELECT scenario, step, meter_ms, host_ms FROM steps
     WHERE run IN (SELECT value FROM json_each(?))`,
  );

function longest(looked: Looked, query: string): Slowest<SlowStep> {
  const rows = looked.history
    .all<Row>(query, listOf(looked.runs))
    .filter(({ scenario }) => looked.scenarios.has(scenario));
  const groups = Map.groupBy(rows, ({ scenario, step }) => `${scenario} ${step}`);
  const measured = [...groups.values()].map(durationsOf);
  const by = (clock: 'meterMs' | 'hostMs'): readonly SlowStep[] =>
    named(
      looked,
      measured
        .filter((one) => (one[clock] ?? 0) > 0)
        .sort((a, b) => (b[clock] ?? 0) - (a[clock] ?? 0))
        .slice(0, most),
    );
  return { byMeter: by('meterMs'), byHost: by('hostMs') };
}

function durationsOf(rows: readonly Row[]): Durations & Pick<Row, 'scenario' | 'step'> {
  const meter = rows.map(({ meter_ms }) => meter_ms);
  const host = rows.flatMap(({ host_ms }) => host_ms ?? []);
  return {
    scenario: rows[0]?.scenario ?? 0,
    step: rows[0]?.step ?? '',
    runs: rows.length,
    meterMs: median(meter) ?? 0,
    meterMostMs: Math.max(...meter),
    hostMs: median(host),
    hostMostMs: host.length === 0 ? null : Math.max(...host),
  };
}
