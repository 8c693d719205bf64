import type { RowRole } from '#core';
import { fillIn } from '../fill-in.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import type { ListItem, ListName } from './lists.ts';
import { listItems } from './lists.ts';
import type { TextKey } from './texts.en-GB.ts';

/** One row of a screen: what it says, and what a tap on it means. */
export interface Element {
  readonly text: string;
  readonly role: RowRole;
  readonly tap?: TextKey;
  readonly pick?: string;
  readonly selected?: boolean;
  readonly checked?: boolean;
}

/** The rows of a screen, of which a page is made at a time: a report may have 100,000. */
export interface Elements {
  readonly length: number;
  slice(from: number, to: number): readonly Element[];
  /** Stands above the rows of the pages that follow the first one too. */
  readonly heading?: Element;
}

export type View = (context: Context, sources: ChartSources) => readonly Element[];
export type PagedView = (context: Context, sources: ChartSources) => Elements;

export const line = (text: string, role: RowRole = 'text'): Element => ({ text, role });

/** A button in the middle of a screen, by its text. */
export const button = (tap: TextKey, { texts }: ChartSources): Element => ({
  text: texts[tap],
  role: 'button',
  tap,
});

export const buttons = (keys: readonly TextKey[], sources: ChartSources): readonly Element[] =>
  keys.map((key) => button(key, sources));

/** A form's row: "Account name *: Sales". A tap opens what changes it. */
export function row(
  tap: TextKey,
  value: string | number,
  { texts }: ChartSources,
  required = false,
): Element {
  const label = required ? fillIn(texts.required, { label: texts[tap] }) : texts[tap];
  return { text: fillIn(texts.value, { label, value }), role: 'item', tap };
}

export const tick = (tap: TextKey, checked: boolean, { texts }: ChartSources): Element => ({
  text: texts[tap],
  role: 'checkbox',
  tap,
  checked,
});

export const filled =
  (
    key: TextKey,
    values: (context: Context, sources: ChartSources) => Record<string, string | number>,
  ) =>
  (context: Context, sources: ChartSources): Element =>
    line(fillIn(sources.texts[key], values(context, sources)));

const entry = ({ id, text, selected, checked }: ListItem): Element => ({
  text,
  role: checked === undefined ? 'item' : 'checkbox',
  pick: id,
  ...(selected ? { selected } : {}),
  ...(checked === undefined ? {} : { checked }),
});

/** The entries of a list as rows to pick from. */
export const listView =
  (name: ListName, empty?: TextKey): PagedView =>
  (context, sources) => {
    const items = listItems(name, context, sources);
    if (items.length === 0 && empty) return [line(sources.texts[empty], 'message')];
    return {
      length: items.length,
      slice: (from, to) => items.slice(from, to).map(entry),
    };
  };

/** All entries of a list that stand on a screen below something else. */
export const entriesOf = (
  name: ListName,
  context: Context,
  sources: ChartSources,
): readonly Element[] => {
  const items = listItems(name, context, sources);
  return items.slice(0, items.length).map(entry);
};
