import type { Screen } from '#core';
import { lcdPng, type PictureOptions } from './lcd-png.ts';
import { touchPng } from './touch-png.ts';

/**
 * The display of a screen as a PNG: what is on the screen and nothing else. The same screen gives the
 * same bytes. A touch screen takes a tenth of a second; its drawing, `displaySvg`, takes no time.
 */
export async function displayPng(
  screen: Screen,
  options: PictureOptions = {},
): Promise<Uint8Array> {
  return screen.display === 'touch' ? touchPng(screen, options.scale) : lcdPng(screen, options);
}
