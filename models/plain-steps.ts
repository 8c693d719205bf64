import type {
  AnyActorScope,
  AnyEventObject,
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyStateNode,
  AnyTransitionDefinition,
} from 'xstate';
import { exitAndEntryOf, placeWithin } from './exit-and-entry.ts';

/** Takes a step of a chart. */
export type TakeStep = (
  snapshot: AnyMachineSnapshot,
  event: AnyEventObject,
  scope: AnyActorScope,
) => AnyMachineSnapshot;

/**
 * The transition function of a chart, about three times as quick where a step is plain: one transition with
 * one target at most, and actions that assign, or arm and disarm timers. Which transition an event takes
 * is asked of XState's own states; which of them are left and entered by it, and with which actions, is
 * the same each time and worked out once. Steps that begin or end work, that come to a final state or
 * to one that is left without an event are XState's own.
 */
export function plainSteps(machine: AnyStateMachine): TakeStep {
  if (!isPlain(machine.root)) return machine.transition;
  const places = new Places(machine);
  return (snapshot, event, scope) => {
    if (!isOrdinary(event)) return machine.transition(snapshot, event, scope);
    const place = places.of(snapshot);
    const transition = place.taken(snapshot, event);
    if (!transition && place.isStill) return snapshot;
    const plan = transition && places.planOf(place, transition);
    return plan
      ? carriedOut(plan, snapshot, event, scope)
      : machine.transition(snapshot, event, scope);
  };
}

/** Whether a chart is in one state of each level, and remembers none that it has left. */
const isPlain = ({ type, states }: AnyStateNode): boolean =>
  type !== 'parallel' && type !== 'history' && Object.values(states).every(isPlain);

/** Whether an event is one of the chart's own, or of its timers. */
const isOrdinary = ({ type }: AnyEventObject): boolean =>
  !type.startsWith('xstate.') || type.startsWith('xstate.after.');

// Carrying out ----------------------------------------------------------------------------------

/** What a transition does from the states in which a chart is, whatever its context. */
interface Plan {
  readonly actions: readonly PlannedAction[];
  /** What of the snapshot says where the chart is then; `undefined` where it stays. */
  readonly there: Standing | undefined;
}

type Standing = Pick<AnyMachineSnapshot, '_nodes' | 'value' | 'tags'>;

interface PlannedAction {
  readonly own: OwnAction;
  /** Those of the chart, or what makes them. */
  readonly params: unknown;
}

/** What XState's own actions are made of. */
interface OwnAction {
  readonly type: string;
  /** Of `raise`: nothing where the event comes at once. */
  readonly delay?: unknown;
  resolve(
    scope: AnyActorScope,
    snapshot: AnyMachineSnapshot,
    args: ActionArgs,
    params: unknown,
    action: unknown,
    extra: { readonly internalQueue: readonly never[] },
  ): readonly [snapshot: AnyMachineSnapshot, params: unknown];
  readonly execute?: (scope: AnyActorScope, params: unknown) => void;
}

interface ActionArgs {
  readonly context: unknown;
  readonly event: AnyEventObject;
  readonly self: AnyActorScope['self'];
  readonly system: AnyActorScope['system'];
}

const plainActions = ['xstate.assign', 'xstate.raise', 'xstate.cancel'];
const nothingRaised = { internalQueue: [] };

function carriedOut(
  { actions, there }: Plan,
  snapshot: AnyMachineSnapshot,
  event: AnyEventObject,
  scope: AnyActorScope,
): AnyMachineSnapshot {
  const { self, system } = scope;
  let now = snapshot;
  for (const { own, params } of actions) {
    const { context } = now;
    const args = { context, event, self, system };
    const given = typeof params === 'function' ? params({ context, event }) : params;
    const [next, resolved] = own.resolve(scope, now, args, given, own, nothingRaised);
    now = next;
    const { type, execute } = own;
    if (!execute) continue;
    const exec = (): void => execute(scope, resolved);
    scope.actionExecutor({ type, info: args, params: resolved as never, exec });
  }
  return there ? { ...now, ...there } : now;
}

/** `undefined` for an action that does more than assign, or arm or disarm a timer. */
function planAction(
  action: AnyStateNode['entry'][number],
  { implementations: { actions } }: AnyStateMachine,
): PlannedAction | undefined {
  const params = typeof action === 'object' ? action.params : undefined;
  const named = typeof action === 'object' ? action.type : action;
  const own: unknown = typeof named === 'string' ? actions[named] : named;
  if (!isOwn(own) || !plainActions.includes(own.type)) return undefined;
  // Without a delay its event comes at once, in the same step.
  if (own.type === 'xstate.raise' && own.delay === undefined) return undefined;
  return { own, params };
}

