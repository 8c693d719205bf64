import type { AnyMachineSnapshot } from 'xstate';
import type { Context } from './context.ts';
import type { ScreenSpec } from './screens.ts';

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

/** The screen of the innermost state that has one. The chart gives every resting state one. */
export function specOf(snapshot: AnyMachineSnapshot): ScreenSpec {
  let node = snapshot.machine.root;
  let spec: ScreenSpec | undefined;
  let value: unknown = snapshot.value;
  while (value !== undefined) {
    const key: string = typeof value === 'string' ? value : (Object.keys(value as object)[0] ?? '');
    const child = node.states[key];
    if (!child) break;
    // The chart's meta type is { screen }; the untyped snapshot has lost it.
    spec = (child.meta as { screen?: ScreenSpec } | undefined)?.screen ?? spec;
    value = typeof value === 'string' ? undefined : (value as Record<string, unknown>)[key];
    node = child;
  }
  if (!spec) throw new Error(`no screen for ${pathOf(snapshot).join(' > ')}`);
  return spec;
}

/** The chart's own context; every snapshot that comes here is one of this chart. */
export const contextOf = (snapshot: AnyMachineSnapshot): Context => snapshot.context as Context;

/** What the machine remembers apart from counted wrong PINs. */
export function sameData(before: AnyMachineSnapshot, after: AnyMachineSnapshot): boolean {
  const a = contextOf(before).memory;
  const b = contextOf(after).memory;
  return (
    a === b ||
    (a.mode === b.mode &&
      a.accounts === b.accounts &&
      a.operators === b.operators &&
      a.removed === b.removed &&
      a.unassigned === b.unassigned &&
      a.registers === b.registers &&
      a.sharedPin === b.sharedPin &&
      a.supervisorPin === b.supervisorPin)
  );
}

/**
 * Where a snapshot stands, as text: its state, cursor and field, and whether a user or the
 * supervisor is there. What is being entered and which account is charged are left out: they change
 * no way, and there are many of them.
 */
export function placeOf(snapshot: AnyMachineSnapshot): string {
  const { session, list, shortcut, field, memory } = contextOf(snapshot);
  return JSON.stringify([
    snapshot.value,
    memory.mode,
    session.role,
    list.index,
    shortcut,
    field.value,
    field.mode,
  ]);
}
