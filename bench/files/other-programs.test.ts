import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { cellText, rowText, type Table } from '#core';
import { type ReportFileType, writeReportFile } from '#emulator';
import {
  convertedByOffice,
  needing,
  qpdfComplaints,
  sheetByOffice,
  sheetByXls2csv,
  textByPdftotext,
  typeByFile,
} from '#judges';
import { compareFile } from './compare-file.ts';
import { sampleReport } from './sample-report.ts';

const limit = { timeout: 240_000 };
const report = sampleReport(5_000);
const { columns, rows, totals = [] } = report;
const shown = [...rows, totals].map((row) => rowText(columns, row));
const headings = columns.map(({ heading }) => heading);

async function written(type: ReportFileType, table: Table = report): Promise<Uint8Array> {
  const file = await writeReportFile(type, table, { made: 0, maker: 'Connect+' });
  if (file.status !== 'written') throw new Error(file.status);
  return file.bytes;
}

describe('other programs find every cell of 5,000 rows in', limit, () => {
  test('CSV: csv-parse', async () => {
    const file = await writeReportFile('csv', report, {
      made: 0,
      maker: 'Connect+',
      csv: { formulas: 'as they are' },
    });
    if (file.status !== 'written') throw new Error(file.status);
    expect(parse(Buffer.from(file.bytes), { bom: true })).toEqual([headings, ...shown]);
  });

  const office = needing(['soffice'], 'XLS: LibreOffice');
  test.skipIf(office.skip)(office.title, async () => {
    const lines: string[][] = parse(sheetByOffice(await written('xls')));
    expect(lines.slice(0, 3).map(([first]) => first)).toEqual([report.title, ...report.notes]);
    expect(lines.slice(4)).toEqual([headings, ...shown]);
  });

  const xls2csv = needing(['xls2csv'], 'XLS: xls2csv');
  test.skipIf(xls2csv.skip)(xls2csv.title, async () => {
    const [header, ...lines]: string[][] = parse(sheetByXls2csv(await written('xls')), {
      from_line: 4,
      relax_column_count: true,
      skip_empty_lines: true,
      // It ends with a form feed.
    }).filter((line: string[]) => line.length > 1);
    expect(header).toEqual(headings);
    // It shows numbers as they are stored, with fifteen digits, and leaves out what is empty at the end.
    const values = lines.map((line) =>
      columns.map(({ kind }, index) => {
        const text = line[index] ?? '';
        const number = Number(text);
        if (kind === 'text' || text === '' || Number.isNaN(number)) return text;
        if (kind === 'money') return cellText(kind, Math.round(number * 100));
        if (kind === 'time' || kind === 'duration')
          return cellText(kind, Math.round(number * 86_400));
        if (kind !== 'date') return cellText(kind, number);
        return cellText(kind, new Date((number - 25_569) * 86_400_000).toISOString().slice(0, 10));
      }),
    );
    expect(values).toEqual(shown);
  });

  const pdftotext = needing(['pdftotext'], 'PDF: pdftotext');
  test.skipIf(pdftotext.skip)(pdftotext.title, async () => {
    const tight = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const pages = textByPdftotext(await written('pdf'))
      .split('\f')
      .slice(0, -1);
    const lines = pages.map((page) => page.split('\n').map(tight).filter(Boolean));
    const header = tight(headings.join(' '));
    for (const [index, page] of lines.entries()) {
      expect(page).toContain(header);
      expect(page.at(-1)).toBe(`Page ${index + 1} of ${pages.length}`);
    }
    const body = lines.flatMap((page) => page.slice(page.indexOf(header) + 1, -1));
    expect(body).toEqual(shown.map((row) => tight(row.join(' '))));
  });

  const qpdf = needing(['qpdf'], 'PDF: qpdf has no complaint');
  test.skipIf(qpdf.skip)(qpdf.title, async () => {
    expect(qpdfComplaints(await written('pdf'))).toBe('');
  });

  const file = needing(['file'], '`file` knows them for what they are');
  test.skipIf(file.skip)(file.title, async () => {
    expect(typeByFile(await written('csv', sampleReport(5)))).toMatch(
      /CSV|UTF-8 Unicode \(with BOM\)/,
    );
    expect(typeByFile(await written('xls', sampleReport(5)))).toContain(
      'Composite Document File V2',
    );
    expect(typeByFile(await written('pdf', sampleReport(5)))).toContain(
      'PDF document, version 1.3',
    );
  });
});

describe('files that LibreOffice made are read:', limit, () => {
  const xls = needing(['soffice'], 'an XLS with 5,000 rows');
  test.skipIf(xls.skip)(xls.title, async () => {
    const again = convertedByOffice('report.xls', await written('xls'), 'xls:MS Excel 97');
    expect(await compareFile(report, again)).toMatchObject({
      identity: { kind: 'xls', encrypted: false, macros: false },
      status: 'compared',
      differences: [],
    });
  });

  // Four columns fit on its page; with more it would print the others on pages of their own.
  const narrow = sampleReport(120);
  const few = [3, 4, 7, 8];
  const pick = <Value>(all: readonly Value[]): Value[] => all.filter((_, at) => few.includes(at));
  const table: Table = {
    ...narrow,
    columns: pick(narrow.columns),
    rows: narrow.rows.map(pick),
    totals: pick(narrow.totals ?? []),
  };
  const pdf = needing(['soffice'], 'a PDF of several pages');
  test.skipIf(pdf.skip)(pdf.title, async () => {
    const printed = convertedByOffice('report.xls', await written('xls', table), 'pdf');
    expect(await compareFile(table, printed)).toMatchObject({
      identity: { kind: 'pdf' },
      status: 'compared',
      differences: [],
    });
  });
});
