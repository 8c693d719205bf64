import type { FieldView, Point, Rect, Row, Screen } from '#core';
import { fillIn } from '../fill-in.ts';
import type { Element, Elements } from './elements.ts';
import type { Field, PanelField } from './field.ts';
import { contains, keyAt } from './keyboard.ts';
import type { OnScreen, Panel, PanelNames, Shown, TouchSources, TouchText } from './panel.ts';
import type { Tap } from './tap.ts';

interface Target<Text extends string> {
  readonly row: Row;
  readonly tap: Tap<Text | TouchText> | undefined;
}

/** A screen with what each of its rows does. */
export interface Layout<Text extends string> {
  readonly screen: Screen;
  readonly targets: readonly Target<Text>[];
}

const [left, top, pitch, height] = [8, 48, 42, 40];
const right = 56;

function tapOf<Text extends string>({ tap, pick }: Element<Text>): Tap<Text> | undefined {
  if (tap !== undefined) return { type: `TAP.${tap}` };
  return pick === undefined ? undefined : { type: 'PICK', id: pick };
}

function rowOf({ text, role, selected, checked }: Element<string>, rect: Rect | undefined): Row {
  return {
    text,
    role,
    ...(selected ? { selected } : {}),
    ...(checked === undefined ? {} : { checked }),
    ...(rect ? { rect } : {}),
  };
}

/** The rows of a view that fit, from the first visible one on. */
function content<Text extends string>(
  elements: Elements<Text>,
  from: number,
  { profile: { visibleRows, displayWidth } }: TouchSources<Text>,
): Target<Text>[] {
  const heading = from > 0 && elements.heading ? [elements.heading] : [];
  return [...heading, ...elements.slice(from, from + visibleRows)].map((element, index) => {
    const tap = tapOf(element);
    const rect = [left, top + index * pitch, displayWidth - left - right, height] as const;
    return { row: rowOf(element, tap && rect), tap };
  });
}

/** Buttons side by side at the bottom. */
function bar<Text extends string>(
  keys: readonly Text[],
  { texts, profile }: TouchSources<Text>,
): Target<Text>[] {
  const width = Math.floor((profile.displayWidth - left) / Math.max(1, keys.length));
  return keys.map((key, index) => ({
    row: {
      text: texts[key],
      role: 'button',
      rect: [left + index * width, profile.displayHeight - 52, width - left, 48],
    },
    tap: { type: `TAP.${key}` },
  }));
}

/** The way home and the page buttons, on the right. */
function around(
  hasHome: boolean,
  more: Screen['more'],
  { texts, profile }: TouchSources<never>,
): readonly Target<never>[] {
  const x = profile.displayWidth - 52;
  const page = (key: 'pageUp' | 'pageDown', y: number, by: -1 | 1): Target<never> => ({
    row: { text: texts[key], role: 'button', rect: [x, y, 44, 80] },
    tap: { type: 'PAGE', by },
  });
  const home: Target<never> = {
    row: { text: texts.home, role: 'button', rect: [x, 2, 44, 40] },
    tap: { type: 'TAP.home' },
  };
  return [
    ...(hasHome ? [home] : []),
    ...(more.above ? [page('pageUp', 100, -1)] : []),
    ...(more.below ? [page('pageDown', 300, 1)] : []),
  ];
}

function fieldView<Text extends string>(
  { label, maxLength, secret = false }: PanelField<Text>,
  { value, mode }: Field,
  { texts }: TouchSources<Text>,
): FieldView {
  return {
    // What a field is called may say how many digits it takes.
    label: fillIn(texts[label], { digits: maxLength }),
    value: secret ? '•'.repeat([...value].length) : value,
    maxLength,
    secret,
    mode,
  };
}

/** The screen of a state: what a person sees in this context, and where it is touched. */
export function layOut<Names extends PanelNames, Context extends OnScreen>(
  { spec, context }: Shown<Names, Context>,
  panel: Panel<Names, Context>,
): Layout<Names['text']> {
  const { texts, profile } = panel;
  const elements = spec.view === undefined ? [] : panel.elementsOf(spec.view, context);
  const more = {
    above: context.top > 0,
    below: context.top + profile.visibleRows < elements.length,
  };
  const hasHome = !spec.dialog && spec.title !== 'home';
  const targets: readonly Target<Names['text']>[] = spec.busy
    ? [
        { row: { text: texts.pleaseWait, role: 'message' }, tap: undefined },
        ...content(elements, 0, panel),
      ]
    : [
        ...content(elements, context.top, panel),
        ...around(hasHome, more, panel),
        ...bar(spec.buttons ?? [], panel),
      ];
  const values = panel.titleValues?.(spec.title, context);
  return {
    targets,
    screen: {
      display: 'touch',
      title: values ? fillIn(texts[spec.title], values) : texts[spec.title],
      rows: targets.map(({ row }) => row),
      more,
      ...(spec.field === undefined
        ? {}
        : { field: fieldView(panel.fieldOf(spec.field), context.field, panel) }),
      busy: spec.busy ?? false,
      beeps: context.beeps,
      language: profile.language,
    },
  };
}

/** What a tap at a place of a screen does; `undefined` where nothing is. */
export function tapAt<Names extends PanelNames, Context extends OnScreen>(
  point: Point,
  { targets }: Layout<Names['text']>,
  { spec, context }: Shown<Names, Context>,
  panel: Panel<Names, Context>,
): Tap<Names['text'] | TouchText> | undefined {
  const hit = targets.find(({ row }) => row.rect && contains(row.rect, point));
  if (hit) return hit.tap;
  if (spec.field === undefined) return undefined;
  return keyAt(point, context.field.mode, panel.profile)?.action;
}
