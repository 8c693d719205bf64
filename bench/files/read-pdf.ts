import type { Column } from '#core';
import { cellsOf, columnsOf } from './pdf-columns.ts';
import {
  groupsOf,
  joinedText,
  linesOf,
  type PdfItem,
  type PdfLine,
  withoutFoot,
} from './pdf-lines.ts';
import {
  type ReadLine,
  type ReadOptions,
  type ReadTable,
  type RefusedFile,
  refused,
} from './read-result.ts';

/**
 * Puts the table of a PDF together from the places of its texts: the header is where the headings
 * stand, the columns are what is empty between them, a row is what lies closer together than rows do.
 */
export async function readPdf(
  bytes: Uint8Array,
  columns: readonly Column[],
  { totals = false }: ReadOptions,
): Promise<ReadTable | RefusedFile> {
  let pages: readonly (readonly PdfLine[])[];
  try {
    pages = await pagesOf(bytes);
  } catch (error) {
    return refused(`the document cannot be read: ${String(error)}`);
  }
  const [first = [], ...others] = pages;
  const count = columns.length;
  const wanted = columns.map(({ heading }) => heading);
  const header = headerIn(first, sorted(wanted.join(' '))) ?? likelyHeader(first, count);
  const noHeader = refused('no line holds the headings', { unit: 'page', number: 1 });
  if (!header) return noHeader;
  const headerLines = first.slice(header.from, header.to);
  const signs = signsOf(headerLines);
  const bodies = [
    first.slice(header.to),
    ...others.map((lines) => {
      const again = headerIn(lines, signs);
      return again ? lines.slice(again.to) : lines;
    }),
  ];
  const rowLines = bodies.flat();
  const table = columnsOf(headerLines, rowLines, count);
  if (!table)
    return refused(`the columns cannot be told apart: there should be ${count}`, {
      unit: 'page',
      number: 1,
    });
  // The header's last line shows how far apart rows are, also where there is only one.
  const [, ...groups] = groupsOf([...headerLines.slice(-1), ...rowLines]);
  const rows = groups.map(
    (group): ReadLine => ({
      cells: cellsOf(group, table.inRows, count),
      place: { unit: 'page', number: group[0]?.page ?? 1 },
    }),
  );
  const lead = groupsOf(first.slice(0, header.from + 1)).slice(0, -1);
  return {
    status: 'read',
    format: 'pdf',
    lead: lead.map((group) =>
      joinedText(group.flatMap(({ items }) => items.map(({ text }) => text))),
    ),
    headings: cellsOf(headerLines, table.inHeader, count),
    totals: totals ? rows.pop() : undefined,
    rows,
    spaces: 'collapsed',
    oddities: [],
  };
}

async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly PdfLine[])[]> {
  const { getDocumentProxy } = await import('unpdf');
  // The library takes the bytes for its own; and it would tell the console what it thinks of them.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  try {
    const pages: (readonly PdfLine[])[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      // As it is printed: by default some letters are replaced by others that look like them.
      const { items } = await page.getTextContent({ disableNormalization: true });
      const texts = items.flatMap((item): readonly PdfItem[] => {
        if (!('str' in item)) return [];
        const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[];
        return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
      });
      pages.push(withoutFoot(linesOf(texts, number), number, document.numPages));
      page.cleanup();
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Every sign of a text in order of its number, which breaking them into lines leaves as it is. */
const sorted = (text: string): string => [...text.replace(/[\s\u2010]/g, '')].sort().join('');

const signsOf = (lines: readonly PdfLine[]): string =>
  sorted(joinedText(lines.flatMap(({ items }) => items.map(({ text }) => text))));

interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Headings may stand on several lines. */
const deepestHeader = 12;

/** Lines that hold every sign of the headings: together as a row is, or else any next to each other. */
function headerIn(lines: readonly PdfLine[], wanted: string): LineRange | undefined {
  let from = 0;
  for (const group of groupsOf(lines)) {
    const to = from + group.length;
    if (signsOf(group) === wanted) return { from, to };
    from = to;
  }
  for (from = 0; from < lines.length; from++)
    for (let to = from + 1; to <= Math.min(from + deepestHeader, lines.length); to++) {
      const found = signsOf(lines.slice(from, to));
      if (found === wanted) return { from, to };
      if (found.length > wanted.length) break;
    }
  return undefined;
}

/** The first line with a text in every column: a header whose words are wrong. */
function likelyHeader(lines: readonly PdfLine[], count: number): LineRange | undefined {
  const from = lines.findIndex(({ items }) => items.length >= count);
  return from < 0 ? undefined : { from, to: from + 1 };
}
