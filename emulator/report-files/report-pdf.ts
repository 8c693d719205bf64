import type { Millis, Table } from '#core';
import { type EmbeddedFont, fontFiles, PdfFont } from './pdf-font.ts';
import { layOut, printedTable } from './pdf-layout.ts';
import { PdfPages } from './pdf-pages.ts';
import type { ReportFile, ReportFileOptions } from './report-file.ts';

const titleSize = 12;
const noteSize = 8;

const numbersNote =
  'Signs that cannot be printed stand as their Unicode numbers, as \u27e865E5\u27e9.';

/**
 * An A4 document with its font embedded. The pages are made here and the library makes the file of
 * them: its own table takes twenty times as long (docs/decisions/0007-report-files.md).
 */
export async function writePdf(table: Table, options: ReportFileOptions): Promise<ReportFile> {
  const { default: PDFDocument } = await import('pdfkit');
  const files = fontFiles();
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    // Without a font of ours the library begins with one of the fourteen that lack most letters.
    font: files.regular,
    info: { Title: table.title, Author: options.maker, ...times(options.made) },
  });
  const parts: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const bold = new PdfFont(fontOf(document.font(files.bold)));
  const regular = new PdfFont(fontOf(document.font(files.regular)));

  const printed = printedTable(table, regular, bold);
  const layout = layOut(printed, regular, bold);
  if ('mostColumns' in layout)
    return {
      status: 'too many columns',
      columns: table.columns.length,
      most: layout.mostColumns,
    };
  const pages = new PdfPages(layout, { regular, bold });
  pages.paragraph(table.title, bold, titleSize);
  for (const note of table.notes) pages.paragraph(note, regular, noteSize);
  pages.table(printed);
  const numbers = regular.numbers || bold.numbers;
  for (const content of pages.finished(numbers ? numbersNote : '')) {
    document.addPage({ size: [layout.width, layout.height], margin: 0 });
    for (const font of [regular, bold]) fontsOf(document.page)[font.id] = font.object;
    // The library turns its pages upside down; ours are written as PDF has them.
    document.addContent(`1 0 0 -1 0 ${layout.height} cm\n${content}`);
  }
  document.end();
  await ended;
  return { status: 'written', bytes: joined(parts) };
}

const times = (made: Millis) => ({ CreationDate: new Date(made), ModDate: new Date(made) });

/** The font that was chosen last. It is no part of the library's types; a test holds it fast. */
const fontOf = (document: unknown): EmbeddedFont => (document as { _font: EmbeddedFont })._font;

/** The fonts that a page names; left out of the types as well. */
const fontsOf = (page: unknown): Record<string, unknown> =>
  (page as { fonts: Record<string, unknown> }).fonts;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
