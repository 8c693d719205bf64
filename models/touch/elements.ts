import type { RowRole } from '#core';
import { fillIn } from '../fill-in.ts';
import type { Notice, Values } from './panel.ts';

/** One row of a screen: what it says, and what a tap on it means. */
export interface Element<Text extends string> {
  readonly text: string;
  readonly role: RowRole;
  readonly tap?: Text;
  readonly pick?: string;
  readonly selected?: boolean;
  readonly checked?: boolean;
}

/** The rows of a screen, of which a page is made at a time: a report may have 100,000. */
export interface Elements<Text extends string> {
  readonly length: number;
  slice(from: number, to: number): readonly Element<Text>[];
  /** Stands above the rows of the pages that follow the first one too. */
  readonly heading?: Element<Text>;
}

/** Whatever has these texts: the sources of a chart, a panel. */
interface Says<Text extends string> {
  readonly texts: Readonly<Record<Text, string>>;
}

/** A row that says something and cannot be touched. */
export const line = (text: string, role: RowRole = 'text'): Element<never> => ({ text, role });

/** A line with values in its places. */
export const filledLine = <Text extends string>(
  key: Text,
  values: Values,
  { texts }: Says<Text>,
  role: RowRole = 'text',
): Element<never> => line(fillIn(texts[key], values), role);

/** What a machine says by itself, as the rows of a screen. */
export const noticeLines = <Text extends string>(
  notice: Notice<Text> | null,
  says: Says<Text>,
  role: RowRole,
): readonly Element<never>[] =>
  notice ? [filledLine(notice.text, notice.values, says, role)] : [];

/** A button in the middle of a screen, by its text. */
export const button = <Text extends string>(tap: Text, { texts }: Says<Text>): Element<Text> => ({
  text: texts[tap],
  role: 'button',
  tap,
});

/** Buttons one below the other. */
export const buttons = <Text extends string>(
  keys: readonly Text[],
  says: Says<Text>,
): readonly Element<Text>[] => keys.map((key) => button(key, says));

/** A form's row: "Account name *: Sales". A tap opens what changes it. */
export function row<Text extends string>(
  tap: Text,
  value: string | number,
  { texts }: Says<Text | 'required' | 'value'>,
  required = false,
): Element<Text> {
  const label = required ? fillIn(texts.required, { label: texts[tap] }) : texts[tap];
  return { text: fillIn(texts.value, { label, value }), role: 'item', tap };
}

/** A row with a box that a tap ticks. */
export const tick = <Text extends string>(
  tap: Text,
  checked: boolean,
  { texts }: Says<Text>,
): Element<Text> => ({
  text: texts[tap],
  role: 'checkbox',
  tap,
  checked,
});
