import type { Verdict } from '#core';
import { assumedTag, requirementIdsOf } from './requirement-tags.ts';
import type { Requirement, RequirementCatalogue } from './schema.ts';

/** How one scenario ended in one run, and on what. */
export interface ScenarioEvidence {
  /** Where it stands: `features/is400/accounts.feature:12`. The same id is the same scenario. */
  readonly id: string;
  readonly name: string;
  /** With the `@`, and with those of its rule and its feature. */
  readonly tags: readonly string[];
  readonly verdict: Verdict;
  /** A machine, or an emulated meter. */
  readonly target: 'real' | 'emulated';
  /** A person pressed the keys or read the display. */
  readonly byOperator: boolean;
}

/**
 * How a requirement stands, best first. A person's word for what a machine did comes behind a
 * machine that was read by the bench. `not exercised`: there are scenarios, all of them skipped,
 * inconclusive or stopped by the rig; `not at all`: there is no scenario.
 */
export const standings = [
  'proved on a machine',
  'proved by an operator',
  'proved on the emulator only',
  'not exercised',
  'not at all',
  'failed',
] as const;

export type Standing = (typeof standings)[number];

/** What a scenario can be evidence for. */
export type Evidence = Exclude<Standing, 'not at all'>;

/** How much of a requirement and its scenarios rests on what nobody has found written down. */
export type Assumption = 'none' | 'some' | 'all';

export interface RequirementCoverage {
  readonly requirement: Requirement;
  /**
   * `failed` if any of its scenarios has failed; otherwise the weakest of its proofs, so that one
   * scenario on a machine does not speak for others on an emulator. Scenarios that were not
   * exercised leave it and make it incomplete.
   */
  readonly standing: Standing;
  /** False where a scenario of it was not exercised, or there is none. */
  readonly complete: boolean;
  /** The best and the worst of its scenarios, those that were not exercised among them. */
  readonly best: Standing;
  readonly worst: Standing;
  /**
   * `all` where the catalogue has no source but `assumed`; otherwise how many are tagged `@assumed`
   * of the scenarios that passed or failed, or of all where none did.
   */
  readonly assumption: Assumption;
  /** Its scenarios by what they are evidence for, each scenario once. */
  readonly scenarios: Readonly<Record<Evidence, readonly ScenarioEvidence[]>>;
  /** How many scenarios there are of each, how many in all, and how many of all are `@assumed`. */
  readonly counts: Readonly<Record<Evidence | 'all' | 'assumed', number>>;
}

/**
 * How each requirement of a catalogue stands after some runs, in the order of the catalogue. A
 * scenario that ran more than once counts by its best evidence, or as failed if it ever failed. Give
 * it the runs of one model: what a machine has shown is no proof about another.
 */
export function coverage(
  catalogue: RequirementCatalogue,
  scenarios: readonly ScenarioEvidence[],
): readonly RequirementCoverage[] {
  const settled = [...Map.groupBy(scenarios, ({ id }) => id).values()].flatMap(settle);
  const byId = new Map<string, ScenarioEvidence[]>();
  for (const scenario of settled) {
    for (const id of new Set(requirementIdsOf(scenario.tags))) {
      byId.set(id, [...(byId.get(id) ?? []), scenario]);
    }
  }
  return catalogue.requirements.map((one) => cover(one, byId.get(one.id) ?? []));
}

/** What a scenario is evidence for. A rig that broke says nothing about the machine. */
export function evidenceOf({ verdict, target, byOperator }: ScenarioEvidence): Evidence {
  switch (verdict) {
    case 'failed':
      return 'failed';
    case 'skipped':
    case 'inconclusive':
    case 'error':
      return 'not exercised';
    case 'passed':
      if (target === 'emulated') return 'proved on the emulator only';
      return byOperator ? 'proved by an operator' : 'proved on a machine';
  }
}

/** Of several endings of one scenario the one that counts. */
function settle(endings: readonly ScenarioEvidence[]): readonly ScenarioEvidence[] {
  const failed = endings.find((one) => evidenceOf(one) === 'failed');
  const ranked = endings.toSorted((a, b) => rank(evidenceOf(a)) - rank(evidenceOf(b)));
  return [failed ?? ranked[0]].filter((one) => one !== undefined);
}

function cover(
  requirement: Requirement,
  scenarios: readonly ScenarioEvidence[],
): RequirementCoverage {
  const sorted = eachEvidence((evidence) =>
    scenarios.filter((one) => evidenceOf(one) === evidence),
  );
  const found = standings.filter((one) => one !== 'not at all' && sorted[one].length > 0);
  const exercised = found.filter((one) => one !== 'not exercised');
  const judged = scenarios.filter((one) => evidenceOf(one) !== 'not exercised');
  return {
    requirement,
    standing: exercised.at(-1) ?? found[0] ?? 'not at all',
    complete: found.length > 0 && sorted['not exercised'].length === 0,
    best: found[0] ?? 'not at all',
    worst: found.at(-1) ?? 'not at all',
    assumption: assumptionOf(requirement, judged.length > 0 ? judged : scenarios),
    scenarios: sorted,
    counts: {
      ...eachEvidence((evidence) => sorted[evidence].length),
      all: scenarios.length,
      assumed: scenarios.filter(isAssumed).length,
    },
  };
}

const eachEvidence = <T>(make: (evidence: Evidence) => T): Readonly<Record<Evidence, T>> => ({
  'proved on a machine': make('proved on a machine'),
  'proved by an operator': make('proved by an operator'),
  'proved on the emulator only': make('proved on the emulator only'),
  'not exercised': make('not exercised'),
  failed: make('failed'),
});

const rank = (standing: Standing): number => standings.indexOf(standing);

/** Whether a scenario rests on an assumption. */
export const isAssumed = ({ tags }: { readonly tags: readonly string[] }): boolean =>
  tags.includes(assumedTag);

function assumptionOf({ source }: Requirement, scenarios: readonly ScenarioEvidence[]): Assumption {
  if (source.every(({ kind }) => kind === 'assumed')) return 'all';
  const assumed = scenarios.filter(isAssumed).length;
  if (assumed === 0) return 'none';
  return assumed === scenarios.length ? 'all' : 'some';
}
