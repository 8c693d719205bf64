import type * as touch from '../touch/elements.ts';
import { entries, pageable } from '../touch/list.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import { type ListName, listItems } from './lists.ts';
import type { TextKey } from './texts.en-GB.ts';

/** One row of a screen of the Connect+. */
export type Element = touch.Element<TextKey>;

/** The rows of a screen of the Connect+, of which a page is made at a time. */
export type Elements = touch.Elements<TextKey>;

/** What a screen shows in a context: all of its rows, or those of a page when they are asked for. */
export type View = (context: Context, sources: ChartSources) => readonly Element[];
export type PagedView = (context: Context, sources: ChartSources) => Elements;

/** The entries of a list as rows to pick from. */
export const listView =
  (name: ListName, empty?: TextKey): PagedView =>
  (context, sources) =>
    pageable(listItems(name, context, sources), empty && sources.texts[empty]);

/** All entries of a list that stand on a screen below something else. */
export const entriesOf = (
  name: ListName,
  context: Context,
  sources: ChartSources,
): readonly Element[] => entries(listItems(name, context, sources));
