import type { Frame } from '#core';
import { sameScreen } from '#core/frame';
import { knownFrame } from './known-values.ts';

/*
 * A display shows over and over what it has shown before, each time under another number. What it
 * shows is written once; the number stands at the end of the text, where a reader finds it too.
 */

/** What stands before the number, with which a frame in JSON ends. */
export const numberName = ',"frame":';

/** What a frame shows, and the text of that up to its number. */
interface Shown {
  readonly frame: Frame;
  readonly text: string;
  /** How many bytes the text has more than units. */
  readonly wider: number;
}

/** By its rows: meters that show the same again give the same list. */
const written = new WeakMap<Frame['rows'], Shown>();

function shownBy(frame: Frame): Shown {
  const known = written.get(frame.rows);
  if (known && sameScreen(known.frame, frame)) return known;
  const { frame: _number, ...rest } = frame;
  const text = `${JSON.stringify(rest).slice(0, -1)}${numberName}`;
  const shown = { frame, text, wider: Buffer.byteLength(text) - text.length };
  written.set(frame.rows, shown);
  return shown;
}

/** A frame in JSON. */
export const frameText = (frame: Frame): string => measuredFrameText(frame).text;

/** A frame in JSON, with its length in bytes of UTF-8. */
export function measuredFrameText(frame: Frame): { readonly text: string; readonly bytes: number } {
  const shown = shownBy(frame);
  const text = `${shown.text}${frame.frame}}`;
  return { text, bytes: text.length + shown.wider };
}

/** The frame in a text of JSON, where it is whole; `undefined` where a schema must say what is wrong. */
export function frameIn(text: string): Frame | undefined {
  try {
    return knownFrame(JSON.parse(text));
  } catch {
    return undefined;
  }
}
