import type { HistoryFile } from './history-file.ts';

/** What of a history is looked at. */
export interface Selection {
  /** The name of a rig; all rigs when left out. */
  readonly rig?: string;
  /** Part of the name, the place or the uid of scenarios, in any case; all when left out. */
  readonly scenario?: string;
  /** How many of the newest runs. */
  readonly last: number;
}

/** A scenario as a history names it. */
export interface ScenarioName {
  readonly uid: string;
  readonly name: string;
  /** `features/is400/accounts.feature:12`, as it was in the newest run that had it. */
  readonly place: string;
}

/** What is looked at, by the numbers that rows have. */
export interface Looked {
  readonly history: HistoryFile;
  /** `null` for all rigs. */
  readonly rig: string | null;
  /** The newest runs, the oldest of them first; those with a seeded fault are never looked at. */
  readonly runs: readonly number[];
  /** The scenarios that were asked for. */
  readonly scenarios: ReadonlyMap<number, ScenarioName>;
}

/** Conditions on `runs AS r`, for the rig that is looked at, if any: bind it once. */
export const onRig = 'r.rig = coalesce(?, r.rig) AND r.fault IS NULL';

/** Finds out which runs and scenarios are looked at. */
export function look(history: HistoryFile, { rig, scenario, last }: Selection): Looked {
  const wanted = scenario?.toLowerCase() ?? '';
  const runs = history.all<{ run: number }>(
    `SELECT run FROM runs AS r WHERE ${onRig} ORDER BY began DESC, run DESC LIMIT ?`,
    rig ?? null,
    last,
  );
  const scenarios = history
    .all<ScenarioName & { scenario: number }>('SELECT scenario, uid, name, place FROM scenarios')
    .filter(({ uid, name, place }) => `${name}\n${place}\n${uid}`.toLowerCase().includes(wanted))
    .map(({ scenario: number, uid, name, place }) => [number, { uid, name, place }] as const);
  return {
    history,
    rig: rig ?? null,
    runs: runs.map(({ run }) => run).reverse(),
    scenarios: new Map(scenarios),
  };
}

/** Rows with the names of their scenarios; rows of scenarios that were not asked for are left out. */
export const named = <T extends { readonly scenario: number }>(
  { scenarios }: Looked,
  rows: readonly T[],
): readonly (Omit<T, 'scenario'> & ScenarioName)[] =>
  rows.flatMap(({ scenario, ...row }) => {
    const name = scenarios.get(scenario);
    return name ? [{ ...name, ...row }] : [];
  });

/** The numbers of runs as one value for `run IN (SELECT value FROM json_each(?))`. */
export const listOf = (numbers: Iterable<number>): string => JSON.stringify([...numbers]);
