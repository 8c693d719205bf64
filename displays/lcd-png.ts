import type { Screen } from '#core';
import { type BitmapColours, bitmapPng } from './bitmap-png.ts';
import { lcdBitmap } from './lcd-bitmap.ts';

/** The glass of a liquid crystal display with its light behind it, and its dots. */
const lit: BitmapColours = { off: [197, 215, 158], on: [24, 36, 20] };

const dark: BitmapColours = { off: [38, 43, 35], on: [24, 36, 20] };

/** The colours of a display of letters. */
export const lcdColours = ({ display }: Screen): BitmapColours => (display === 'off' ? dark : lit);

/** How large a picture is. */
export interface PictureOptions {
  /** Pixels a dot, a whole number from 1 on; 1 when not given. */
  readonly scale?: number;
}

/**
 * A display of letters, or a dark one, as a PNG of one bit a dot: 256 dots wide, and 128 high unless
 * the screen has more lines than that. The same screen gives the same bytes.
 */
export const lcdPng = (screen: Screen, { scale = 1 }: PictureOptions = {}): Uint8Array =>
  bitmapPng(lcdBitmap(screen), lcdColours(screen), scale);
