import type { PdfFont } from './pdf-font.ts';
import { broken, type PdfLayout, type PrintedTable } from './pdf-layout.ts';

export interface PdfFonts {
  readonly regular: PdfFont;
  readonly bold: PdfFont;
}

/** From line to line of running text, in font sizes, and from paragraph to paragraph beyond that. */
const lineLead = 1.2;
const paragraphGap = 0.5;

/** Puts text and a table on pages, from top to bottom, as the operators of PDF page contents. */
export class PdfPages {
  readonly #layout: PdfLayout;
  readonly #fonts: PdfFonts;
  readonly #pages: string[] = [];
  #content = '';
  /** Where the next line stands, from the top. */
  #y: number;
  #header: readonly (readonly string[])[] = [];

  constructor(layout: PdfLayout, fonts: PdfFonts) {
    this.#layout = layout;
    this.#fonts = fonts;
    this.#y = layout.margin;
  }

  paragraph(text: string, font: PdfFont, size: number): void {
    const { width, margin, bottom } = this.#layout;
    for (const line of broken(font.printable(text), font, size, width - 2 * margin)) {
      if (this.#y > bottom) this.#turn();
      this.#print(line, font, size, margin, this.#y);
      this.#y += lineLead * size;
    }
    this.#y += paragraphGap * size;
  }

  /** The table, its header again at the top of each page. */
  table({ headings, rows, totals }: PrintedTable): void {
    const { regular, bold } = this.#fonts;
    const { size, bottom, lead, rowLead } = this.#layout;
    this.#header = this.#lines(headings, bold);
    this.#y += size;
    if (this.#y + depthOf(this.#header) * lead + rowLead > bottom) this.#turn();
    else this.#printHeader();
    for (const row of rows) this.#row(row, regular);
    if (totals) this.#row(totals, bold, { ruled: true });
  }

  /** The pages' contents, each with a note and its number at the foot. */
  finished(note: string): readonly string[] {
    const pages = [...this.#pages, this.#content];
    const { margin, width, height, size } = this.#layout;
    const { regular } = this.#fonts;
    const foot = height - margin;
    return pages.map((content, index) => {
      this.#content = content;
      const number = `Page ${index + 1} of ${pages.length}`;
      const right = width - margin - (regular.width(number) * size) / 1000;
      if (note !== '') this.#print(note, regular, size, margin, foot);
      this.#print(number, regular, size, right, foot);
      return this.#content;
    });
  }

  /** The cells side by side. A row stays on one page, unless no page could hold it. */
  #row(texts: readonly string[], font: PdfFont, { ruled = false } = {}): void {
    const { bottom, lead } = this.#layout;
    let cells = this.#lines(texts, font);
    if (this.#y + (depthOf(cells) - 1) * lead > bottom) this.#turn();
    if (ruled) this.#ruleAbove();
    for (;;) {
      const room = Math.max(1, Math.floor((bottom - this.#y) / lead) + 1);
      this.#printCells(cells, room, font);
      if (depthOf(cells) <= room) return;
      cells = cells.map((lines) => lines.slice(room));
      this.#turn();
    }
  }

  #lines(texts: readonly string[], font: PdfFont): readonly (readonly string[])[] {
    const { columns, size } = this.#layout;
    return columns.map(({ width }, index) => broken(texts[index] ?? '', font, size, width));
  }

  #printHeader(): void {
    this.#printCells(this.#header, depthOf(this.#header), this.#fonts.bold);
    this.#ruleAbove();
  }

  #printCells(cells: readonly (readonly string[])[], most: number, font: PdfFont): void {
    const { columns, size, lead, rowLead } = this.#layout;
    for (const [index, { left, width, toRight }] of columns.entries()) {
      const lines = cells[index] ?? [];
      for (let at = 0; at < Math.min(most, lines.length); at++) {
        const text = lines[at] ?? '';
        const spare = toRight ? width - (font.width(text) * size) / 1000 : 0;
        this.#print(text, font, size, left + spare, this.#y + at * lead);
      }
    }
    this.#y += (Math.min(most, depthOf(cells)) - 1) * lead + rowLead;
  }

  #turn(): void {
    this.#pages.push(this.#content);
    this.#content = '';
    this.#y = this.#layout.margin;
    this.#printHeader();
  }

  /** Rules a line across the columns, between the row above and the one that is printed next. */
  #ruleAbove(): void {
    const { columns, size, height } = this.#layout;
    const [first, last] = [columns[0], columns.at(-1)];
    if (!first || !last) return;
    const y = place(height - (this.#y - 1.1 * size));
    const [left, right] = [place(first.left), place(last.left + last.width)];
    this.#content += `q 0.5 w ${left} ${y} m ${right} ${y} l S Q\n`;
  }

  #print(text: string, font: PdfFont, size: number, x: number, y: number): void {
    if (text === '') return;
    const from = `${place(x)} ${place(this.#layout.height - y)}`;
    this.#content += `BT /${font.id} ${size} Tf ${from} Td ${font.encoded(text)} Tj ET\n`;
  }
}

const depthOf = (cells: readonly (readonly string[])[]): number => {
  let depth = 1;
  for (const { length } of cells) if (length > depth) depth = length;
  return depth;
};

/** A place on the page as it stands in the file. */
const place = (points: number): string => String(Math.round(points * 100) / 100);
