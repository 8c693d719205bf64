import type { Frame, Point, Press, Row, Screen, Soon } from '#core';
import { backspaceOnKeyboard, type Model, tapsOnKeyboard } from '#models';

/** How a person works a touch screen: reads what it says, and taps it. */
export interface Touching {
  readonly model: Model;
  readonly tap: (point: Point) => Soon<Frame>;
}

/** The rows of a screen that can be touched. */
export const touchable = (screen: Screen): readonly Row[] =>
  screen.rows.filter(({ rect }) => rect !== undefined);

/** Taps the row that says this; where none does, the only one that begins so. */
export async function touchRow(
  text: string,
  frame: Frame,
  { model, tap }: Touching,
): Promise<string | undefined> {
  const rows = touchable(frame);
  const wanted = text.toLowerCase();
  const begin = rows.filter((row) => row.text.toLowerCase().startsWith(wanted));
  const [only] = begin.length === 1 ? begin : [];
  const row = rows.find((one) => one.text === text) ?? only;
  const point = row && model.keyToChoose(frame, row.text);
  if (!isPoint(point)) {
    const known = rows.map((one) => `"${one.text}"`).join(', ') || 'nothing';
    return `Nothing to touch says "${text}". There is ${known}.`;
  }
  await tap(point);
  return undefined;
}

const isPoint = (press: Press | undefined): press is Point =>
  press !== undefined && typeof press !== 'string';

/** Types on the screen's keyboard as a person does who looks at it, after what is in the field. */
export async function typeOnScreen(
  text: string,
  frame: Frame,
  { model, tap }: Touching,
): Promise<string | undefined> {
  const { field, title } = frame;
  if (!field) return `There is no field on "${title}" to type into.`;
  const taps = tapsOnKeyboard(text, field, model);
  if (!taps) {
    return field.secret
      ? 'No key of the field gives one of these characters.'
      : `No key of the field "${field.label}" gives one of the characters of "${text}".`;
  }
  for (const point of taps) await tap(point);
  return undefined;
}

/** Takes the last character of the field away. */
export async function eraseOnScreen(
  frame: Frame,
  { model, tap }: Touching,
): Promise<string | undefined> {
  const point = frame.field && backspaceOnKeyboard(frame.field, model);
  if (!point) return `There is no field on "${frame.title}" to erase from.`;
  await tap(point);
  return undefined;
}
