import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { ChartEntry, ChartState } from '#core';

/** The states and ways of a chart for the run record, and the numbers of its states. */
export interface ChartGraph {
  readonly entry: ChartEntry;
  /** The number of the state with these names, outermost first. */
  numberOf(path: readonly string[]): number | undefined;
}

/** Parts the names of a path: no state is called so. */
const between = '\u0000';

/** Reads the states and the ways between them off a chart; ways that lead nowhere else are left out. */
export function chartGraph(machine: AnyStateMachine): ChartGraph {
  const states: ChartState[] = [];
  const numbers = new Map<string, number>();
  const nodes: AnyStateNode[] = [];
  const visit = (node: AnyStateNode, parent: number | null): void => {
    const number = states.length;
    states.push({ name: node.key, parent });
    numbers.set(node.path.join(between), number);
    nodes.push(node);
    for (const child of Object.values(node.states)) visit(child, number);
  };
  for (const child of Object.values(machine.root.states)) visit(child, null);
  const numberOf = (path: readonly string[]) => numbers.get(path.join(between));
  const ways = nodes.flatMap((node, from) => waysOf(node, from, numberOf));
  return { entry: { type: 'chart', states, ways }, numberOf };
}

function waysOf(
  node: AnyStateNode,
  from: number,
  numberOf: ChartGraph['numberOf'],
): ChartEntry['ways'] {
  const found = new Map<string, readonly [number, number, string]>();
  for (const [event, transitions] of node.transitions) {
    for (const target of transitions.flatMap((transition) => transition.target ?? [])) {
      const to = numberOf(target.path);
      if (to !== undefined && to !== from)
        found.set(`${to} ${event}`, [from, to, eventName(event)]);
    }
  }
  return [...found.values()];
}

/** Time-outs and ends of inner states have names of the library's own making. */
function eventName(event: string): string {
  if (event.startsWith('xstate.after.')) return 'time';
  if (event.startsWith('xstate.done.')) return 'done';
  return event;
}
