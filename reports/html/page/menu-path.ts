import type { ChartWays, PageEvent } from '../page-data.ts';

/** A menu that was visited: a state of the chart with the states within it. */
export interface PathNode {
  /** The number of its state. */
  readonly id: number;
  readonly name: string;
  /** The states within it that were visited, when there are several. */
  readonly inner: Set<string>;
  /** Where the chart leads from here and the scenario did not go. */
  readonly others: readonly string[];
}

/** A move from one menu to another, as often as it was made. */
export interface PathEdge {
  readonly from: number;
  readonly to: number;
  /** The how manieth move of the scenario, and the key that made it. */
  readonly moves: { readonly number: number; readonly key: string }[];
}

export interface MenuPath {
  /** In the order in which they were first visited. */
  readonly nodes: readonly PathNode[];
  readonly edges: readonly PathEdge[];
  readonly last: number | undefined;
}

interface Chart {
  readonly states: readonly { readonly name: string; readonly parent: number | null }[];
  readonly ways: ChartWays;
}

/** The menus that a scenario went through, as a graph: what else the chart has is left out. */
export function menuPath(events: readonly PageEvent[], chart: Chart): MenuPath {
  const menuOf = menus(chart);
  const inner = new Map<number, Set<string>>();
  const edges = new Map<string, PathEdge>();
  let at: number | undefined;
  let key: string | undefined;
  let number = 0;
  for (const event of events) {
    if ('type' in event) continue;
    if (event[0] === 'k') key = event[1];
    const state = event[0] === 's' ? event[1] : event[0] === 'f' ? event[3] : undefined;
    const menu = state === undefined ? undefined : menuOf(state);
    if (state === undefined || menu === undefined) continue;
    const visited = inner.get(menu) ?? new Set();
    inner.set(menu, visited);
    if (menu !== state) visited.add(chart.states[state]?.name ?? '');
    if (at !== undefined && at !== menu) {
      number += 1;
      const name = `${at} ${menu}`;
      const edge = edges.get(name) ?? { from: at, to: menu, moves: [] };
      edges.set(name, edge);
      edge.moves.push({ number, key: key ?? 'time' });
      key = undefined;
    }
    at = menu;
  }
  const others = untaken(chart, menuOf, new Set(inner.keys()));
  const nodes = [...inner].map(([id, visited]) => ({
    id,
    name: chart.states[id]?.name ?? '',
    inner: visited,
    others: others(id),
  }));
  return { nodes, edges: [...edges.values()], last: at };
}

/**
 * The menu that a state belongs to: the state around it, when that has no states in states. Charts name
 * what a person sees as one menu this way, with states for what is typed in it.
 */
function menus({ states }: Chart): (state: number) => number | undefined {
  const isParent = new Set(states.map(({ parent }) => parent));
  const hasGroups = new Set(
    states.filter((_state, number) => isParent.has(number)).map(({ parent }) => parent),
  );
  return (state) => {
    const parent = states[state]?.parent;
    if (parent === undefined) return undefined;
    return parent === null || hasGroups.has(parent) ? state : parent;
  };
}

function untaken(
  { states, ways }: Chart,
  menuOf: (state: number) => number | undefined,
  visited: ReadonlySet<number>,
): (menu: number) => readonly string[] {
  const found = new Map<number, Set<number>>();
  for (const [from, to] of ways) {
    const [a, b] = [menuOf(from), menuOf(to)];
    if (a === undefined || b === undefined || !visited.has(a) || visited.has(b)) continue;
    const list = found.get(a) ?? new Set();
    found.set(a, list.add(b));
  }
  return (menu) => [...(found.get(menu) ?? [])].map((to) => states[to]?.name ?? '');
}
