import type { Frame } from '#core';
import { sameScreen } from '#core/frame';
import { knownFrame } from './known-values.ts';

/*
 * A display shows over and over what it has shown before, each time under another number. What it
 * shows is written and read once; the number stands at the end of the text, where it takes no
 * reading of the rest.
 */

const numberName = ',"frame":';

/** What a frame shows, and the text of that up to its number. */
interface Shown {
  readonly frame: Frame;
  readonly text: string;
}

/** By its rows: meters that show the same again give the same list. */
const written = new WeakMap<Frame['rows'], Shown>();

/** A frame in JSON. */
export function frameText(frame: Frame): string {
  const known = written.get(frame.rows);
  const text = known && sameScreen(known.frame, frame) ? known.text : textBeforeNumber(frame);
  if (text !== known?.text) written.set(frame.rows, { frame, text });
  return `${text}${numberName}${frame.frame}}`;
}

function textBeforeNumber({ frame: _number, ...rest }: Frame): string {
  return JSON.stringify(rest).slice(0, -1);
}

/** By their text up to the number. */
const read = new Map<string, Frame>();
const mostRead = 2000;

/** The frame in a text of JSON, where it is whole; `undefined` where a schema must say what is wrong. */
export function frameIn(text: string): Frame | undefined {
  const at = text.lastIndexOf(numberName);
  const digits = at < 0 ? '' : text.slice(at + numberName.length, -1);
  const isLast = /^(?:0|[1-9]\d{0,14})$/.test(digits) && text.endsWith('}');
  const shown = isLast ? text.slice(0, at) : undefined;
  const known = shown === undefined ? undefined : read.get(shown);
  if (known) return { ...known, frame: Number(digits) };
  const frame = parsed(text);
  if (frame && shown !== undefined) {
    if (read.size >= mostRead) read.clear();
    read.set(shown, frame);
  }
  return frame;
}

function parsed(text: string): Frame | undefined {
  try {
    return knownFrame(JSON.parse(text));
  } catch {
    return undefined;
  }
}
