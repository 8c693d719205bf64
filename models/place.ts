import type { AnyMachineSnapshot } from 'xstate';

/** The names of the states that a snapshot is in, outermost first. */
export function pathOf(snapshot: AnyMachineSnapshot): readonly string[] {
  const path: string[] = [];
  let value: unknown = snapshot.value;
  while (typeof value === 'object' && value !== null) {
    const [entry] = Object.entries(value);
    if (!entry) break;
    path.push(entry[0]);
    value = entry[1];
  }
  if (typeof value === 'string') path.push(value);
  return path;
}

/**
 * The screen of the innermost state that has one. A chart gives every resting state one, in its
 * `meta`, as `{ screen }` of its own type.
 */
export function specOf<Spec>(snapshot: AnyMachineSnapshot): Spec {
  let node = snapshot.machine.root;
  let spec: Spec | undefined;
  let value: unknown = snapshot.value;
  while (value !== undefined) {
    const key: string = typeof value === 'string' ? value : (Object.keys(value as object)[0] ?? '');
    const child = node.states[key];
    if (!child) break;
    spec = (child.meta as { screen?: Spec } | undefined)?.screen ?? spec;
    value = typeof value === 'string' ? undefined : (value as Record<string, unknown>)[key];
    node = child;
  }
  if (!spec) throw new Error(`no screen for ${pathOf(snapshot).join(' > ')}`);
  return spec;
}

/** The names of the work that waits for an answer: the chart's invoked actors. */
export const pendingOf = (snapshot: AnyMachineSnapshot): readonly string[] =>
  Object.values(snapshot.children).flatMap((child) => {
    // Untyped snapshots have lost that their children are actors; an actor names its source.
    const { src } = child as { readonly src?: unknown };
    return typeof src === 'string' ? [src] : [];
  });

/** A function of snapshots that is worked out once for each: they never change. */
export function bySnapshot<Value extends object | string>(
  work: (snapshot: AnyMachineSnapshot) => Value,
): (snapshot: AnyMachineSnapshot) => Value {
  const known = new WeakMap<AnyMachineSnapshot, Value>();
  return (snapshot) => {
    const found = known.get(snapshot);
    if (found !== undefined) return found;
    const value = work(snapshot);
    known.set(snapshot, value);
    return value;
  };
}
