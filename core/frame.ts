/** What a row of a display is to the person in front of it. */
export type RowRole =
  | 'item'
  | 'button'
  | 'tab'
  | 'checkbox'
  | 'column'
  | 'text'
  | 'message'
  | 'error';

/** Left, top, width and height in the display's own pixels. */
export type Rect = readonly [x: number, y: number, width: number, height: number];

/**
 * One visible row. `selected` marks the cursor; `checked` the tick of a checkbox. On a touch screen
 * an operable row has the place where it is touched; cells of a table are parted by tabs.
 */
export interface Row {
  readonly text: string;
  readonly role: RowRole;
  readonly selected?: boolean;
  readonly checked?: boolean;
  readonly rect?: Rect;
}

/** How the next key press on a field is read. */
export type FieldMode = 'digits' | 'upper' | 'lower' | 'symbols' | 'accents';

/** The field being typed into. A secret field carries its value masked, one bullet a character. */
export interface FieldView {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly secret: boolean;
  readonly mode: FieldMode;
}

/** All that a person in front of the machine can see, and nothing else. */
export interface Screen {
  readonly display: 'lcd' | 'touch' | 'off';
  readonly title: string;
  readonly rows: readonly Row[];
  /** Whether a list goes on beyond the rows that fit. */
  readonly more: { readonly above: boolean; readonly below: boolean };
  readonly field?: FieldView;
  /** The meter works and takes no keys. */
  readonly busy: boolean;
  /** Warning beeps since power came on. */
  readonly beeps: number;
  readonly language: string;
}

/** A screen with its number, which rises by one at each visible change. */
export interface Frame extends Screen {
  readonly v: 1;
  readonly frame: number;
}

/** A display without power. */
export const darkScreen: Screen = {
  display: 'off',
  title: '',
  rows: [],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: '',
};

/** True when a person could not tell the two screens apart. */
export function sameScreen(a: Screen, b: Screen): boolean {
  return (
    a === b ||
    (a.title === b.title &&
      a.display === b.display &&
      a.busy === b.busy &&
      a.beeps === b.beeps &&
      a.language === b.language &&
      a.more.above === b.more.above &&
      a.more.below === b.more.below &&
      sameField(a.field, b.field) &&
      sameRows(a.rows, b.rows))
  );
}

function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((row, index) => {
        const other = b[index];
        return (
          other !== undefined &&
          row.text === other.text &&
          row.role === other.role &&
          (row.selected ?? false) === (other.selected ?? false) &&
          (row.checked ?? false) === (other.checked ?? false) &&
          sameRect(row.rect, other.rect)
        );
      }))
  );
}

const sameRect = (a: Rect | undefined, b: Rect | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((side, index) => side === b[index]));

function sameField(a: FieldView | undefined, b: FieldView | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.value === b.value &&
    a.label === b.label &&
    a.maxLength === b.maxLength &&
    a.secret === b.secret &&
    a.mode === b.mode
  );
}

/** The rows of a screen with the cells of its tables, which tabs part, one under the other. */
export function alignedRows(rows: readonly Row[]): readonly Row[] {
  const cellsOf = ({ text }: Row): readonly string[] => text.split('\t');
  const widths: number[] = [];
  for (const cells of rows.map(cellsOf).filter(({ length }) => length > 1)) {
    for (const [column, { length }] of cells.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, length);
    }
  }
  if (widths.length === 0) return rows;
  return rows.map((row) => {
    const cells = cellsOf(row);
    if (cells.length < 2) return row;
    const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return { ...row, text: padded.join('  ').trimEnd() };
  });
}

/** The screen as lines of text, for failure messages and the terminal: cursor `>`, ticks `[x]`. */
export function screenLines(screen: Screen): readonly string[] {
  if (screen.display === 'off') return ['(dark)'];
  const rows = alignedRows(screen.rows).map((row) => {
    const tick = row.role === 'checkbox' ? (row.checked ? '[x] ' : '[ ] ') : '';
    const mark = row.selected ? '> ' : row.role === 'error' ? '! ' : '  ';
    return `${mark}${tick}${row.text}`;
  });
  const { field, more } = screen;
  return [
    screen.title,
    ...(more.above ? ['  ▲'] : []),
    ...rows,
    ...(more.below ? ['  ▼'] : []),
    ...(field ? [`  ${field.label}: ${field.value}_ (${field.mode})`] : []),
    ...(screen.busy ? ['  (busy)'] : []),
  ];
}

/** Tells a frame from what else a rig may answer. */
export const isFrame = (value: unknown): value is Frame =>
  typeof value === 'object' && value !== null && 'frame' in value && 'display' in value;
