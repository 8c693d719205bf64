import { alignedRows, type FieldView, type Frame, type Rect } from '#core';
import { arrow, box, drawing, fitted, letters, tickBox, widthOf } from './svg.ts';

const [size, pitch, margin] = [20, 28, 16];
const columns = 40;
const fewestLines = 8;
const width = Math.ceil(widthOf(columns, size)) + 2 * margin;

/** Backlight and ink of a liquid crystal display. */
const [glass, ink] = ['#b9d08b', '#1d2a12'];

/** One line of the display, drawn with its top at `y`. */
type Line = (y: number) => string;

const foot = (y: number): number => y + 21;

/** A display of a few lines of letters: the cursor is a bar in which the letters are bright. */
export function lcdSvg(frame: Frame): string {
  const lines: Line[] = [
    title(frame),
    ...alignedRows(frame.rows).map((row) => rowLine(row)),
    ...(frame.field ? [fieldLine(frame.field)] : []),
    ...(frame.busy ? [busyLine] : []),
  ];
  const height = Math.max(fewestLines, lines.length) * pitch + 2 * margin;
  const arrows = [
    ...(frame.more.above ? [arrow(width - margin - 10, margin + pitch + 8, 12, true, ink)] : []),
    ...(frame.more.below ? [arrow(width - margin - 10, height - margin - 16, 12, false, ink)] : []),
  ];
  return drawing(width, height, [
    box([0, 0, width, height], { fill: glass }),
    ...lines.map((line, index) => line(margin + index * pitch)),
    ...arrows,
  ]);
}

const room = width - 2 * margin;

const bar = (y: number): Rect => [margin - 4, y, room + 8, pitch];

const title =
  (frame: Frame): Line =>
  (y) =>
    letters(fitted(frame.title, room, size), margin, foot(y), { size, fill: ink, bold: true }) +
    box([margin, y + pitch - 2, room, 2], { fill: ink });

const rowLine =
  ({ text, role, selected, checked }: Frame['rows'][number]): Line =>
  (y) => {
    const fill = selected ? glass : ink;
    const sign = role === 'error' ? '! ' : '';
    const indent = role === 'checkbox' ? 26 : 0;
    const shown = fitted(`${sign}${text}`, room - indent - 16, size);
    return [
      selected ? box(bar(y), { fill: ink }) : '',
      role === 'checkbox' ? tickBox(margin, y + 6, 16, checked ?? false, fill) : '',
      letters(shown, margin + indent, foot(y), { size, fill, bold: role === 'error' }),
    ].join('');
  };

const fieldLine =
  ({ label, value, mode }: FieldView): Line =>
  (y) => {
    const shown = fitted(`${label}: ${value}`, room - widthOf(11, size), size);
    const x = margin + widthOf([...shown].length, size);
    return [
      letters(shown, margin, foot(y), { size, fill: ink }),
      box([x + 1, y + 4, 2, 20], { fill: ink }),
      letters(mode, width - margin, foot(y), { size: 16, fill: ink, anchor: 'end' }),
    ].join('');
  };

const busyLine: Line = (y) => hourglass(margin, y + 6, ink);

/** The meter works. */
export const hourglass = (x: number, y: number, fill: string): string =>
  `<path d="M${x} ${y}h14l-6 9 6 9h-14l6 -9z" fill="${fill}"/>`;
