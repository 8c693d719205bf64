import type { Rect, Screen } from '#core';
import { lcdLayout } from './lcd-layout.ts';
import { barHeight, placeOfField, placeOfRow, touchSize } from './touch-layout.ts';

/** A part of a display and where it stands in the picture, in pixels of a picture at scale 1. */
export interface Place {
  /** The row, counted from 0; `undefined` for what is no row. */
  readonly row: number | undefined;
  /** What a person calls it: `the title`, `row 2 "1310 Sales"`, `the field`. */
  readonly name: string;
  readonly rect: Rect;
}

/** Where the parts of a screen stand in its picture. A row over two lines has two places. */
export function placesOf(screen: Screen): readonly Place[] {
  switch (screen.display) {
    case 'lcd':
      return lcdPlaces(screen);
    case 'touch':
      return touchPlaces(screen);
    case 'off':
      return [];
  }
}

function lcdPlaces(screen: Screen): readonly Place[] {
  const { title, lines } = lcdLayout(screen);
  return [
    named('the title', title.rect),
    ...lines.map((line) =>
      line.kind === 'field' ? named('the field', line.rect) : placed(screen, line.row, line.rect),
    ),
  ];
}

function touchPlaces(screen: Screen): readonly Place[] {
  const { width } = touchSize(screen);
  // At the right end of the bar a button may stand.
  return [
    named('the title', [0, 0, width - 56, barHeight]),
    ...screen.rows.map((row, index) => placed(screen, index, placeOfRow(row, index, width))),
    ...(screen.field ? [named('the field', placeOfField(screen, width))] : []),
  ];
}

const named = (name: string, rect: Rect): Place => ({ row: undefined, name, rect });

const placed = ({ rows }: Screen, row: number, rect: Rect): Place => ({
  row,
  name: `row ${row + 1} "${(rows[row]?.text ?? '').replaceAll('\t', '  ')}"`,
  rect,
});
