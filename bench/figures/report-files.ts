import { createRequire } from 'node:module';
import { rowText, type Table } from '#core';
import { type ReportFileType, writeReportFile } from '#emulator';
import { atMost, type Figure, median, now } from './measure.ts';

const rowCount = 20_000;
const rounds = 3;
const made = Date.UTC(2026, 0, 5, 9);

/** A transaction log as a meter that is used every day has it after some years. */
const table: Table = {
  title: 'Transaction Log',
  notes: ['All accounts'],
  columns: [
    { heading: 'Date', kind: 'date' },
    { heading: 'Start time', kind: 'time' },
    { heading: 'Transaction', kind: 'text' },
    { heading: 'Account', kind: 'text' },
    { heading: 'Class', kind: 'text' },
    { heading: 'Pieces', kind: 'count' },
    { heading: 'Postage', kind: 'money' },
  ],
  rows: Array.from({ length: rowCount }, (_, index) => [
    '2026-01-05',
    (index * 61) % 86_400,
    `T${index}`,
    `Łódź ${index % 300}`,
    '1st Class',
    index % 9,
    index % 1_000,
  ]),
};

/** Each kind of report file, against its library alone on the same table. */
export async function reportFiles(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const type of ['csv', 'xls', 'pdf'] as const) {
    const [ours, alone]: [number[], number[]] = [[], []];
    // In turns, so that what else the machine does falls on both.
    for (let round = 0; round <= rounds; round++) {
      ours.push(await timeOf(() => writeReportFile(type, table, { made, maker: 'Connect+' })));
      alone.push(await timeOf(references[type]));
    }
    // The first round loads the libraries.
    const [one, other] = [median(ours.slice(1)), median(alone.slice(1))];
    figures.push({
      name: `Report of ${rowCount.toLocaleString('en')} rows as ${type.toUpperCase()}`,
      value: `${one.toFixed(0)} ms`,
      reference: `${other.toFixed(0)} ms, the library alone`,
      ...atMost(one / other, 1.3),
    });
  }
  return figures;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const start = now();
  await work();
  return now() - start;
}

const headings = table.columns.map(({ heading }) => heading);
const texts = (): string[][] => table.rows.map((row) => [...rowText(table.columns, row)]);

const references: Readonly<Record<ReportFileType, () => Promise<unknown>>> = {
  async csv() {
    const { stringify } = await import('csv-stringify/sync');
    return new TextEncoder().encode(
      stringify([headings, ...texts()], { record_delimiter: '\r\n' }),
    );
  },
  async xls() {
    const { utils, write } = await import('@e965/xlsx');
    const rows = table.rows.map((row) =>
      row.map((cell, index) => {
        const kind = table.columns[index]?.kind;
        if (typeof cell !== 'number') return kind === 'date' ? new Date(`${cell}T00:00Z`) : cell;
        return kind === 'money' ? cell / 100 : kind === 'time' ? cell / 86_400 : cell;
      }),
    );
    const sheet = utils.aoa_to_sheet([headings, ...rows], { dense: true });
    return write(
      { SheetNames: ['A'], Sheets: { A: sheet } },
      { type: 'buffer', bookType: 'biff8' },
    );
  },
  async pdf() {
    const { default: PDFDocument } = await import('pdfkit');
    const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
    const document = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 36, font });
    const ended = new Promise<void>((resolve) => document.on('end', resolve));
    document.on('data', () => undefined);
    document.fontSize(8).table({ data: [headings, ...texts()] });
    document.end();
    return ended;
  },
};
