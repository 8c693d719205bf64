import type { Rect } from '#core';

/** The width of a letter of the fixed font, in its sizes. Source: the advance of DejaVu Sans Mono, 1233/2048. */
const advance = 1233 / 2048;

/** The width of so many letters. */
export const widthOf = (letters: number, size: number): number => letters * advance * size;

/** The text as far as it fits into a width; what is cut off is told by its end. */
export function fitted(text: string, width: number, size: number): string {
  const letters = [...text];
  const room = Math.max(1, Math.floor(width / widthOf(1, size)));
  return letters.length <= room ? text : `${letters.slice(0, room - 1).join('')}…`;
}

/** What no XML can hold. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unwritable, '\ufffd')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

interface Letters {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of letters whose foot stands at `y`. */
export function letters(text: string, x: number, y: number, how: Letters): string {
  const weight = how.bold ? ' font-weight="bold"' : '';
  const anchor = how.anchor ? ` text-anchor="${how.anchor}"` : '';
  // Where the font is another one, the letters keep their places.
  const length = widthOf([...text].length, how.size).toFixed(2);
  const fit = text === '' ? '' : ` textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${x}" y="${y}" font-size="${how.size}" fill="${how.fill}"${weight}${anchor}${fit} xml:space="preserve">${escaped(text)}</text>`;
}

interface Box {
  readonly fill: string;
  readonly stroke?: string;
  readonly round?: number;
}

export function box([x, y, width, height]: Rect, { fill, stroke, round = 0 }: Box): string {
  const line = stroke ? ` stroke="${stroke}" stroke-width="2"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"${line}/>`;
}

/** A tick box, and the tick in it. */
export function tickBox(x: number, y: number, side: number, checked: boolean, ink: string): string {
  const frame = box([x, y, side, side], { fill: 'none', stroke: ink });
  if (!checked) return frame;
  const points = [
    [x + side * 0.2, y + side * 0.55],
    [x + side * 0.42, y + side * 0.78],
    [x + side * 0.82, y + side * 0.24],
  ];
  const line = points.map(([px, py]) => `${px},${py}`).join(' ');
  return `${frame}<polyline points="${line}" fill="none" stroke="${ink}" stroke-width="3"/>`;
}

/** A triangle that says that a list goes on. */
export function arrow(x: number, y: number, side: number, up: boolean, ink: string): string {
  const [foot, tip] = up ? [y + side, y] : [y, y + side];
  return `<polygon points="${x},${foot} ${x + side},${foot} ${x + side / 2},${tip}" fill="${ink}"/>`;
}

/** The meter works. */
export const hourglass = (x: number, y: number, fill: string): string =>
  `<path d="M${x} ${y}h14l-6 9 6 9h-14l6 -9z" fill="${fill}"/>`;

const fonts = "'DejaVu Sans Mono', Consolas, Menlo, monospace";

/** A whole drawing in the fixed font, which says what it is of to who cannot see it. */
export const drawing = (
  width: number,
  height: number,
  label: string,
  parts: readonly string[],
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}" font-family="${fonts}">${parts.join('')}</svg>`;
