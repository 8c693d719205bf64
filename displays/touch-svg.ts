import { alignedRows, type FieldView, type Rect, type Row, type Screen } from '#core';
import { modeSigns } from './mode-signs.ts';
import { arrow, box, drawing, fitted, hourglass, letters, tickBox, widthOf } from './svg.ts';
import { barHeight, placeOfField, placeOfRow, touchSize } from './touch-layout.ts';
import { type Lettering, letteringFor, usualSize } from './touch-text.ts';

const colours = {
  ground: '#eef1f4',
  bar: '#23395b',
  bright: '#ffffff',
  ink: '#18212d',
  line: '#9aa7b5',
  faint: '#5b6b7c',
  button: '#dbe4ee',
  selected: '#2f6fb5',
  error: '#b3261e',
} as const;

/** A touch display: what can be touched is drawn where it is touched. */
export function touchSvg(screen: Screen): string {
  const { width, height } = touchSize(screen);
  const { title, busy, field, more } = screen;
  const marks = {
    above: more.above && !offers(screen, '▲'),
    below: more.below && !offers(screen, '▼'),
  };
  return drawing(width, height, title, [
    box([0, 0, width, height], { fill: colours.ground }),
    box([0, 0, width, barHeight], { fill: colours.bar }),
    letters(fitted(title, width - 160, 22), 16, 30, { size: 22, fill: colours.bright, bold: true }),
    ...(busy ? [hourglass(width - 84, 13, colours.bright)] : []),
    ...drawRows(screen, width),
    ...(field ? [drawField(field, placeOfField(screen, width))] : []),
    ...(marks.above ? [arrow(width - 44, 60, 16, true, colours.faint)] : []),
    ...(marks.below ? [arrow(width - 44, 368, 16, false, colours.faint)] : []),
  ]);
}

/** Whether there is a button with this text, which says that a list goes on better than a sign. */
const offers = ({ rows }: Screen, text: string): boolean =>
  rows.some((row) => row.text === text && row.rect !== undefined);

function drawRows(screen: Screen, width: number): readonly string[] {
  const rows = alignedRows(screen.rows).map((row, index) => {
    const place = placeOfRow(row, index, width);
    const isTable = screen.rows[index]?.text.includes('\t') ?? false;
    return { row, place, isTable, lettering: letteringOf(row, place) };
  });
  // The rows of a table have letters of one size, so that its cells stand under each other.
  const size = Math.min(
    ...rows.map(({ row, place, isTable }) => (isTable ? sizeInOneLine(row, place) : usualSize)),
  );
  return rows.map(({ row, place, isTable, lettering }) =>
    drawRow(row, place, isTable ? inOneLine(row, place, size) : lettering),
  );
}

/** The smallest letters of a button, and of other rows. */
const [smallestOnKey, smallestInRow] = [9, 13];

const isKey = ({ role }: Row): boolean => role === 'button' || role === 'tab';

const indentOf = ({ role, rect }: Row): number =>
  role === 'checkbox' ? 40 : rect || role === 'item' ? 12 : 8;

const roomIn = (row: Row, [, , wide]: Rect): number => wide - (isKey(row) ? 4 : indentOf(row) + 8);

const letteringOf = (row: Row, place: Rect): Lettering =>
  letteringFor(row.text, roomIn(row, place), isKey(row) ? smallestOnKey : smallestInRow);

const sizeInOneLine = (row: Row, place: Rect): number => {
  const fitting = Math.floor(roomIn(row, place) / widthOf([...row.text].length, 1));
  return Math.max(smallestInRow, Math.min(usualSize, fitting));
};

const inOneLine = (row: Row, place: Rect, size: number): Lettering => ({
  size,
  lines: [fitted(row.text, roomIn(row, place), size)],
});

function drawRow(row: Row, [x, y, wide, high]: Rect, { size, lines }: Lettering): string {
  const { role, selected, checked, rect } = row;
  const fill = selected ? colours.bright : role === 'error' ? colours.error : colours.ink;
  const ground = selected ? colours.selected : isKey(row) ? colours.button : colours.bright;
  const bold = role === 'column' || role === 'error';
  const isCentred = isKey(row) && rect !== undefined;
  const from = isCentred ? x + wide / 2 : x + indentOf(row);
  const pitch = size + 2;
  const foot = y + high / 2 + 6 - ((lines.length - 1) * pitch) / 2;
  return [
    rect || selected
      ? box([x, y, wide, high], { fill: ground, stroke: colours.line, round: isKey(row) ? 6 : 2 })
      : '',
    role === 'checkbox' ? tickBox(x + 10, y + high / 2 - 9, 18, checked ?? false, fill) : '',
    ...lines.map((line, index) =>
      letters(line, from, foot + index * pitch, {
        size,
        fill,
        bold,
        ...(isCentred ? { anchor: 'middle' } : {}),
      }),
    ),
  ].join('');
}

function drawField({ label, value, mode }: FieldView, [x, y, wide, high]: Rect): string {
  const size = usualSize;
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
    letters(modeSigns[mode], x + wide - 8, foot, {
      size: 14,
      fill: colours.faint,
      anchor: 'end',
    }),
  ].join('');
}
