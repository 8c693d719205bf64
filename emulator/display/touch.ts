import { alignedRows, type FieldView, type Frame, type Rect, type Row } from '#core';
import { hourglass } from './lcd.ts';
import { arrow, box, drawing, fitted, letters, tickBox, widthOf } from './svg.ts';

/** What a display has that shows no row further out. */
const [usualWidth, usualHeight] = [800, 480];

/** Rows that cannot be touched stand where the machine would put a row that can. */
const [left, top, pitch, rowHeight] = [8, 48, 42, 40];

const size = 18;

const colours = {
  ground: '#eef1f4',
  bar: '#23395b',
  bright: '#ffffff',
  ink: '#18212d',
  line: '#9aa7b5',
  button: '#dbe4ee',
  selected: '#2f6fb5',
  error: '#b3261e',
} as const;

/** A touch display: what can be touched is drawn where it is touched. */
export function touchSvg(frame: Frame): string {
  const rects = frame.rows.flatMap(({ rect }) => (rect ? [rect] : []));
  const width = Math.max(usualWidth, ...rects.map(([x, , w]) => x + w + left));
  const height = Math.max(usualHeight, ...rects.map(([, y, , h]) => y + h + 4));
  const rows = alignedRows(frame.rows).map((row, index) => drawRow(row, index, width));
  return drawing(width, height, [
    box([0, 0, width, height], { fill: colours.ground }),
    box([0, 0, width, 44], { fill: colours.bar }),
    letters(fitted(frame.title, width - 160, 22), 16, 30, {
      size: 22,
      fill: colours.bright,
      bold: true,
    }),
    ...(frame.busy ? [hourglass(width - 84, 13, colours.bright)] : []),
    ...rows,
    ...(frame.field ? [drawField(frame.field, placeForField(frame, width))] : []),
    ...(frame.more.above ? [arrow(width - 44, 60, 16, true, colours.line)] : []),
    ...(frame.more.below ? [arrow(width - 44, 368, 16, false, colours.line)] : []),
  ]);
}

/** Where a row without a place of its own stands. */
const slot = (index: number, width: number): Rect => [
  left,
  top + index * pitch,
  width - 64,
  rowHeight,
];

const smallest = 11;

/** Letters of a narrow button are smaller. */
const sizeFor = (text: string, room: number): number =>
  Math.max(smallest, Math.min(size, Math.floor(room / widthOf([...text].length, 1))));

function drawRow(row: Row, index: number, width: number): string {
  const { text, role, selected, checked, rect } = row;
  const [x, y, wide, high] = rect ?? slot(index, width);
  const foot = y + high / 2 + 6;
  const fill = selected ? colours.bright : role === 'error' ? colours.error : colours.ink;
  const isKey = role === 'button' || role === 'tab';
  const ground = selected ? colours.selected : isKey ? colours.button : colours.bright;
  const indent = role === 'checkbox' ? 40 : 12;
  const plain = role === 'text' || role === 'message' || role === 'column' || role === 'error';
  const room = wide - (isKey ? 8 : indent + 8);
  const lettering = isKey ? sizeFor(text, room) : size;
  const shown = fitted(text, room, lettering);
  const bold = role === 'column' || role === 'error';
  return [
    rect || selected
      ? box([x, y, wide, high], { fill: ground, stroke: colours.line, round: isKey ? 6 : 2 })
      : '',
    role === 'checkbox' ? tickBox(x + 10, y + high / 2 - 9, 18, checked ?? false, fill) : '',
    isKey && rect
      ? letters(shown, x + wide / 2, foot, { size: lettering, fill, anchor: 'middle' })
      : letters(shown, x + (plain && !rect ? 8 : indent), foot, { size, fill, bold }),
  ].join('');
}

/** The first row of the display that nothing else takes. */
function placeForField({ rows }: Frame, width: number): Rect {
  const taken = rows.map(({ rect }, index) => rect ?? slot(index, width));
  const isFree = (y: number): boolean =>
    taken.every(([, from, , high]) => y + rowHeight <= from || y >= from + high);
  let index = 0;
  while (!isFree(top + index * pitch)) index += 1;
  return slot(index, width);
}

function drawField({ label, value, mode }: FieldView, [x, y, wide, high]: Rect): string {
  const foot = y + high / 2 + 6;
  const named = fitted(`${label}:`, wide / 2, size);
  const begin = x + 8 + widthOf([...named].length + 1, size);
  const shown = fitted(value, x + wide - begin - 120, size);
  const end = begin + 8 + widthOf([...shown].length, size);
  return [
    letters(named, x + 8, foot, { size, fill: colours.ink }),
    box([begin, y, x + wide - begin, high], { fill: colours.bright, stroke: colours.selected }),
    letters(shown, begin + 8, foot, { size, fill: colours.ink }),
    box([end + 1, y + 8, 2, high - 16], { fill: colours.selected }),
    letters(mode, x + wide - 8, foot, { size: 14, fill: colours.line, anchor: 'end' }),
  ].join('');
}
