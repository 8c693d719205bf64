import type { AnyMachineSnapshot } from 'xstate';
import { type FieldMode, isTouch, type Point, type Press, type Screen } from '#core';
import type { Credentials, Model } from '../model.ts';
import type { ChartSources } from './chart/setup.ts';
import { fieldSpec, letterModes } from './fields.ts';
import { clearTap, contains, keyAt, middleOf, pointFor, tapsFor } from './keyboard.ts';
import type { ConnectPlusModel } from './model.ts';
import { contextOf, specOf } from './place.ts';
import type { Profile } from './profile.ts';
import { layOut } from './screens.ts';
import { elementsOf } from './views.ts';

/** Where to tap the operable row with this text. */
export function keyToChoose({ rows }: Screen, text: string): Point | undefined {
  const row = rows.find((one) => one.text === text && one.rect);
  return row?.rect && middleOf(row.rect);
}

/** Taps that leave `text` in the field on the display, whatever was in it. */
export function keysFor(
  snapshot: AnyMachineSnapshot,
  text: string,
  { profile }: ChartSources,
): readonly Point[] | undefined {
  const { field } = specOf(snapshot);
  if (!field) return undefined;
  const { value, mode } = contextOf(snapshot).field;
  const taps = tapsFor(text, fieldSpec(field).modes, mode, profile);
  const clear = value === '' ? undefined : clearTap(mode, profile);
  return clear && taps ? [clear, ...taps] : taps;
}

/** Taps on the page buttons until the row with this text is on the display. */
export function keysToRow(
  snapshot: AnyMachineSnapshot,
  text: string,
  sources: ChartSources,
): readonly Point[] | undefined {
  const spec = specOf(snapshot);
  const context = contextOf(snapshot);
  const { screen } = layOut(spec, context, sources);
  if (screen.rows.some((row) => row.text === text && row.rect)) return [];
  if (!spec.view) return undefined;
  const { visibleRows } = sources.profile;
  const elements = elementsOf(spec.view, context, sources);
  const index = elements
    .slice(0, elements.length)
    .findIndex((element) => element.text === text && (element.tap ?? element.pick) !== undefined);
  if (index < 0) return undefined;
  const pages = Math.floor(index / visibleRows) - Math.floor(context.top / visibleRows);
  const turned = (page: number) => {
    const top = page * visibleRows;
    return layOut(spec, { ...context, top }, sources).screen;
  };
  const taps: Point[] = [];
  const step = Math.sign(pages);
  const label = sources.texts[step < 0 ? 'pageUp' : 'pageDown'];
  for (
    let page = Math.floor(context.top / visibleRows);
    taps.length < Math.abs(pages);
    page += step
  ) {
    const tap = keyToChoose(turned(page), label);
    if (!tap) return undefined;
    taps.push(tap);
  }
  return taps;
}

/**
 * Taps worth trying on the way to somewhere else: every button and entry that changes nothing but
 * where one is. In a field only OK, Cancel and, where a user logs in, the password.
 */
export function movesOf(
  snapshot: AnyMachineSnapshot,
  credentials: Credentials,
  sources: ChartSources,
): readonly Point[] {
  const spec = specOf(snapshot);
  const context = contextOf(snapshot);
  const { targets } = layOut(spec, context, sources);
  const points = targets.flatMap(({ row }) => (row.rect ? [middleOf(row.rect)] : []));
  if (spec.field !== 'userPassword' || spec.title !== 'logIn') return points;
  const password = credentials[context.userDraft.name];
  if (password === undefined) return points;
  const next = tapsFor(
    [...password][[...context.field.value].length] ?? '',
    fieldSpec(spec.field).modes,
    context.field.mode,
    sources.profile,
  )?.[0];
  return password.startsWith(context.field.value) && next ? [...points, next] : points;
}

/** The text of what is touched: of a row, or of a key of the screen's keyboard. */
export function nameOf(
  press: Press,
  { rows, field }: Screen,
  { profile, texts }: ChartSources,
): string {
  if (!isTouch(press)) return press;
  const row = rows.find(({ rect }) => rect && contains(rect, press));
  if (row) return row.text;
  const key = field && keyAt(press, field.mode, profile);
  if (!key) return `${press.x},${press.y}`;
  if (key.action.type === 'KEY' && field.secret) return '•';
  if (key.label) return texts[key.label];
  return key.action.type === 'KEY' ? key.action.character : '';
}

/** Where to tap to go on typing in this field, whatever is in it. */
export function tapsOnKeyboard(
  text: string,
  { mode }: NonNullable<Screen['field']>,
  model: Model,
): readonly Point[] | undefined {
  return tapsFor(text, modesAround(mode), mode, profileOf(model));
}

/** The key that takes the last character away. */
export const backspaceOnKeyboard = (
  { mode }: NonNullable<Screen['field']>,
  model: Model,
): Point | undefined => pointFor(mode, profileOf(model), ({ type }) => type === 'BACKSPACE');

/** A field of digits has no other keys; one of letters has all the others. */
const modesAround = (mode: FieldMode): readonly FieldMode[] =>
  mode === 'digits' ? ['digits'] : letterModes;

/** Only models of this family have a keyboard on their screen. */
const profileOf = (model: Model): Profile => (model as ConnectPlusModel).sources.profile;
