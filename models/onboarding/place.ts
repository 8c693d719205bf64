import type { AnyMachineSnapshot } from 'xstate';
import { bySnapshot, specOf } from '../place.ts';
import type { Shown } from '../touch/panel.ts';
import type { Context } from './context.ts';
import type { PanelNames, ScreenSpec } from './panel.ts';

/** The chart's own context; every snapshot that comes here is one of this chart. */
export const contextOf = (snapshot: AnyMachineSnapshot): Context => snapshot.context as Context;

/** The page of a snapshot, and what is in it. */
export const shownBy = (snapshot: AnyMachineSnapshot): Shown<PanelNames, Context> => ({
  spec: specOf<ScreenSpec>(snapshot),
  context: contextOf(snapshot),
});

/** A plan may not change anything that is remembered. */
export const sameData = (before: AnyMachineSnapshot, after: AnyMachineSnapshot): boolean =>
  contextOf(before).memory === contextOf(after).memory;

/** Where a snapshot stands, as text: its state, the page of its list, the field, the meter's display. */
export const placeOf = bySnapshot((snapshot) => {
  const { top, field, choosing, productCode, meterAtHome, first } = contextOf(snapshot);
  return JSON.stringify([
    snapshot.value,
    top,
    field,
    choosing,
    productCode,
    meterAtHome,
    first.length,
  ]);
});
