import type { RowRole } from '#core';
import { fillIn } from '../fill-in.ts';
import type * as touch from '../touch/elements.ts';
import { line } from '../touch/elements.ts';
import type { Values } from '../touch/panel.ts';
import type { Context } from './context.ts';
import type { PageSources } from './panel.ts';
import type { TextKey } from './texts.en.ts';

/** One row of a page. */
export type Element = touch.Element<TextKey>;

/** What a page shows in a context. */
export type View = (context: Context, pages: PageSources) => readonly Element[];

/** A line with values in its places. */
export const says = (
  { texts }: Pick<PageSources, 'texts'>,
  key: TextKey,
  values: Values = {},
  role: RowRole = 'text',
): Element => line(fillIn(texts[key], values), role);
