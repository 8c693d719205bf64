import { createRequire } from 'node:module';
import type { Screen } from '#core';
import { touchSvg } from './touch-svg.ts';

const require = createRequire(import.meta.url);

/** The fixed font in its two weights; no font of the host's, so that every host draws the same. */
const fontFiles = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'];

/** Pictures that were drawn last, by their drawing: each costs a tenth of a second. */
const drawn = new Map<string, Promise<Uint8Array>>();
const mostKept = 64;

/** A touch screen as a PNG; the same screen gives the same bytes. */
export async function touchPng(screen: Screen, scale = 1): Promise<Uint8Array> {
  const svg = touchSvg(screen);
  const key = `${scale} ${svg}`;
  const picture = drawn.get(key) ?? render(svg, scale);
  drawn.delete(key);
  drawn.set(key, picture);
  if (drawn.size > mostKept) drawn.delete(drawn.keys().next().value ?? '');
  return picture;
}

async function render(svg: string, scale: number): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const rendered = await renderAsync(svg, {
    font: {
      fontFiles: fontFiles.map((file) => require.resolve(`dejavu-fonts-ttf/ttf/${file}`)),
      loadSystemFonts: false,
      defaultFontFamily: 'DejaVu Sans Mono',
    },
    fitTo: { mode: 'zoom', value: scale },
  });
  return rendered.asPng();
}
