import { type Bitmap, setDot } from './bitmap.ts';
import { boldLetters, mediumLetters } from './fixed-letters.ts';

/** A letter's rows from the top; the highest of the eight bits is the dot at the left. */
type Letter = Uint8Array;

/** A kind of letters, all in cells of one size. */
export interface Face {
  /** Dots from one letter to the next. */
  readonly width: number;
  /** The letter for a sign; a box where there is none, so that nothing is lost unseen. */
  readonly letterOf: (sign: string) => Letter;
}

/** The height of a cell of any face, in dots. */
export const cellHeight = 13;

const missing = Uint8Array.of(0, 0, 0xf8, 0x88, 0xa8, 0x88, 0xa8, 0x88, 0xa8, 0x88, 0xf8, 0, 0);

export const medium = face(6, mediumLetters);

/** A sign that it lacks is taken from the other face. */
export const bold = face(7, boldLetters, medium);

function face(width: number, table: string, other?: Face): Face {
  let letters: ReadonlyMap<string, Letter> | undefined;
  return {
    width,
    letterOf: (sign) => {
      letters ??= read(table);
      return letters.get(sign) ?? other?.letterOf(sign) ?? missing;
    },
  };
}

const read = (table: string): ReadonlyMap<string, Letter> =>
  new Map(
    table
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [point = '', rows = ''] = entry.split(':');
        return [String.fromCodePoint(Number.parseInt(point, 16)), Buffer.from(rows, 'hex')];
      }),
  );

/** Whether there is a letter for a sign. */
export const isDrawable = (sign: string): boolean => medium.letterOf(sign) !== missing;

/**
 * The signs of a text, a cell each: an accent is put together with its letter, and spaces that hold
 * words together are spaces.
 */
export const signsOf = (text: string): readonly string[] => [
  ...text.normalize('NFC').replaceAll(/[\u00a0\u2007\u2009\u202f]/g, ' '),
];

/** How wide a text is, in dots. */
export const widthOf = (text: string, { width }: Face): number => signsOf(text).length * width;

/** Writes a text whose first cell has its top left corner at a place. */
export function write(
  bitmap: Bitmap,
  text: string,
  x: number,
  y: number,
  { width, letterOf }: Face,
  on = true,
): void {
  for (const [place, sign] of signsOf(text).entries()) {
    for (const [row, bits] of letterOf(sign).entries()) {
      for (let column = 0; column < 8; column += 1) {
        if (bits & (0x80 >> column)) setDot(bitmap, x + place * width + column, y + row, on);
      }
    }
  }
}
