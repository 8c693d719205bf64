import type { Frame, Pence } from '#core';
import * as is400 from '#models/is400';

const { texts } = is400;

/** An account as a scenario names it. */
export interface AccountRow {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
}

export interface NewAccount extends AccountRow {
  readonly pin?: string;
}

/** What Edit / Modify changes; what is not named stays. */
export interface AccountChange {
  readonly name?: string;
  readonly active?: boolean;
  readonly pin?: string;
}

export interface NewOperator {
  readonly name: string;
  readonly pin: string;
  readonly active: boolean;
  /** Account numbers. */
  readonly accounts: readonly string[];
}

/** The Funds Summary as it reads on the display, in pence and pieces. */
export interface Funds {
  readonly ascending: Pence;
  readonly descending: Pence;
  readonly controlTotal: Pence;
  readonly nonZeroItems: number;
  readonly zeroItems: number;
  readonly totalItems: number;
}

/** The report on one account as it reads on the display. */
export interface AccountReport {
  readonly number: string;
  readonly name: string;
  readonly items: number;
  readonly postage: Pence;
}

/** How a meter stands: its lists, where the mode has them, and its registers. */
export interface Standing {
  readonly accounts: readonly AccountRow[];
  readonly operators: readonly string[];
  readonly funds: Funds;
}

/** The account mode of that name on the display. */
export const modeNamed = (name: string): is400.AccountMode | undefined =>
  is400.accountModes.find((mode) => texts[mode] === name);

/** What follows the text of an account or operator that is not active. */
export const inactiveMark = texts.inactiveItem.replace('{item}', '');

/** "1201 Marketing (inactive)" as the list shows it, taken apart. */
export function parseAccountRow(text: string): AccountRow {
  const active = !text.endsWith(inactiveMark);
  const shown = active ? text : text.slice(0, -inactiveMark.length);
  const space = shown.indexOf(' ');
  return { number: shown.slice(0, space), name: shown.slice(space + 1), active };
}

export const accountRowText = ({ number, name, active }: AccountRow): string =>
  `${number} ${name}${active ? '' : inactiveMark}`;

/** What stands in the place of a text, as `Items: {count}` with "Items: 2" gives "2". */
export function valueIn(row: string, key: is400.TextKey): string | undefined {
  const [before = '', after = ''] = texts[key].split(/\{\w+\}/);
  if (!row.startsWith(before) || !row.endsWith(after)) return undefined;
  return row.slice(before.length, row.length - after.length);
}

/** The same of the first row on the display that is of this text. */
export function valueOn(frame: Frame, key: is400.TextKey): string | undefined {
  for (const { text } of frame.rows) {
    const value = valueIn(text, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

const countOn = (frame: Frame, key: is400.TextKey): number =>
  Number(valueOn(frame, key) ?? Number.NaN);

/** "12.50" in pence; no number where none is written. */
export const moneyIn = (text: string): Pence => Number(text.replace('.', '') || Number.NaN);

/** The amount in the place of a text; no number where the text is not on the display. */
export const moneyOn = (frame: Frame, key: is400.TextKey): Pence =>
  moneyIn(valueOn(frame, key) ?? '');

/** The figures of a Funds Summary; one that is not on the display is no number. */
export const fundsOn = (frame: Frame): Funds => ({
  ascending: moneyOn(frame, 'ascending'),
  descending: moneyOn(frame, 'descending'),
  controlTotal: moneyOn(frame, 'controlTotal'),
  nonZeroItems: countOn(frame, 'nonZeroItems'),
  zeroItems: countOn(frame, 'zeroItems'),
  totalItems: countOn(frame, 'totalItems'),
});

/** The report of an account; a figure that is not on the display is no number. */
export const reportOn = (frame: Frame): AccountReport => ({
  number: valueOn(frame, 'number') ?? '',
  name: valueOn(frame, 'name') ?? '',
  items: countOn(frame, 'items'),
  postage: moneyOn(frame, 'postageUsed'),
});
