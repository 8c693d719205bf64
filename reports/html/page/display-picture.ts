import { type Screen, screenLines } from '#core';
import { h } from './dom.ts';

/** A display as a picture, which says to those who cannot see it what stands on it. */
export function displayPicture(screen: Screen): HTMLElement {
  const lines = screenLines(screen);
  return h('img', {
    class: `display ${screen.display}`,
    src: `data:image/svg+xml,${encodeURIComponent(drawing(lines))}`,
    alt: lines.join('\n'),
    loading: 'lazy',
  });
}
const drawing = (lines: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 128" width="256" height="128"><rect width="256" height="128" fill="#c5d79e"/>${lines
    .map(
      (line, i) =>
        `<text x="4" y="${14 + i * 14}" font-family="monospace" font-size="12" xml:space="preserve">${line.replace(/[&<>]/g, '')}</text>`,
    )
    .join('')}</svg>`;
