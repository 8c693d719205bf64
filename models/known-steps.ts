import type {
  AnyActorLogic,
  AnyActorScope,
  AnyMachineSnapshot,
  AnyStateMachine,
  EventObject,
  ExecutableActionObject,
} from 'xstate';
import { OneOfEach } from './one-of-each.ts';
import { plainSteps, type TakeStep } from './plain-steps.ts';

/** What came of a step: where the chart stands, and the timers that it armed and disarmed. */
interface Known {
  readonly snapshot: AnyMachineSnapshot;
  readonly timers: readonly Timer[];
}

type Timer = Pick<ExecutableActionObject, 'type' | 'params'>;

/** What comes of an event: the same at any time, or something else at each. */
type Step = Known | Map<number, Known>;

/** An event of the panel says when it comes. */
type TimedEvent = EventObject & { readonly at?: number };

/** A snapshot takes some kilobytes at most. */
const usualLimit = 20_000;

export interface KnownStepsOptions {
  /** After so many steps everything is forgotten. */
  readonly limit?: number;
  /**
   * Snapshots that say the same become one object for a meter that has made so many steps which were
   * not known: in a long life the same is reached over and over, each time by other keys. Not when
   * left out: to find what says the same takes about as long as a step.
   */
  readonly mergeAfter?: number;
}

/**
 * A chart that remembers its steps. A chart is a function of a snapshot and an event, so where a
 * meter does again what one on the same chart did before, nothing is worked out anew: the snapshot
 * is the one of then, and timers are armed on the clock of the one that asks. When an event comes
 * (`at`) counts where the chart asks for it. What asks for more than timers is worked out each time,
 * and so is what comes of an event that brings data along, unless it is the very same event: who
 * judges a meter tries an answer before it is taken.
 *
 * Whoever runs a chart has an object of its own: an emulated meter and the one that judges it share
 * none, and neither do two charts.
 */
export class KnownSteps {
  /** The chart as actors run it. */
  readonly logic: AnyActorLogic;
  readonly #takeStep: TakeStep;
  readonly #limit: number;
  readonly #mergeAfter: number;
  #ones = new OneOfEach();
  #beginnings = new Map<string, Step>();
  #steps = new Map<AnyMachineSnapshot, Map<string, Step>>();
  #count = 0;
  /** What came last of an event that brings data along. */
  readonly #answers = new WeakMap<EventObject, Known & { readonly before: AnyMachineSnapshot }>();
  /** How many steps of an actor were not known. */
  readonly #ages = new WeakMap<object, number>();

  constructor(
    machine: AnyStateMachine,
    { limit = usualLimit, mergeAfter = Number.POSITIVE_INFINITY }: KnownStepsOptions = {},
  ) {
    this.#limit = limit;
    this.#mergeAfter = mergeAfter;
    this.#takeStep = plainSteps(machine);
    this.logic = {
      getInitialSnapshot: (scope, input) => {
        const name = JSON.stringify(input);
        const known = this.#known(this.#beginnings.get(name), undefined, scope);
        if (known) return known;
        const { snapshot, timers, isPure } = listened(scope, (heard) =>
          machine.getInitialSnapshot(heard, input),
        );
        if (isPure) {
          this.#makeRoom();
          this.#beginnings.set(name, { snapshot, timers });
        }
        return snapshot;
      },
      transition: (before: AnyMachineSnapshot, event: TimedEvent, scope) => {
        const name = nameOf(event);
        if (name === undefined) return this.#answered(before, event, scope);
        const steps = this.#from(before);
        const step = steps.get(name);
        const known = this.#known(step, event.at, scope);
        if (known) return known;
        const watched = event.at === undefined ? undefined : new WatchedEvent(event, event.at);
        const { timers, isPure, ...taken } = listened(scope, (heard) =>
          this.#takeStep(before, watched ?? event, heard),
        );
        const snapshot = this.#merged(taken.snapshot, scope);
        if (isPure) {
          this.#makeRoom();
          const worked = { snapshot, timers };
          if (event.at !== undefined && watched?.isAsked())
            steps.set(name, (step instanceof Map ? step : new Map()).set(event.at, worked));
          else steps.set(name, worked);
        }
        return snapshot;
      },
      start: machine.start,
      getPersistedSnapshot: machine.getPersistedSnapshot,
    };
  }

