import type { PdfItem, PdfLine } from './pdf-lines.ts';
import { joinedText } from './pdf-lines.ts';

/** From where to where something is printed, from left to right. */
interface Span {
  left: number;
  right: number;
}

/** Which column a piece of text stands in. */
export type ColumnOf = (item: PdfItem) => number;

export interface TableColumns {
  readonly inHeader: ColumnOf;
  readonly inRows: ColumnOf;
}

/**
 * The columns of a table: what the header and the rows leave empty from top to bottom lies between
 * two of them. Figures may stand to the right of their heading and not below it; then headings and
 * columns go together by their order. `undefined` when another number is found than of headings.
 */
export function columnsOf(
  header: readonly PdfLine[],
  rows: readonly PdfLine[],
  count: number,
): TableColumns | undefined {
  const blocks = merged([...header, ...rows]);
  const [headed, filled] = [merged(header), merged(rows)];
  if (blocks.length !== count && headed.length === count && filled.length === count)
    return { inHeader: nearestOf(headed), inRows: nearestOf(filled) };
  const columns = blocks.filter((block) =>
    headed.some(({ left, right }) => left < block.right && right > block.left),
  );
  if (columns.length !== count) return undefined;
  return { inHeader: nearestOf(columns), inRows: nearestOf(columns) };
}

const nearestOf =
  (columns: readonly Span[]): ColumnOf =>
  (item) => {
    const middle = item.x + item.width / 2;
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    for (const [index, { left, right }] of columns.entries()) {
      const distance = Math.max(left - middle, middle - right, 0);
      if (distance < least) [nearest, least] = [index, distance];
    }
    return nearest;
  };

/** Where anything is printed; pieces closer than the words of a text are one. */
function merged(lines: readonly PdfLine[]): readonly Span[] {
  const spans = lines.flatMap(({ items }) =>
    items.map(({ x, width, size }) => ({ left: x, right: x + width, reach: 0.5 * size })),
  );
  spans.sort((a, b) => a.left - b.left);
  const blocks: Span[] = [];
  for (const { left, right, reach } of spans) {
    const last = blocks.at(-1);
    if (last && left - last.right < reach) last.right = Math.max(last.right, right);
    else blocks.push({ left, right });
  }
  return blocks;
}

/** The cells of a row, each put together from its lines. */
export function cellsOf(
  group: readonly PdfLine[],
  columnOf: ColumnOf,
  count: number,
): readonly string[] {
  const parts = Array.from({ length: count }, (): string[] => []);
  for (const { items } of group) for (const item of items) parts[columnOf(item)]?.push(item.text);
  return parts.map(joinedText);
}
