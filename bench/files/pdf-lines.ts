/** A piece of text on a page: `x` from the left, `y` of its foot from the bottom, in points. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Pieces that stand on one line, from left to right. */
export interface PdfLine {
  readonly items: readonly PdfItem[];
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

/** Pieces as lines, from the top of the page to its foot. */
export function linesOf(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const ordered = items
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: { items: PdfItem[]; y: number; size: number; page: number }[] = [];
  for (const item of ordered) {
    const line = lines.at(-1);
    if (line && line.y - item.y < 0.3 * item.size) {
      line.items.push(item);
      line.size = Math.max(line.size, item.size);
    } else lines.push({ items: [item], y: item.y, size: item.size, page });
  }
  return lines.map((line) => ({ ...line, items: line.items.sort((a, b) => a.x - b.x) }));
}

/** The lines without the one at the foot that says which page of how many this is. */
export function withoutFoot(
  lines: readonly PdfLine[],
  page: number,
  pages: number,
): readonly PdfLine[] {
  const foot = lines.at(-1)?.items.at(-1)?.text ?? '';
  const [, number, of] = /(\d+) ?(?:of|\/) ?(\d+)$/.exec(foot) ?? [];
  return Number(number) === page && Number(of) === pages ? lines.slice(0, -1) : lines;
}

/**
 * Lines that belong together, as those of a cell that is broken: nearer to each other than the lines
 * of different rows, and no farther than lines of a paragraph are.
 */
export function groupsOf(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] {
  const gaps = lines.map((line, index) => {
    const above = lines[index - 1];
    return above && above.page === line.page ? above.y - line.y : undefined;
  });
  const largest = gaps.reduce<number>((most, gap) => Math.max(most, gap ?? 0), 0);
  const groups: PdfLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const gap = gaps[index];
    const near = gap !== undefined && gap <= 1.3 * line.size && gap <= 0.8 * largest;
    if (near) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Stands at the end of a line that is broken within a word. */
const wordBreak = '\u2010';

/** A broken text in one piece again, with the signs that were printed as numbers (`⟨65E5⟩`). */
export function joinedText(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    if (text.endsWith(wordBreak)) text = text.slice(0, -1) + part;
    else text = text === '' ? part : `${text} ${part}`;
  }
  return text
    .replace(/ +/g, ' ')
    .trim()
    .replace(/\u27e8([0-9A-F]{4,6})\u27e9/g, (sign, number: string) => {
      const codePoint = Number.parseInt(number, 16);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : sign;
    });
}
