import { textOf } from './bytes.ts';

/** The bytes of a message, or of a part of one. */
export interface Line {
  readonly bytes: Uint8Array;
  /** All of it, where each byte is a character. */
  readonly text: string | undefined;
}

/** A stick's image is not made a text of. */
const longestAtOnce = 8192;

/** Bytes with their text, where they are not many. */
export function lineOf(bytes: Uint8Array): Line {
  if (bytes.length > longestAtOnce) return { bytes, text: undefined };
  const text = textOf(bytes);
  // No character has more units than bytes, so that as many of both are one of each.
  return { bytes, text: text.length === bytes.length ? text : undefined };
}

/** The text of a part of a line. */
export const textIn = ({ bytes, text }: Line, start: number, end: number): string =>
  text === undefined ? textOf(bytes.subarray(start, end)) : text.slice(start, end);
