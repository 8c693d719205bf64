/** Where two JSON values differ first. */
export interface Difference {
  /** `predicate.result`, `scenarios[3].name`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly seen: string;
}

/** The first difference between two JSON values; the order of keys does not matter. */
export function firstDifference(
  expected: unknown,
  seen: unknown,
  path = '',
): Difference | undefined {
  if (Object.is(expected, seen)) return undefined;
  if (!isTree(expected) || !isTree(seen) || Array.isArray(expected) !== Array.isArray(seen)) {
    return { path, expected: shown(expected), seen: shown(seen) };
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(seen)])) {
    const deeper = Array.isArray(expected) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    const found = firstDifference(expected[key], seen[key], deeper);
    if (found) return found;
  }
  return undefined;
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Short enough for a line. */
function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
