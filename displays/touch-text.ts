import { fitted, widthOf } from './svg.ts';
import { wrapped } from './wrap.ts';

/** Letters of a row: their size, and the lines that they stand in. */
export interface Lettering {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The size of letters where there is room. */
export const usualSize = 18;

/** The largest of which two lines fit into a row. */
const largestOfTwo = 16;

/**
 * How a text is written into so much room: in one line; else in two, or in one of smaller letters, as
 * large as they fit; else cut.
 */
export function letteringFor(text: string, room: number, smallest: number): Lettering {
  if (widthOf([...text].length, usualSize) <= room) return { size: usualSize, lines: [text] };
  for (let size = largestOfTwo; size >= smallest; size -= 1) {
    const lines = wrapped(text, Math.floor(room / widthOf(1, size)));
    // A word broken in two is worse to read than smaller letters.
    if (lines.length <= 2 && lines.join(' ') === text) return { size, lines };
  }
  return { size: smallest, lines: [fitted(text, room, smallest)] };
}
