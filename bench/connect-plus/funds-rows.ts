import type { Frame, Pence } from '#core';
import * as connectPlus from '#models/connect-plus';
import { penceOf } from './screen.ts';

/** What stands in the place of a text: "Software: 1.0.0" as `softwareInstalled` gives "1.0.0". */
export function valueIn(text: string, key: connectPlus.TextKey): string | undefined {
  const [before = '', after = ''] = connectPlus.texts[key].split(/\{\w+\}/);
  const fits = text.length >= before.length + after.length;
  return fits && text.startsWith(before) && text.endsWith(after)
    ? text.slice(before.length, text.length - after.length)
    : undefined;
}

/** What the rows of a frame that have this text say in its place. */
export const rowsWith = ({ rows }: Frame, key: connectPlus.TextKey): readonly string[] =>
  rows.flatMap(({ text }) => valueIn(text, key) ?? []);

/** The amount that the first row with this text has; not a number where there is none. */
export const amountOn = (frame: Frame, key: connectPlus.TextKey): Pence =>
  penceOf(rowsWith(frame, key)[0] ?? '');

/** One line of the refill summary. */
export interface ShownRefill {
  /** `DD/MM/YYYY HH:MM:SS` */
  readonly date: string;
  readonly amount: Pence;
  readonly before: Pence;
  readonly after: Pence;
  readonly performedBy: string;
}

/** A line of the refill summary taken apart. */
export function refillIn(text: string): ShownRefill {
  const [date = '', amount = '', before = '', after = '', performedBy = ''] = text.split('\t');
  return {
    date,
    amount: penceOf(amount),
    before: penceOf(before),
    after: penceOf(after),
    performedBy,
  };
}
