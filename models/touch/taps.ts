import { isTouch, type Point, type Press, type Screen } from '#core';
import { clearTap, contains, keyAt, middleOf, tapsFor } from './keyboard.ts';
import { layOut } from './layout.ts';
import type { OnScreen, Panel, PanelNames, Shown, TouchSources } from './panel.ts';

/** Where to tap the operable row with this text. */
export function keyToChoose({ rows }: Screen, text: string): Point | undefined {
  const row = rows.find((one) => one.text === text && one.rect);
  return row?.rect && middleOf(row.rect);
}

/** Taps that leave `text` in the field on the display, whatever was in it. */
export function keysFor<Names extends PanelNames, Context extends OnScreen>(
  text: string,
  { spec, context }: Shown<Names, Context>,
  { profile, fieldOf }: Panel<Names, Context>,
): readonly Point[] | undefined {
  if (spec.field === undefined) return undefined;
  const { value, mode } = context.field;
  const taps = tapsFor(text, fieldOf(spec.field).modes, mode, profile);
  const clear = value === '' ? undefined : clearTap(mode, profile);
  return clear && taps ? [clear, ...taps] : taps;
}

/** Taps on the page buttons until the row with this text is on the display. */
export function keysToRow<Names extends PanelNames, Context extends OnScreen>(
  text: string,
  shown: Shown<Names, Context>,
  panel: Panel<Names, Context>,
): readonly Point[] | undefined {
  const { spec, context } = shown;
  const { screen } = layOut(shown, panel);
  if (screen.rows.some((row) => row.text === text && row.rect)) return [];
  if (spec.view === undefined) return undefined;
  const { visibleRows } = panel.profile;
  const elements = panel.elementsOf(spec.view, context);
  const index = elements
    .slice(0, elements.length)
    .findIndex((element) => element.text === text && (element.tap ?? element.pick) !== undefined);
  if (index < 0) return undefined;
  const from = Math.floor(context.top / visibleRows);
  const pages = Math.floor(index / visibleRows) - from;
  const turned = (page: number) =>
    layOut({ spec, context: { ...context, top: page * visibleRows } }, panel).screen;
  const taps: Point[] = [];
  const step = Math.sign(pages);
  const label = panel.texts[step < 0 ? 'pageUp' : 'pageDown'];
  for (let page = from; taps.length < Math.abs(pages); page += step) {
    const tap = keyToChoose(turned(page), label);
    if (!tap) return undefined;
    taps.push(tap);
  }
  return taps;
}

/**
 * Taps worth trying on the way to somewhere else: every button and entry. In a field only OK,
 * Cancel and the next key of the text that is `known` to be right there.
 */
export function movesOf<Names extends PanelNames, Context extends OnScreen>(
  shown: Shown<Names, Context>,
  panel: Panel<Names, Context>,
  known?: string,
): readonly Point[] {
  const { targets } = layOut(shown, panel);
  const points = targets.flatMap(({ row }) => (row.rect ? [middleOf(row.rect)] : []));
  const { field } = shown.spec;
  const { value, mode } = shown.context.field;
  if (field === undefined || !known?.startsWith(value)) return points;
  const wanted = [...known][[...value].length] ?? '';
  const next = tapsFor(wanted, panel.fieldOf(field).modes, mode, panel.profile)?.[0];
  return next ? [...points, next] : points;
}

/** The text of what is touched: of a row, or of a key of the screen's keyboard. */
export function nameOf(
  press: Press,
  { rows, field }: Screen,
  { profile, texts }: TouchSources<never>,
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
