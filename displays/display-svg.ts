import type { Screen } from '#core';
import { coverOf } from './bitmap.ts';
import type { Colour } from './bitmap-png.ts';
import { lcdBitmap } from './lcd-bitmap.ts';
import { lcdColours } from './lcd-png.ts';
import { box, drawing } from './svg.ts';
import { touchSvg } from './touch-svg.ts';

/**
 * The display of a screen as an SVG of its own, which can stand in an HTML page and be printed: the
 * dots of a display of letters with sharp edges at any size, a touch screen with its letters.
 */
export function displaySvg(screen: Screen): string {
  return screen.display === 'touch' ? touchSvg(screen) : dotsSvg(screen);
}

function dotsSvg(screen: Screen): string {
  const bitmap = lcdBitmap(screen);
  const { width, height } = bitmap;
  const { off, on } = lcdColours(screen);
  const dots = coverOf(bitmap)
    .map(([x, y, wide, high]) => `M${x} ${y}h${wide}v${high}h-${wide}z`)
    .join('');
  return drawing(width, height, screen.title, [
    box([0, 0, width, height], { fill: hex(off) }),
    `<path d="${dots}" fill="${hex(on)}" shape-rendering="crispEdges"/>`,
  ]);
}

const hex = (colour: Colour): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
