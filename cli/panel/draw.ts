import {
  alignedRows,
  type FieldView,
  formatPence,
  type Imprint,
  type Row,
  type Screen,
} from '#core';

/** How wide a display is drawn, and how many lines there are at least between its borders. */
export interface Size {
  readonly columns: number;
  readonly lines: number;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal a text takes. */
export const columnsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);

/** The text in exactly `columns` columns: filled up, or cut with an ellipsis. */
export function inColumns(text: string, columns: number): string {
  const missing = columns - columnsOf(text);
  if (missing >= 0) return text + ' '.repeat(missing);
  let cut = '';
  for (const character of text) {
    if (columnsOf(cut + character) > columns - 1) break;
    cut += character;
  }
  return inColumns(`${cut}…`, columns);
}

/** Lines of at most `columns` columns, broken at blanks where there are some. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (columnsOf(line) > columns) {
      const head = headOf(line, columns);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

function headOf(text: string, columns: number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && columnsOf(head + character) > columns) break;
    head += character;
  }
  return head;
}

const modeNames: Readonly<Record<FieldView['mode'], string>> = {
  digits: '[123]',
  upper: '[ABC]',
  lower: '[abc]',
  symbols: '[#+=]',
  accents: '[áñ]',
};

const markOf = (row: Row): string => {
  const tick = row.role === 'checkbox' ? (row.checked ? '[x] ' : '[ ] ') : '';
  return `${row.selected ? '> ' : row.role === 'error' ? '! ' : '  '}${tick}`;
};

/** A row to choose is one line; what there is to read goes on below. */
function rowLines(row: Row, columns: number): readonly string[] {
  const mark = markOf(row);
  const left = columns - columnsOf(mark);
  if (row.role === 'item' || row.role === 'checkbox') return [mark + inColumns(row.text, left)];
  return wrap(row.text, left).map((line, index) =>
    index === 0 ? mark + line : ' '.repeat(mark.length) + line,
  );
}

/** A text at the left and one at the right of a line; the left one gives way. */
const between = (left: string, right: string, columns: number): string =>
  right === ''
    ? inColumns(left, columns)
    : `${inColumns(left, columns - columnsOf(right) - 1)} ${right}`;

function border(corners: readonly [string, string], left: string, right: string, columns: number) {
  const room = columns - 2;
  const end = right === '' ? '' : ` ${right} ─`;
  const begin =
    left === ''
      ? ''
      : `─ ${inColumns(left, Math.min(columnsOf(left), Math.max(1, room - 3 - columnsOf(end))))} `;
  const line = '─'.repeat(Math.max(0, room - columnsOf(begin) - columnsOf(end)));
  return `${corners[0]}${begin}${line}${end}${corners[1]}`;
}

/** The display as a person sees it, in a box: cursor `>`, ticks `[x]`, `▲` and `▼` where a list goes on. */
export function drawScreen(screen: Screen, size: Size): readonly string[] {
  const columns = Math.max(size.columns, 12);
  const room = columns - 4;
  const { field, more } = screen;
  const rows = alignedRows(screen.rows).flatMap((row) => rowLines(row, room - 2));
  const last = rows.length - 1;
  const texts = [
    ...rows.map((line, index) => {
      const up = more.above && index === 0 ? '▲' : '';
      const down = more.below && index === last ? '▼' : '';
      return between(line, up + down, room);
    }),
    ...(field ? [between(`  ${field.label}: ${field.value}_`, modeNames[field.mode], room)] : []),
  ];
  while (texts.length < size.lines) texts.push('');
  const beeps = screen.beeps === 0 ? '' : `beeps ${screen.beeps}`;
  const title = screen.display === 'off' ? '(dark)' : screen.title;
  return [
    border(['┌', '┐'], title, '', columns),
    ...texts.map((text) => `│ ${inColumns(text, room)} │`),
    border(['└', '┘'], screen.busy ? 'busy' : '', beeps, columns),
  ];
}

/** Columns that show every row of the screen whole. */
export const columnsFor = (screen: Screen): number =>
  Math.max(
    40,
    columnsOf(screen.title) + 8,
    ...alignedRows(screen.rows).map((row) => columnsOf(markOf(row) + row.text) + 8),
    screen.field ? columnsOf(`${screen.field.label}: ${screen.field.value}`) + 14 : 0,
  );

/** What came out of the meter: always marked as a specimen. */
export const drawImprint = (imprint: Imprint | undefined): string =>
  imprint
    ? `Envelope: SPECIMEN £${formatPence(imprint.value)}  ${imprint.date}  item ${imprint.item}`
    : 'Envelope: it came out blank';
