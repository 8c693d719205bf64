import type { AnyMachineSnapshot } from 'xstate';
import type { Millis, Press } from '#core';
import type { Credentials, Model } from '#models';
import type { Stepper } from './stepper.ts';

/** Where a plan should lead. `name` stands for the goal in messages and in the store of plans. */
export interface Goal {
  readonly name: string;
  readonly reached: (snapshot: AnyMachineSnapshot) => boolean;
}

/** The screen whose state lies in these states, outermost first; gaps are allowed. */
export const screenGoal = (model: Model, names: readonly string[]): Goal => ({
  name: names.join(' > '),
  reached: (snapshot) => isWithin(model.pathOf(snapshot), names),
});

/** True when the names occur in the path in this order, and no message covers the screen. */
function isWithin(path: readonly string[], names: readonly string[]): boolean {
  if (path.at(-1) === 'Refused' && names.at(-1) !== 'Refused') return false;
  let from = 0;
  for (const name of names) {
    const at = path.indexOf(name, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

export interface PlanOptions {
  readonly credentials: Credentials;
  /** When the plan is to be carried out, on the meter's clock. */
  readonly now: Millis;
  /** Gives up after so many places; the charts have a few hundred. */
  readonly limit?: number;
}

interface Step {
  readonly snapshot: AnyMachineSnapshot;
  readonly key: Press | undefined;
  readonly before: Step | undefined;
}

const defaultLimit = 20_000;

/** Plans that were found before, by the state that they start in and the goal, shortest first. */
export type PlanStore = Map<string, readonly (readonly Press[])[]>;

/**
 * Finds the shortest key sequence to a goal: breadth first over the chart's pure transition
 * function. On the way nothing that the machine remembers may change, and no text is made up.
 * Plans are kept, and tried on the chart where they start in the same state: one that leads to the
 * goal with no key in vain is taken without a new search.
 */
export class Planner {
  readonly #model: Model;
  readonly #step: Stepper;
  readonly #plans: PlanStore;

  constructor(model: Model, step: Stepper, plans: PlanStore = new Map()) {
    this.#model = model;
    this.#step = step;
    this.#plans = plans;
  }

  /** The keys, or `undefined` when no sequence leads there. An empty plan: already there. */
  plan(start: AnyMachineSnapshot, goal: Goal, options: PlanOptions): readonly Press[] | undefined {
    const name = `${JSON.stringify(start.value)} → ${goal.name}`;
    const known = this.#plans.get(name) ?? [];
    const fitting = known.find((keys) => this.#leadsTo(keys, start, goal, options.now));
    if (fitting) return fitting;
    const found = this.#search(start, goal, options);
    if (found)
      this.#plans.set(
        name,
        [...known, found].sort((a, b) => a.length - b.length),
      );
    return found;
  }

  #leadsTo(keys: readonly Press[], start: AnyMachineSnapshot, goal: Goal, now: Millis): boolean {
    let snapshot = start;
    let place = this.#model.placeOf(start);
    for (const key of keys) {
      const before = place;
      snapshot = this.#press(snapshot, key, now);
      place = this.#model.placeOf(snapshot);
      if (place === before || !this.#model.sameData(start, snapshot)) return false;
    }
    return this.#isReached(snapshot, goal);
  }

  #search(
    start: AnyMachineSnapshot,
    goal: Goal,
    { credentials, now, limit = defaultLimit }: PlanOptions,
  ): readonly Press[] | undefined {
    if (this.#isReached(start, goal)) return [];
    const seen = new Set([this.#model.placeOf(start)]);
    let level: Step[] = [{ snapshot: start, key: undefined, before: undefined }];
    while (level.length > 0 && seen.size < limit) {
      const next: Step[] = [];
      for (const step of level) {
        for (const key of this.#model.movesOf(step.snapshot, credentials)) {
          const snapshot = this.#press(step.snapshot, key, now);
          if (snapshot === step.snapshot || !this.#model.sameData(start, snapshot)) continue;
          const place = this.#model.placeOf(snapshot);
          if (seen.has(place)) continue;
          seen.add(place);
          const reached = { snapshot, key, before: step };
          if (this.#isReached(snapshot, goal)) return keysOf(reached);
          next.push(reached);
        }
      }
      level = next;
    }
    return undefined;
  }

  #press(snapshot: AnyMachineSnapshot, key: Press, now: Millis): AnyMachineSnapshot {
    const event = this.#model.eventOf(key, snapshot, now);
    return event ? this.#step(snapshot, event) : snapshot;
  }

  #isReached(snapshot: AnyMachineSnapshot, goal: Goal): boolean {
    return this.#model.pendingOf(snapshot).length === 0 && goal.reached(snapshot);
  }
}

function keysOf(last: Step): readonly Press[] {
  const keys: Press[] = [];
  for (let step: Step | undefined = last; step?.key; step = step.before) keys.push(step.key);
  return keys.reverse();
}
