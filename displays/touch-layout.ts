import type { Rect, Row, Screen } from '#core';

/** What a display has that shows no row further out. */
const [usualWidth, usualHeight] = [800, 480];

/** Rows that cannot be touched stand where the machine would put a row that can. */
const [left, top, pitch, rowHeight] = [8, 48, 42, 40];

/** The bar with the title, above all rows. */
export const barHeight = 44;

/** The size of the picture: that of a machine, or one that shows all its rows. */
export function touchSize({ rows }: Pick<Screen, 'rows'>): {
  readonly width: number;
  readonly height: number;
} {
  const rects = rows.flatMap(({ rect }) => (rect ? [rect] : []));
  return {
    width: Math.max(usualWidth, ...rects.map(([x, , w]) => x + w + left)),
    height: Math.max(usualHeight, ...rects.map(([, y, , h]) => y + h + 4)),
  };
}

/** Where a row stands: its own place, or the one of its turn. */
export const placeOfRow = ({ rect }: Row, index: number, width: number): Rect =>
  rect ?? slot(index, width);

const slot = (index: number, width: number): Rect => [
  left,
  top + index * pitch,
  width - 64,
  rowHeight,
];

/** The first row of the display that nothing else takes: there the field is. */
export function placeOfField({ rows }: Screen, width: number): Rect {
  const taken = rows.map((row, index) => placeOfRow(row, index, width));
  const isFree = (y: number): boolean =>
    taken.every(([, from, , high]) => y + rowHeight <= from || y >= from + high);
  let index = 0;
  while (!isFree(top + index * pitch)) index += 1;
  return slot(index, width);
}
