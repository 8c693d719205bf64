import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { Frame } from '#core';
import { lcdSvg } from './lcd.ts';
import { box, drawing } from './svg.ts';
import { touchSvg } from './touch.ts';

const require = createRequire(import.meta.url);

/** The fixed font in its two weights; no font of the host's, so that every host draws the same. */
const font = {
  fontFiles: ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map((file) =>
    require.resolve(`dejavu-fonts-ttf/ttf/${file}`),
  ),
  loadSystemFonts: false,
  defaultFontFamily: 'DejaVu Sans Mono',
};

/** The display of a frame as a PNG: what is in the frame and nothing else. The same frame gives the same bytes. */
export async function picture(frame: Frame): Promise<Uint8Array> {
  const drawn = await renderAsync(pictureSvg(frame), { font });
  return drawn.asPng();
}

/** The display of a frame as a drawing. */
export function pictureSvg(frame: Frame): string {
  switch (frame.display) {
    case 'lcd':
      return lcdSvg(frame);
    case 'touch':
      return touchSvg(frame);
    case 'off':
      return drawing(480, 256, [box([0, 0, 480, 256], { fill: '#000000' })]);
  }
}
