import {
  type AnyMachineSnapshot,
  type AnyStateNode,
  type AnyTransitionDefinition,
  spawnChild,
  stopChild,
} from 'xstate';

type Actions = AnyStateNode['entry'];

/** The exit set and the entry set of a transition: states in the order in which they are left and entered. */
export interface ExitAndEntry {
  /** With the actions of each, which end and begin its work too. */
  readonly exited: ReadonlyMap<AnyStateNode, Actions>;
  readonly entered: ReadonlyMap<AnyStateNode, Actions>;
}

/**
 * What a transition with one target at most exits and enters in a chart that is in these states, one
 * of each level: by the rules of SCXML (https://www.w3.org/TR/scxml/#AlgorithmforSCXMLInterpretation).
 * `undefined` for a transition to the whole chart.
 */
export function exitAndEntryOf(
  states: readonly AnyStateNode[],
  { source, target = [], reenter }: AnyTransitionDefinition,
): ExitAndEntry | undefined {
  const [to] = target;
  if (!to) return { exited: new Map(), entered: new Map() };
  const domain = domainOf(source, to, reenter);
  if (!to.parent || !domain) return undefined;
  const exited = states
    .filter((state) => isWithin(state, domain))
    .sort((a, b) => b.order - a.order)
    .map((state) => [state, exitOf(state)] as const);
  const entered: [AnyStateNode, Actions][] = [];
  let outer: AnyStateNode | undefined = to.parent;
  for (; outer && isWithin(outer, domain); outer = outer.parent)
    entered.push([outer, entryOf(outer)]);
  if (to !== domain) entered.push([to, defaultEntryOf(to)]);
  for (let inner = initialOf(to); inner; inner = initialOf(inner)) {
    entered.push([inner, defaultEntryOf(inner)]);
  }
  return {
    exited: new Map(exited),
    entered: new Map(entered.sort(([a], [b]) => a.order - b.order)),
  };
}

/** The state within which a transition takes place. */
function domainOf(
  source: AnyStateNode,
  target: AnyStateNode,
  reenter: boolean,
): AnyStateNode | undefined {
  if (!reenter && (target === source || isWithin(target, source))) return source;
  let outer = target.parent;
  while (outer && !isWithin(source, outer)) outer = outer.parent;
  return outer ?? (reenter ? undefined : source.machine.root);
}

function isWithin(state: AnyStateNode, outer: AnyStateNode): boolean {
  for (let above = state.parent; above; above = above.parent) if (above === outer) return true;
  return false;
}

const initialOf = ({ type, initial }: AnyStateNode): AnyStateNode | undefined =>
  type === 'compound' ? initial.target[0] : undefined;

const exitOf = ({ exit, invoke }: AnyStateNode): Actions => [
  ...exit,
  ...invoke.map(({ id }) => stopChild(id)),
];

const entryOf = ({ entry, invoke }: AnyStateNode): Actions => [
  ...entry,
  ...invoke.map(({ src, id, systemId, input, onSnapshot }) =>
    spawnChild(src, {
      id,
      input,
      syncSnapshot: onSnapshot !== undefined,
      ...(systemId === undefined ? {} : { systemId }),
    }),
  ),
];

/** Of a state that is entered for its own sake, and not for one within it. */
const defaultEntryOf = (state: AnyStateNode): Actions => [
  ...entryOf(state),
  ...state.initial.actions,
];

/** Where a chart is, as XState writes it: the name of a state, or what is within it by its name. */
export function placeWithin(
  outer: AnyStateNode,
  states: readonly AnyStateNode[],
): AnyMachineSnapshot['value'] {
  const inner = states.find(({ parent }) => parent === outer);
  if (!inner) return {};
  return inner.type === 'atomic' ? inner.key : { [inner.key]: placeWithin(inner, states) };
}
