import type { Screen } from '#core';
import { type Bitmap, blankBitmap, fillRect, outlineRect, stamp } from './bitmap.ts';
import { type FieldLine, type LcdLayout, lcdLayout, type TextLine } from './lcd-layout.ts';
import { bold, cellHeight, medium, widthOf, write } from './letters.ts';
import { modeSigns } from './mode-signs.ts';

const hourglass = [
  '#########',
  '.#.....#.',
  '.#.....#.',
  '..##.##..',
  '...###...',
  '....#....',
  '...#.#...',
  '..#.#.#..',
  '.#.###.#.',
  '.#######.',
  '#########',
];

const tick = ['.......#', '......##', '#....##.', '##..##..', '.####...', '..##....'];

const up = ['...#...', '..###..', '.#####.', '#######'];

/** A display of letters as the dots that are dark: the cursor is a bar in which the letters are bright. */
export function lcdBitmap(screen: Screen): Bitmap {
  const layout = lcdLayout(screen);
  const bitmap = blankBitmap(layout.width, layout.height);
  if (screen.display === 'off') return bitmap;
  drawHead(bitmap, layout, screen);
  for (const line of layout.lines) {
    if (line.kind === 'text') drawText(bitmap, line);
    else drawField(bitmap, line);
  }
  drawMore(bitmap, layout, screen);
  return bitmap;
}

function drawHead(bitmap: Bitmap, { title, width }: LcdLayout, { field, busy }: Screen): void {
  const [, top, , height] = title.rect;
  write(bitmap, title.text, title.x, top + 1, bold);
  fillRect(bitmap, [0, top + height - 1, width, 1]);
  let right = width - 2;
  if (field) {
    const sign = modeSigns[field.mode];
    const room = widthOf(sign, medium) + 3;
    right -= room;
    fillRect(bitmap, [right, top + 1, room, cellHeight]);
    write(bitmap, sign, right + 2, top + 1, medium, false);
  }
  if (busy) stamp(bitmap, hourglass, right - 12, top + 2);
}

function drawText(bitmap: Bitmap, { view, isFirst, text, rect, x }: TextLine): void {
  const [left, y] = rect;
  const on = !view.selected;
  if (view.selected) fillRect(bitmap, rect);
  if (isFirst && view.role === 'checkbox') {
    outlineRect(bitmap, [left + 4, y + 2, 10, 10], on);
    if (view.checked) stamp(bitmap, tick, left + 5, y + 4, on);
  }
  if (isFirst && view.role === 'error') {
    fillRect(bitmap, [left + 4, y + 1, 10, 12], on);
    write(bitmap, '!', left + 6, y + 1, bold, !on);
  }
  write(bitmap, text, x, y, medium, on);
}

function drawField(bitmap: Bitmap, { label, value, box }: FieldLine): void {
  write(bitmap, label.text, label.x, label.y, medium);
  outlineRect(bitmap, box);
  const [x, y] = box;
  write(bitmap, value, x + 3, y + 2, medium);
  fillRect(bitmap, [x + 4 + widthOf(value, medium), y + 13, 5, 2]);
}

/** Triangles at the right say that a list goes on. */
function drawMore(bitmap: Bitmap, { lines, width, height }: LcdLayout, { more }: Screen): void {
  const texts = lines.filter((line) => line.kind === 'text');
  const top = texts.at(0)?.rect[1] ?? 17;
  const last = texts.at(-1)?.rect;
  const bottom = last ? last[1] + last[3] : height;
  if (more.above) stamp(bitmap, up, width - 10, top + 5);
  if (more.below) stamp(bitmap, up.toReversed(), width - 10, bottom - 9);
}
