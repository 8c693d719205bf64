import { join } from 'node:path';
import type { PlannedScenario } from '#core';
import { recordFileName } from '../archive/run-file.ts';
import { distinctUids } from '../record/distinct-uids.ts';
import { openStory, type RunStory } from '../record/story.ts';
import { type Circumstance, circumstances } from './circumstances.ts';
import {
  type Comparing,
  compareScenarios,
  type Ending,
  type ScenarioDifference,
} from './compare-scenarios.ts';
import { exactly, roughly } from './compare-timings.ts';
import { outlineOf, type ScenarioOutline } from './scenario-outline.ts';

/** In what scenarios can differ, each counted once a scenario. */
export const differenceKinds = [
  ...(['only', 'verdict', 'words', 'screen', 'keys', 'checks', 'measurements', 'steps'] as const),
  ...(['files', 'registers'] as const),
] as const;

/** Two runs side by side. */
export interface RunComparison {
  /** Their folders. */
  readonly first: string;
  readonly second: string;
  /** What was not the same around them; that alone does not make them differ. */
  readonly circumstances: readonly Circumstance[];
  /** Scenarios that either run has. */
  readonly scenarios: number;
  readonly alike: number;
  /** How many scenarios differ in what. */
  readonly counts: Readonly<Record<(typeof differenceKinds)[number], number>>;
  readonly differences: readonly ScenarioDifference[];
}

/**
 * Compares two runs scenario by scenario, whatever the order in which they were run. Both records are
 * read at the same time; memory holds what is different and what only one of them has come to yet.
 * Errors: `FB_RUN_RECORD`.
 */
export function compareRuns(first: string, second: string): RunComparison {
  const sides = { first: new Side(first), second: new Side(second) };
  const isVirtual = [sides.first, sides.second].every(({ story }) => story.run.clock === 'virtual');
  const comparing: Comparing = {
    screenOf: (side, sha256) => sides[side].story.screens.get(sha256),
    sameTime: isVirtual ? exactly : roughly,
  };
  const differences: ScenarioDifference[] = [];
  let compared = 0;
  const compare = (a: ScenarioOutline, b: ScenarioOutline): void => {
    compared += 1;
    const difference = compareScenarios(a, b, comparing);
    if (difference) differences.push(difference);
  };
  for (let going = true; going; ) {
    const a = sides.first.next();
    if (a) sides.first.waiting.set(a.uid, a);
    const b = sides.second.next();
    if (b) sides.second.waiting.set(b.uid, b);
    for (const uid of [a?.uid, b?.uid]) {
      const one = sides.first.waiting.get(uid ?? '');
      const other = sides.second.waiting.get(uid ?? '');
      if (!one || !other) continue;
      sides.first.waiting.delete(one.uid);
      sides.second.waiting.delete(other.uid);
      compare(one, other);
    }
    going = a !== undefined || b !== undefined;
  }
  const alone = aloneIn(sides.first, sides.second);
  differences.push(...alone.differences);
  const counts = Object.fromEntries(
    differenceKinds.map((kind) => [
      kind,
      differences.filter((difference) => difference[kind] !== undefined).length,
    ]),
  ) as RunComparison['counts']; // its keys are the kinds
  const scenarios = compared + alone.scenarios;
  return {
    first,
    second,
    circumstances: circumstances(sides.first.story.run, sides.second.story.run),
    scenarios,
    alike: scenarios - differences.length,
    counts,
    differences: differences.sort((a, b) => rank(a) - rank(b)),
  };
}

/** One of the two runs while it is read. */
class Side {
  readonly story: RunStory;
  /** Scenarios that the other run has not come to. */
  readonly waiting = new Map<string, ScenarioOutline>();
  readonly planned: ReadonlyMap<string, PlannedScenario>;
  readonly ran = new Set<string>();
  readonly #scenarios: Iterator<Parameters<typeof outlineOf>[0]>;
  readonly #distinct = distinctUids();

  constructor(folder: string) {
    this.story = openStory(join(folder, recordFileName));
    this.#scenarios = this.story.scenarios[Symbol.iterator]();
    const distinct = distinctUids();
    this.planned = new Map(this.story.plan.map((one) => [distinct(one.uid), one]));
  }

  next(): ScenarioOutline | undefined {
    const { value, done } = this.#scenarios.next();
    if (done) return undefined;
    const uid = this.#distinct(value.uid);
    this.ran.add(uid);
    return outlineOf(value, uid);
  }

  has(uid: string): boolean {
    return this.planned.has(uid) || this.ran.has(uid);
  }
}

interface Alone {
  readonly scenarios: number;
  readonly differences: readonly ScenarioDifference[];
}

/** The scenarios that not both runs have run. */
function aloneIn(first: Side, second: Side): Alone {
  const uids = new Set([first, second].flatMap(({ planned, ran }) => [...planned.keys(), ...ran]));
  const rest = [...uids].filter((uid) => !(first.ran.has(uid) && second.ran.has(uid)));
  const differences = rest.flatMap((uid): readonly ScenarioDifference[] => {
    const [a, b] = [first.waiting.get(uid), second.waiting.get(uid)];
    const planned = second.planned.get(uid) ?? first.planned.get(uid);
    const name = (b ?? a ?? planned)?.name ?? '';
    const place = b?.place ?? a?.place ?? planned?.id ?? '';
    if (!second.has(uid)) return [{ uid, name, place, only: 'first' }];
    if (!first.has(uid)) return [{ uid, name, place, only: 'second' }];
    const ending = (outline: ScenarioOutline | undefined): Ending => outline?.verdict ?? 'not run';
    if (ending(a) === ending(b)) return [];
    const verdict = {
      first: ending(a),
      second: ending(b),
      firstReason: a?.reason ?? null,
      secondReason: b?.reason ?? null,
    };
    return [{ uid, name, place, verdict }];
  });
  return { scenarios: rest.length, differences };
}

/** What weighs most comes first. */
const rank = (difference: ScenarioDifference): number =>
  ['verdict', 'only', 'words', 'screen', 'files', 'registers', 'checks', 'measurements', 'keys']
    .map((kind) => kind in difference)
    .concat(true)
    .indexOf(true);
