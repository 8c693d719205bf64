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

/** By their text up to the number. */
const read = new Map<string, Frame>();
const mostRead = 2000;

/** The frame in a text of JSON, where it is whole; `undefined` where a schema must say what is wrong. */
export function frameIn(text: string): Frame | undefined {
  const from = numberFrom(text);
  const at = from - numberName.length;
  const isLast = text.startsWith(numberName, at);
  const shown = isLast ? text.slice(0, at) : undefined;
  const known = shown === undefined ? undefined : read.get(shown);
  if (known) return { ...known, frame: Number(text.slice(from, -1)) };
  const frame = parsed(text);
  if (frame && shown !== undefined) {
    if (read.size >= mostRead) read.clear();
    read.set(shown, frame);
  }
  return frame;
}

const zero = 48;
const mostDigits = 15;

/** Where the whole number begins with which a text ends before its last brace; -1 where there is none. */
function numberFrom(text: string): number {
  const end = text.length - 1;
  if (text[end] !== '}') return -1;
  let from = end;
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from -= 1;
  const digits = end - from;
  const isWhole = digits === 1 || (digits <= mostDigits && text.charCodeAt(from) !== zero);
  return digits > 0 && isWhole ? from : -1;
}

const isDigit = (code: number): boolean => code >= zero && code < zero + 10;

function parsed(text: string): Frame | undefined {
  try {
    return knownFrame(JSON.parse(text));
  } catch {
    return undefined;
  }
}