const isOwn = (action: unknown): action is OwnAction =>
  typeof action === 'function' && 'resolve' in action;

// Places ----------------------------------------------------------------------------------------

/** A state as XState asks it which transition of its own an event takes; its types keep that back. */
interface Asked extends AnyStateNode {
  next(
    snapshot: AnyMachineSnapshot,
    event: AnyEventObject,
  ): readonly AnyTransitionDefinition[] | undefined;
}

/** The states in which a chart is, and what is known of the steps from there. */
class Place {
  readonly standing: Standing;
  /** Nothing happens here without an event. */
  readonly isStill: boolean;
  readonly plans = new Map<AnyTransitionDefinition, Plan | undefined>();
  /** By the type of an event: the states that know it, innermost first. */
  readonly #knowing = new Map<string, readonly AnyStateNode[]>();

  constructor(standing: Standing) {
    this.standing = standing;
    this.isStill = standing._nodes.every(({ always }: AnyStateNode) => !always);
  }

  /** The transition that an event takes: the innermost state that has one says so. */
  taken(snapshot: AnyMachineSnapshot, event: AnyEventObject): AnyTransitionDefinition | undefined {
    for (const state of this.#knowingStates(event.type)) {
      const [transition] = (state as Asked).next(snapshot, event) ?? [];
      if (transition) return transition;
    }
    return undefined;
  }

  #knowingStates(type: string): readonly AnyStateNode[] {
    let knowing = this.#knowing.get(type);
    if (!knowing) {
      knowing = this.standing._nodes
        .filter((state: AnyStateNode) =>
          [...state.transitions.keys()].some((name) => name === type || name.includes('*')),
        )
        .sort((a, b) => b.order - a.order);
      this.#knowing.set(type, knowing);
    }
    return knowing;
  }
}

/** The places of a chart that steps have come to. */
class Places {
  readonly #machine: AnyStateMachine;
  /** XState makes the list of states anew with each step of its own. */
  readonly #byStates = new WeakMap<readonly AnyStateNode[], Place>();
  /** Those of the same states in the same order are one. */
  readonly #byName = new Map<string, Place>();

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;
  }

  of({ _nodes, value, tags }: AnyMachineSnapshot): Place {
    let place = this.#byStates.get(_nodes);
    if (!place) {
      place = this.#at(_nodes, () => ({ _nodes, value, tags }));
      this.#byStates.set(_nodes, place);
    }
    return place;
  }

  /** `undefined` for a transition that is not plain. */
  planOf(place: Place, transition: AnyTransitionDefinition): Plan | undefined {
    if (place.plans.has(transition)) return place.plans.get(transition);
    const plan = this.#plan(place.standing._nodes, transition);
    place.plans.set(transition, plan);
    return plan;
  }

  #at(states: readonly AnyStateNode[], standing: () => Standing): Place {
    const name = states.map(({ order }) => order).join();
    let place = this.#byName.get(name);
    if (!place) {
      place = new Place(standing());
      this.#byName.set(name, place);
    }
    return place;
  }

  #plan(states: readonly AnyStateNode[], transition: AnyTransitionDefinition): Plan | undefined {
    const sets = exitAndEntryOf(states, transition);
    if (!sets) return undefined;
    const { exited, entered } = sets;
    const touched = [...exited, ...entered.keys()];
    if (touched.some(({ type, invoke }) => type === 'final' || invoke.length > 0)) return undefined;
    const actions = [
      ...exited.flatMap(({ exit }) => exit),
      ...transition.actions,
      ...[...entered.values()].flat(),
    ].map((action) => planAction(action, this.#machine));
    if (!actions.every((action) => action !== undefined)) return undefined;
    const kept = states.filter((state) => !exited.includes(state));
    const after = [...kept, ...entered.keys()];
    const place = this.#at(after, () => ({
      _nodes: after,
      value: placeWithin(this.#machine.root, after),
      tags: new Set(after.flatMap(({ tags }) => tags)),
    }));
    if (!place.isStill) return undefined;
    const stays = after.length === states.length && states.every((state) => after.includes(state));
    return { actions, there: stays ? undefined : place.standing };
  }
}
