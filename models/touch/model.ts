import type { AnyMachineSnapshot } from 'xstate';
import { isTouch, type Millis, type Point, type Press, type Screen } from '#core';
import type { Model } from '../model.ts';
import { bySnapshot } from '../place.ts';
import { modesAround } from './field.ts';
import { pointFor, tapsFor } from './keyboard.ts';
import { layOut, tapAt } from './layout.ts';
import type { OnScreen, Panel, PanelNames, Shown, TouchSources } from './panel.ts';
import { keysFor, keysToRow, keyToChoose, nameOf } from './taps.ts';

/** The specification of a machine that is worked by touching its screen. */
export interface TouchModel extends Model {
  readonly display: 'touch';
  readonly sources: TouchSources<never>;
}

/** What the specification of every machine with a touch screen says of its screen and of taps. */
export const touchModel = <Names extends PanelNames, Context extends OnScreen>(
  panel: Panel<Names, Context>,
  shownBy: (snapshot: AnyMachineSnapshot) => Shown<Names, Context>,
) => {
  const layoutOf = bySnapshot((snapshot) => layOut(shownBy(snapshot), panel));
  return {
    display: 'touch' as const,
    keys: [],
    eventOf: (press: Press, snapshot: AnyMachineSnapshot, at: Millis) => {
      if (!isTouch(press)) return undefined;
      const tap = tapAt(press, layoutOf(snapshot), shownBy(snapshot), panel);
      return tap && { ...tap, at };
    },
    nameOf: (press: Press, screen: Screen) => nameOf(press, screen, panel),
    screenOf: (snapshot: AnyMachineSnapshot): Screen => layoutOf(snapshot).screen,
    keysFor: (snapshot: AnyMachineSnapshot, text: string) =>
      keysFor(text, shownBy(snapshot), panel),
    keysToRow: (snapshot: AnyMachineSnapshot, text: string) =>
      keysToRow(text, shownBy(snapshot), panel),
    keyToChoose,
  };
};

/** Where to tap to go on typing in this field, whatever is in it. */
export const tapsOnKeyboard = (
  text: string,
  { mode }: NonNullable<Screen['field']>,
  model: Model,
): readonly Point[] | undefined =>
  tapsFor(text, modesAround(mode), mode, touchSourcesOf(model).profile);

/** The key that takes the last character away. */
export const backspaceOnKeyboard = (
  { mode }: NonNullable<Screen['field']>,
  model: Model,
): Point | undefined =>
  pointFor(mode, touchSourcesOf(model).profile, ({ type }) => type === 'BACKSPACE');

/** What is written on the screen of a machine, and how large it is. */
export const touchSourcesOf = (model: Model): TouchSources<never> =>
  // Every model whose display is a touch screen is made with `touchModel`.
  (model as TouchModel).sources;
