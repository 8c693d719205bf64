import type {
  AnyActorLogic,
  AnyActorScope,
  AnyMachineSnapshot,
  AnyStateMachine,
  EventObject,
  ExecutableActionObject,
} from 'xstate';

/** What came of a step: where the chart stands, and the timers that it armed and disarmed. */
interface Known {
  readonly snapshot: AnyMachineSnapshot;
  readonly timers: readonly Timer[];
}

type Timer = Pick<ExecutableActionObject, 'type' | 'params'>;

/** A snapshot takes some kilobytes at most. */
const usualLimit = 20_000;

/**
 * A chart that remembers its steps. A chart is a function of a snapshot and an event, so where a
 * meter does again what one on the same chart did before, nothing is worked out anew: the snapshot
 * is the one of then, and timers are armed on the clock of the one that asks. What asks for more
 * than timers, and events that bring data along, are worked out each time. After `limit` steps
 * everything is forgotten.
 *
 * Whoever runs a chart has an object of its own: an emulated meter and the one that judges it share
 * none, and neither do two charts.
 */
export class KnownSteps {
  /** The chart as actors run it. */
  readonly logic: AnyActorLogic;
  readonly #limit: number;
  #beginnings = new Map<string, Known>();
  #steps = new Map<AnyMachineSnapshot, Map<string, Known>>();
  #count = 0;

  constructor(machine: AnyStateMachine, limit = usualLimit) {
    this.#limit = limit;
    this.logic = {
      getInitialSnapshot: (scope, input) =>
        this.#taken(this.#beginnings, JSON.stringify(input), scope, (heard) =>
          machine.getInitialSnapshot(heard, input),
        ),
      transition: (snapshot: AnyMachineSnapshot, event: EventObject, scope) =>
        isPlain(event)
          ? this.#taken(this.#from(snapshot), JSON.stringify(event), scope, (heard) =>
              machine.transition(snapshot, event, heard),
            )
          : machine.transition(snapshot, event, scope),
      start: machine.start,
      getPersistedSnapshot: machine.getPersistedSnapshot,
    };
  }

  #from(snapshot: AnyMachineSnapshot): Map<string, Known> {
    const known = this.#steps.get(snapshot);
    if (known) return known;
    const steps = new Map<string, Known>();
    this.#steps.set(snapshot, steps);
    return steps;
  }

  #taken(
    steps: Map<string, Known>,
    name: string,
    scope: AnyActorScope,
    take: (scope: AnyActorScope) => AnyMachineSnapshot,
  ): AnyMachineSnapshot {
    const known = steps.get(name);
    if (known) {
      for (const timer of known.timers) setTimer(timer, scope);
      return known.snapshot;
    }
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
    if (isPure) {
      if (this.#count >= this.#limit) this.#forget();
      this.#count += 1;
      steps.set(name, { snapshot, timers });
    }
    return snapshot;
  }

  #forget(): void {
    this.#beginnings = new Map();
    this.#steps = new Map();
    this.#count = 0;
  }
}

/** True for an event that its text says all of. */
const isPlain = (event: EventObject): boolean =>
  Object.values(event).every((value) => typeof value === 'string' || typeof value === 'number');

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
