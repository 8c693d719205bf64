import { type CellKind, rowText, type Table } from '#core';
import { type PdfFont, wordBreak } from './pdf-font.ts';

/** A4 in points, upright; with its margin, and the room for the line at the foot. */
const paper = { short: 595.28, long: 841.89, margin: 36, foot: 24 };

/** Sizes of type that are tried before a column is made narrower than its widest text. */
const sizes = [8, 7] as const;

/** In font sizes: from line to line, from row to row on top of that, and between columns. */
const lead = 1.2;
const rowGap = 0.5;
const columnGap = 1.2;

/** Columns narrower than this many font sizes could not be read. */
const narrowest = 2;

export interface PdfColumn {
  readonly left: number;
  readonly width: number;
  readonly toRight: boolean;
}

export interface PdfLayout {
  readonly landscape: boolean;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Where the last line above the foot may stand. */
  readonly bottom: number;
  readonly size: number;
  readonly columns: readonly PdfColumn[];
  /** From line to line within a cell, and from the last line of a row to the next row. */
  readonly lead: number;
  readonly rowLead: number;
}

/** The table as printable texts: what is measured, broken into lines and printed. */
export interface PrintedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[] | undefined;
  readonly kinds: readonly CellKind[];
}

export function printedTable(table: Table, regular: PdfFont, bold: PdfFont): PrintedTable {
  const { columns, rows, totals } = table;
  return {
    headings: columns.map(({ heading }) => bold.printable(heading)),
    rows: rows.map((row) => rowText(columns, row).map((text) => regular.printable(text))),
    totals: totals && rowText(columns, totals).map((text) => bold.printable(text)),
    kinds: columns.map(({ kind }) => kind),
  };
}

/**
 * Upright if the columns fit side by side, else across, else in smaller type, else with the widest
 * columns narrowed and their texts on several lines. `undefined` when there are too many columns.
 */
export function layOut(
  table: PrintedTable,
  regular: PdfFont,
  bold: PdfFont,
): PdfLayout | { readonly mostColumns: number } {
  const natural = naturalWidths(table, regular, bold);
  const needed = natural.reduce((sum, width) => sum + width, 0);
  const gaps = columnGap * Math.max(natural.length - 1, 0);
  const [largest, smallest] = [sizes[0], sizes[sizes.length - 1] ?? sizes[0]];
  const room = (landscape: boolean, size: number): number =>
    ((landscape ? paper.long : paper.short) - 2 * paper.margin) / size - gaps;
  if (needed <= room(false, largest)) return placed(false, largest, natural, table.kinds);
  for (const size of sizes)
    if (needed <= room(true, size)) return placed(true, size, natural, table.kinds);
  const most = Math.floor((room(true, smallest) + gaps + columnGap) / (narrowest + columnGap));
  if (natural.length > most) return { mostColumns: most };
  return placed(true, smallest, narrowed(natural, room(true, smallest), table.kinds), table.kinds);
}

/** The widest text of each column, in font sizes. */
function naturalWidths(table: PrintedTable, regular: PdfFont, bold: PdfFont): readonly number[] {
  const widths = table.headings.map((heading, index) =>
    Math.max(bold.width(heading), bold.width(table.totals?.[index] ?? '')),
  );
  for (const row of table.rows)
    for (const [index, text] of row.entries()) {
      const width = regular.width(text);
      if (width > (widths[index] ?? 0)) widths[index] = width;
    }
  return widths.map((width) => Math.max(width / 1000, narrowest));
}

/** Widths that fill the room: texts give way first, figures only when that is not enough. */
function narrowed(
  natural: readonly number[],
  room: number,
  kinds: readonly CellKind[],
): readonly number[] {
  const texts = kinds.map((kind) => kind === 'text');
  const figures = natural.reduce((sum, width, index) => sum + (texts[index] ? 0 : width), 0);
  const many = texts.filter(Boolean).length;
  const readable = 3 * narrowest;
  if (many > 0 && room - figures >= many * readable) {
    const cap = capFor(
      natural.filter((_, index) => texts[index]),
      room - figures,
    );
    return natural.map((width, index) => (texts[index] ? Math.min(width, cap) : width));
  }
  const cap = capFor(natural, room);
  return natural.map((width) => Math.min(width, cap));
}

/** The width above which every column is cut, so that all of them together fill the room. */
function capFor(widths: readonly number[], room: number): number {
  let left = room;
  const ordered = [...widths].sort((a, b) => a - b);
  for (const [index, width] of ordered.entries()) {
    const share = left / (ordered.length - index);
    if (width > share) return share;
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}

function placed(
  landscape: boolean,
  size: number,
  widths: readonly number[],
  kinds: readonly CellKind[],
): PdfLayout {
  let left = paper.margin;
  const columns = widths.map((width, index): PdfColumn => {
    const column = {
      left,
      width: width * size,
      toRight: kinds[index] !== 'text' && kinds[index] !== 'date',
    };
    left += (width + columnGap) * size;
    return column;
  });
  const [width, height] = landscape ? [paper.long, paper.short] : [paper.short, paper.long];
  return {
    landscape,
    width,
    height,
    margin: paper.margin,
    bottom: height - paper.margin - paper.foot,
    size,
    columns,
    lead: lead * size,
    rowLead: (lead + rowGap) * size,
  };
}

/** A text on as many lines as it needs: broken at spaces, and within a word that is too long. */
export function broken(
  text: string,
  font: PdfFont,
  size: number,
  width: number,
): readonly string[] {
  // The sum of what was measured once may differ from it in the last bits.
  const most = (width * 1000) / size + 0.001;
  if (font.width(text) <= most) return [text];
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    const longer: string = line === undefined ? word : `${line} ${word}`;
    if (font.width(longer) <= most) {
      line = longer;
      continue;
    }
    if (line !== undefined) lines.push(line);
    const pieces = wordPieces(word, font, most);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1);
  }
  return line === undefined ? lines : [...lines, line];
}

/** What stays in one piece: a character, and one that is printed as its number. */
const signs = /\u27e8[0-9A-F]+\u27e9|[\s\S]/gu;

function wordPieces(word: string, font: PdfFont, most: number): readonly string[] {
  if (font.width(word) <= most) return [word];
  const room = most - font.width(wordBreak);
  const pieces: string[] = [];
  let [piece, width] = ['', 0];
  for (const [sign] of word.matchAll(signs)) {
    const advance = font.width(sign);
    if (piece !== '' && width + advance > room) {
      pieces.push(piece + wordBreak);
      [piece, width] = ['', 0];
    }
    piece += sign;
    width += advance;
  }
  return [...pieces, piece];
}