  /** A step by an event that brings data along: known only where the very same comes again. */
  #answered(
    before: AnyMachineSnapshot,
    event: EventObject,
    scope: AnyActorScope,
  ): AnyMachineSnapshot {
    const last = this.#answers.get(event);
    const known = last?.before === before && this.#known(last, undefined, scope);
    if (known) return known;
    const { timers, isPure, ...taken } = listened(scope, (heard) =>
      this.#takeStep(before, event, heard),
    );
    const snapshot = this.#merged(taken.snapshot, scope);
    if (isPure) this.#answers.set(event, { before, snapshot, timers });
    return snapshot;
  }

  #from(snapshot: AnyMachineSnapshot): Map<string, Step> {
    const known = this.#steps.get(snapshot);
    if (known) return known;
    const steps = new Map<string, Step>();
    this.#steps.set(snapshot, steps);
    return steps;
  }

  /** What is known of a step, with its timers armed. */
  #known(
    step: Step | undefined,
    at: number | undefined,
    scope: AnyActorScope,
  ): AnyMachineSnapshot | undefined {
    const known = step instanceof Map ? at !== undefined && step.get(at) : step;
    if (!known) return undefined;
    for (const timer of known.timers) setTimer(timer, scope);
    return known.snapshot;
  }

  /** The one snapshot that says what this does, for those who have lived long. */
  #merged(snapshot: AnyMachineSnapshot, { self }: AnyActorScope): AnyMachineSnapshot {
    if (this.#mergeAfter === Number.POSITIVE_INFINITY) return snapshot;
    const age = (this.#ages.get(self) ?? 0) + 1;
    this.#ages.set(self, age);
    if (age <= this.#mergeAfter) return snapshot;
    if (this.#ones.isFull) this.#forget();
    return this.#ones.snapshot(snapshot);
  }

  /** For one more step. */
  #makeRoom(): void {
    if (this.#count >= this.#limit) this.#forget();
    this.#count += 1;
  }

  #forget(): void {
    this.#ones = new OneOfEach();
    this.#beginnings = new Map();
    this.#steps = new Map();
    this.#count = 0;
  }
}

/** Takes a step, and says whether it asked for nothing but timers, and for which. */
function listened(
  scope: AnyActorScope,
  take: (heard: AnyActorScope) => AnyMachineSnapshot,
): Known & { readonly isPure: boolean } {
  const timers: Timer[] = [];
  let isPure = true;
  const snapshot = take({
    ...scope,
    actionExecutor: (action) => {
      const { type, params } = action;
      if (type === 'xstate.raise' || type === 'xstate.cancel') timers.push({ type, params });
      else isPure = false;
      scope.actionExecutor(action);
    },
  });
  return { snapshot, timers, isPure };
}

/** All of an event but when it comes; `undefined` for one that a text does not say all of. */
function nameOf(event: TimedEvent): string | undefined {
  const parts: Readonly<Record<string, unknown>> = event;
  let name = event.type;
  for (const key in parts) {
    const value = parts[key];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    // Neither a key nor a text of JSON has line feeds.
    if (key !== 'type' && key !== 'at') name += `\n${key}\n${JSON.stringify(value)}`;
  }
  return name;
}

/** An event that notices whether somebody asks when it comes; a copy of it would not say so any more. */
class WatchedEvent implements TimedEvent {
  declare readonly type: string;
  readonly #at: number;
  #isAsked = false;

  constructor({ at: _own, ...event }: TimedEvent, at: number) {
    this.#at = at;
    Object.assign(this, event);
  }

  get at(): number {
    this.#isAsked = true;
    return this.#at;
  }

  isAsked(): boolean {
    return this.#isAsked;
  }
}

/** Does with a timer what XState does when it carries `raise` and `cancel` out. */
function setTimer({ type, params }: Timer, { defer, self, system }: AnyActorScope): void {
  // The actions of XState's own that were kept have these parameters.
  if (type === 'xstate.cancel') {
    const { sendId } = params as { readonly sendId: string };
    defer(() => system.scheduler.cancel(self, sendId));
    return;
  }
  const { event, delay, id } = params as {
    readonly event: EventObject;
    readonly delay: number | undefined;
    readonly id: string | undefined;
  };
  // Without a delay it was an event of the step itself.
  if (delay !== undefined) defer(() => system.scheduler.schedule(self, self, event, delay, id));
}
