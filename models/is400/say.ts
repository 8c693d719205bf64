import type { RowRole } from '#core';
import { fillIn } from '../fill-in.ts';
import type { Context } from './context.ts';
import type { ListSources } from './lists.ts';
import type { Profile } from './profile.ts';
import type { TextKey, Texts } from './texts.en-GB.ts';

/** One line of text on the display. */
export interface Line {
  readonly text: string;
  readonly role?: RowRole;
}

export interface LineSources extends ListSources {
  readonly profile: Profile;
}

/** The lines that a screen shows. */
export type LinesOf = (context: Context, sources: LineSources) => readonly Line[];

/** Says a text of the machine with values in its places. */
export type Say = (
  key: TextKey,
  values?: Readonly<Record<string, string | number>>,
  role?: RowRole,
) => Line;

export const sayer =
  (texts: Texts): Say =>
  (key, values = {}, role) => ({
    text: fillIn(texts[key], values),
    ...(role ? { role } : {}),
  });
