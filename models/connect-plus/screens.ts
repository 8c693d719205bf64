import type { Point, Rect, Row, Screen } from '#core';
import type { ChartSources } from './chart/setup.ts';
import type { Context, PanelEvent } from './context.ts';
import type { Element, Elements } from './elements.ts';
import { type FieldName, fieldSpec } from './fields.ts';
import { contains, keyAt } from './keyboard.ts';
import type { TextKey } from './texts.en-GB.ts';
import { elementsOf, type ViewName } from './views.ts';

/** What a state shows: rows from a view or a field with its keyboard, and buttons below. */
export interface ScreenSpec {
  readonly title: TextKey;
  readonly view?: ViewName;
  readonly field?: FieldName;
  readonly buttons?: readonly TextKey[];
  readonly busy?: boolean;
  /** Without the way home: a dialog must be answered. */
  readonly dialog?: boolean;
}

/** What a tap does, before its time is known. */
export type Tap = PanelEvent extends infer Event
  ? Event extends PanelEvent
    ? Omit<Event, 'at'>
    : never
  : never;

interface Target {
  readonly row: Row;
  readonly tap: Tap | undefined;
}

const [left, top, pitch, height] = [8, 48, 42, 40];
const right = 56;

/** A screen with what each of its rows does. */
export interface Layout {
  readonly screen: Screen;
  readonly targets: readonly Target[];
}

const tapOf = ({ tap, pick }: Element): Tap | undefined => {
  if (tap !== undefined) return { type: `TAP.${tap}` };
  return pick === undefined ? undefined : { type: 'PICK', id: pick };
};

function rowOf({ text, role, selected, checked }: Element, rect: Rect | undefined): Row {
  return {
    text,
    role,
    ...(selected ? { selected } : {}),
    ...(checked === undefined ? {} : { checked }),
    ...(rect ? { rect } : {}),
  };
}

/** The rows of a view that fit, from the first visible one on. */
function content(elements: Elements, from: number, sources: ChartSources): Target[] {
  const { visibleRows, displayWidth } = sources.profile;
  const heading = from > 0 && elements.heading ? [elements.heading] : [];
  return [...heading, ...elements.slice(from, from + visibleRows)].map((element, index) => {
    const tap = tapOf(element);
    const rect = [left, top + index * pitch, displayWidth - left - right, height] as const;
    return { row: rowOf(element, tap && rect), tap };
  });
}

/** Buttons side by side at the bottom. */
function bar(keys: readonly TextKey[], { texts, profile }: ChartSources): Target[] {
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

function around(
  spec: ScreenSpec,
  more: Screen['more'],
  { texts, profile }: ChartSources,
): readonly Target[] {
  const x = profile.displayWidth - 52;
  const page = (key: 'pageUp' | 'pageDown', y: number, by: -1 | 1): Target => ({
    row: { text: texts[key], role: 'button', rect: [x, y, 44, 80] },
    tap: { type: 'PAGE', by },
  });
  return [
    ...(spec.dialog || spec.busy || spec.title === 'home'
      ? []
      : [
          {
            row: { text: texts.home, role: 'button', rect: [x, 2, 44, 40] },
            tap: { type: 'TAP.home' },
          } as const,
        ]),
    ...(more.above ? [page('pageUp', 100, -1)] : []),
    ...(more.below ? [page('pageDown', 300, 1)] : []),
  ];
}

function fieldView(name: FieldName, { field }: Context, { profile, texts }: ChartSources) {
  const { label, maxLength, secret = false } = fieldSpec(name);
  return {
    label: texts[label],
    value: secret ? '•'.repeat([...field.value].length) : field.value,
    maxLength: maxLength(profile),
    secret,
    mode: field.mode,
  };
}

/** The screen of a state: what a person sees in this context, and where it is touched. */
export function layOut(spec: ScreenSpec, context: Context, sources: ChartSources): Layout {
  const { texts, profile } = sources;
  const elements = spec.view ? elementsOf(spec.view, context, sources) : [];
  const more = {
    above: context.top > 0,
    below: context.top + profile.visibleRows < elements.length,
  };
  const targets: readonly Target[] = spec.busy
    ? [{ row: { text: texts.pleaseWait, role: 'message' }, tap: undefined }]
    : [
        ...content(elements, context.top, sources),
        ...around(spec, more, sources),
        ...bar(spec.buttons ?? [], sources),
      ];
  return {
    targets,
    screen: {
      display: 'touch',
      title: texts[spec.title],
      rows: targets.map(({ row }) => row),
      more,
      ...(spec.field ? { field: fieldView(spec.field, context, sources) } : {}),
      busy: spec.busy ?? false,
      beeps: context.beeps,
      language: profile.language,
    },
  };
}

/** What a tap at a place does; `undefined` where nothing is. */
export function tapAt(
  point: Point,
  spec: ScreenSpec,
  context: Context,
  sources: ChartSources,
): Tap | undefined {
  const { targets } = layOut(spec, context, sources);
  const hit = targets.find(({ row }) => row.rect && contains(row.rect, point));
  if (hit) return hit.tap;
  return spec.field ? keyAt(point, context.field.mode, sources.profile)?.action : undefined;
}
