import type { AnyMachineSnapshot } from 'xstate';
import { specOf as anySpecOf, bySnapshot } from '../place.ts';
import type { Context } from './context.ts';
import type { ScreenSpec } from './screens.ts';

/** The screen of the innermost state that has one. */
export const specOf = (snapshot: AnyMachineSnapshot): ScreenSpec => anySpecOf<ScreenSpec>(snapshot);

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
      a.postal === b.postal &&
      a.sharedPin === b.sharedPin &&
      a.creditPin === b.creditPin &&
      a.supervisorPin === b.supervisorPin)
  );
}

/**
 * Where a snapshot stands, as text: its state, cursor and field, and whether a user or the
 * supervisor is there. What is being entered and which account is charged are left out: they change
 * no way, and there are many of them.
 */
export const placeOf = bySnapshot((snapshot) => {
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
});
