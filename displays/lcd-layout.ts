import { alignedRows, type FieldView, type Rect, type Row, type Screen } from '#core';
import { bold, medium, signsOf, widthOf } from './letters.ts';
import { wrapped } from './wrap.ts';

/** The display in dots, and what a line takes of it. A screen with more lines gets a higher picture. */
const [width, usualHeight] = [256, 128];
const [titleHeight, lineHeight, fieldHeight, gap] = [16, 14, 17, 2];

/** Where letters begin, and where the signs for "more" stand. */
const [margin, gutter] = [4, 12];

const room = width - margin - gutter;

/** Letters in a line. */
const columns = Math.floor(room / medium.width);

/** Letters in a title that leaves room for what the keys give, and for the sign that the meter works. */
const titleColumns = Math.floor((room - 28) / bold.width);

/** Room for a tick box or a warning sign before the text. */
const signWidth = 15;

/** Letters of one row, or of the part of it that fits into a line. */
export interface TextLine {
  readonly kind: 'text';
  /** The row that it is of, counted from 0. */
  readonly row: number;
  readonly view: Row;
  /** Its tick box or its warning stands in its first line. */
  readonly isFirst: boolean;
  readonly text: string;
  readonly rect: Rect;
  /** Where the letters begin. */
  readonly x: number;
}

/** The field: its box, and its label before it or in a line of its own above. */
export interface FieldLine {
  readonly kind: 'field';
  readonly field: FieldView;
  readonly label: { readonly text: string; readonly x: number; readonly y: number };
  readonly value: string;
  readonly box: Rect;
  readonly rect: Rect;
}

export interface LcdLayout {
  readonly width: number;
  readonly height: number;
  readonly title: { readonly text: string; readonly rect: Rect; readonly x: number };
  readonly lines: readonly (TextLine | FieldLine)[];
}

/** Where everything stands on a display of letters. */
export function lcdLayout(screen: Screen): LcdLayout {
  const lines: (TextLine | FieldLine)[] = [];
  let y = titleHeight + gap;
  for (const [row, view] of alignedRows(screen.rows).entries()) {
    const indent = view.role === 'checkbox' || view.role === 'error' ? signWidth : 0;
    const fitting = Math.floor((room - indent) / medium.width);
    for (const [part, text] of partsOf(view, fitting).entries()) {
      const rect: Rect = [0, y, width - gutter, lineHeight];
      const x = margin + indent;
      lines.push({ kind: 'text', row, view, isFirst: part === 0, text, rect, x });
      y += lineHeight;
    }
  }
  if (screen.field) {
    const line = fieldLine(screen.field, y + gap);
    lines.push(line);
    y += gap + line.rect[3];
  }
  return {
    width,
    height: Math.max(usualHeight, Math.ceil((y + gap) / 8) * 8),
    title: { text: cut(screen.title, titleColumns), rect: [0, 0, width, titleHeight], x: margin },
    lines,
  };
}

/** What is said to a person is said whole, over several lines; an entry of a list is one line. */
const partsOf = ({ text, role }: Row, fitting: number): readonly string[] =>
  role === 'text' || role === 'message' || role === 'error'
    ? wrapped(signsOf(text).join(''), fitting)
    : [cut(text, fitting)];

function fieldLine(field: FieldView, top: number): FieldLine {
  // The caret stands behind the last letter.
  const cells = Math.min(field.maxLength, columns - 2) + 1;
  const label = cut(`${field.label}:`, columns);
  const before = widthOf(`${label} `, medium);
  const isBeside = before + cells * medium.width <= room;
  const y = isBeside ? top : top + lineHeight;
  const x = isBeside ? margin + before : margin + 3;
  return {
    kind: 'field',
    field,
    label: { text: label, x: margin, y: isBeside ? top + 2 : top },
    value: cutBefore(field.value, cells - 1),
    box: [x - 3, y, cells * medium.width + 6, fieldHeight],
    rect: [0, top, width - gutter, y - top + fieldHeight],
  };
}

/** The text as far as it fits; what is cut off is told by its end. */
function cut(text: string, fitting: number): string {
  const signs = signsOf(text);
  return signs.length <= fitting ? text : `${signs.slice(0, fitting - 1).join('')}…`;
}

/** As much of the end of a text as fits: who types sees what was typed last. */
function cutBefore(text: string, fitting: number): string {
  const signs = signsOf(text);
  return signs.length <= fitting ? text : `…${signs.slice(1 - fitting).join('')}`;
}
