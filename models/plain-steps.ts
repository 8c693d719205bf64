import {
  type AnyActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  and,
} from 'xstate';
import { exitAndEntryOf, placeWithin } from './exit-and-entry.ts';

/** Takes a step of a chart. */
export type TakeStep = (
  snapshot: AnyMachineSnapshot,
  event: AnyEventObject,
  scope: AnyActorScope,
) => AnyMachineSnapshot;

/**
 * The transition function of a chart, about three times as quick where a step is plain: transitions with
 * one target at most, and actions that assign, arm and disarm timers, or begin and end work. Guards are
 * asked by XState; which states are left and entered by a transition, and with which actions, is the same
 * each time and worked out once. Steps that come to a final state, and those with actions of other kinds,
 * are XState's own, and so are charts that are in several states at a time, remember states that they have
 * left, or take events by patterns.
 */
export function plainSteps(machine: AnyStateMachine): TakeStep {
  if (!isPlain(machine.root)) return machine.transition;
  const places = new Places(machine);
  return (snapshot, event, scope) => {
    const isOver = snapshot.status !== 'active';
    if (isOver || !isOrdinary(event)) return machine.transition(snapshot, event, scope);
    const place = places.of(snapshot);
    const taken = place.optionsFor(event.type).find(({ isOpen }) => isOpen(snapshot, event));
    const plan = taken ? places.planOf(place, taken.transition) : places.stayingAt(place);
    if (!plan) return machine.transition(snapshot, event, scope);
    return takenBy(plan, snapshot, event, scope);
  };
}

const isPlain = ({ type, states, transitions }: AnyStateNode): boolean =>
  type !== 'parallel' &&
  type !== 'history' &&
  [...transitions.keys()].every((name) => !name.includes('*')) &&
  Object.values(states).every(isPlain);

/** Whether an event is one of the chart's own, or of its timers. */
const isOrdinary = ({ type }: AnyEventObject): boolean =>
  !type.startsWith('xstate.') || type.startsWith('xstate.after.');

// Carrying out ----------------------------------------------------------------------------------

/** What a transition does from the states in which a chart is, whatever its context. */
interface Plan {
  readonly actions: readonly PlannedAction[];
  /** What of the snapshot says where the chart is then; `undefined` where it stays. */
  readonly there: Standing | undefined;
  /** What may follow without an event, what comes first first. */
  readonly following: readonly Following[];
}

/** A transition that may be taken. */
interface Option {
  readonly isOpen: (snapshot: AnyMachineSnapshot, event: AnyEventObject) => boolean;
  readonly transition: AnyTransitionDefinition;
}

interface Following extends Option {
  readonly plan: Plan;
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

const plainActions = [
  'xstate.assign',
  'xstate.raise',
  'xstate.cancel',
  'xstate.spawnChild',
  'xstate.stopChild',
];
const nothingRaised = { internalQueue: [] };

/** The transition that an event takes, and those that follow without one. */
function takenBy(
  plan: Plan,
  snapshot: AnyMachineSnapshot,
  event: AnyEventObject,
  scope: AnyActorScope,
): AnyMachineSnapshot {
  let now = carriedOut(plan, snapshot, event, scope);
  let { following } = plan;
  for (;;) {
    const next = following.find(({ isOpen }) => isOpen(now, event))?.plan;
    if (!next) return now;
    now = carriedOut(next, now, event, scope);
    following = next.following;
  }
}

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

/** `undefined` for an action of another kind. */
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

/** A guard of XState's own as it asks it; its types keep that back. */
interface OwnGuard {
  check(
    snapshot: AnyMachineSnapshot,
    args: { readonly context: unknown; readonly event: AnyEventObject },
    guard: OwnGuard,
  ): boolean;
}

function optionOf(transition: AnyTransitionDefinition): Option {
  const { guard } = transition;
  if (guard === undefined) return { transition, isOpen: () => true };
  // XState hands out what asks a guard as part of its own guards only.
  const own = and([guard] as never) as unknown as OwnGuard;
  const isOpen: Option['isOpen'] = (snapshot, event) =>
    own.check(snapshot, { context: snapshot.context, event }, own);
  return { transition, isOpen };
}

/** The states in which a chart is, and what is known of the steps from there. */
class Place {
  readonly standing: Standing;
  readonly plans = new Map<AnyTransitionDefinition, Plan | undefined>();
  /** What is done here by an event that takes no transition; `undefined` where that is not plain. */
  staying: Plan | undefined;
  isStudied = false;
  /** The states, innermost first: what one says goes before what those around it say. */
  readonly #inwards: readonly AnyStateNode[];
  readonly #options = new Map<string, readonly Option[]>();

  constructor(standing: Standing) {
    this.standing = standing;
    this.#inwards = standing._nodes.toSorted((a, b) => b.order - a.order);
  }

  /** The transitions that an event of a type may take, the first of which is taken that is open. */
  optionsFor(type: string): readonly Option[] {
    let options = this.#options.get(type);
    if (!options) {
      options = this.#inwards
        .flatMap(({ transitions }) => transitions.get(type) ?? [])
        .map(optionOf);
      this.#options.set(type, options);
    }
    return options;
  }

  /** Those that need no event. */
  get eventless(): readonly Option[] {
    return this.#inwards.flatMap(({ always = [] }) => always).map(optionOf);
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

  /** What an event does that takes no transition: what is open without one. */
  stayingAt(place: Place): Plan | undefined {
    if (!place.isStudied) {
      // One that comes round to itself meanwhile is not plain.
      place.isStudied = true;
      const following = this.#followingAt(place);
      place.staying = following && { actions: [], there: undefined, following };
    }
    return place.staying;
  }

  #followingAt(place: Place): readonly Following[] | undefined {
    const following: Following[] = [];
    for (const option of place.eventless) {
      const plan = this.planOf(place, option.transition);
      if (!plan) return undefined;
      following.push({ ...option, plan });
    }
    return following;
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
    const touched = [...exited.keys(), ...entered.keys()];
    if (touched.some(({ type }) => type === 'final')) return undefined;
    const actions = [...exited.values(), transition.actions, ...entered.values()]
      .flat()
      .map((action) => planAction(action, this.#machine));
    if (!actions.every((action) => action !== undefined)) return undefined;
    const kept = states.filter((state) => !exited.has(state));
    const after = [...kept, ...entered.keys()];
    const place = this.#at(after, () => ({
      _nodes: after,
      value: placeWithin(this.#machine.root, after),
      tags: new Set(after.flatMap(({ tags }) => tags)),
    }));
    const staying = this.stayingAt(place);
    if (!staying) return undefined;
    const { following } = staying;
    const stays = after.length === states.length && states.every((state) => after.includes(state));
    return { actions, there: stays ? undefined : place.standing, following };
  }
}
