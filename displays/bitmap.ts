import type { Rect } from '#core';

/** A picture of dots that are off or on: a byte a dot, 0 or 1, row by row from the top left. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

export const blankBitmap = (width: number, height: number): Bitmap => ({
  width,
  height,
  dots: new Uint8Array(width * height),
});

/** Turns one dot on or off; what is beyond the edges is not there. */
export function setDot({ width, height, dots }: Bitmap, x: number, y: number, on = true): void {
  if (x >= 0 && y >= 0 && x < width && y < height) dots[y * width + x] = on ? 1 : 0;
}

export const isOn = ({ width, dots }: Bitmap, x: number, y: number): boolean =>
  dots[y * width + x] === 1;

/** Turns all the dots of a rectangle on or off. */
export function fillRect(bitmap: Bitmap, [left, top, width, height]: Rect, on = true): void {
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) setDot(bitmap, x, y, on);
  }
}

/** A rectangle's edges, one dot wide. */
export function outlineRect(bitmap: Bitmap, [x, y, width, height]: Rect, on = true): void {
  fillRect(bitmap, [x, y, width, 1], on);
  fillRect(bitmap, [x, y + height - 1, width, 1], on);
  fillRect(bitmap, [x, y, 1, height], on);
  fillRect(bitmap, [x + width - 1, y, 1, height], on);
}

/** A small drawing, a string a row: `#` is a dot, anything else leaves what is there. */
export function stamp(
  bitmap: Bitmap,
  drawing: readonly string[],
  x: number,
  y: number,
  on = true,
): void {
  for (const [row, dots] of drawing.entries()) {
    for (const [column, dot] of [...dots].entries()) {
      if (dot === '#') setDot(bitmap, x + column, y + row, on);
    }
  }
}

/** The rectangles, as few as come easily, that cover the dots that are on and no other. */
export function coverOf(bitmap: Bitmap): readonly Rect[] {
  const done: Rect[] = [];
  let open = new Map<string, Rect>();
  for (let y = 0; y <= bitmap.height; y += 1) {
    const next = new Map<string, Rect>();
    for (const [x, length] of y < bitmap.height ? runsOf(bitmap, y) : []) {
      const key = `${x} ${length}`;
      const above = open.get(key);
      open.delete(key);
      next.set(key, above ? [x, above[1], length, above[3] + 1] : [x, y, length, 1]);
    }
    done.push(...open.values());
    open = next;
  }
  return done;
}

/** Where dots that are on begin in a row, and how many follow each other. */
function runsOf(bitmap: Bitmap, y: number): readonly (readonly [x: number, length: number])[] {
  const runs: [number, number][] = [];
  for (let x = 0; x < bitmap.width; x += 1) {
    if (!isOn(bitmap, x, y)) continue;
    const run = runs.at(-1);
    if (run && run[0] + run[1] === x) run[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
