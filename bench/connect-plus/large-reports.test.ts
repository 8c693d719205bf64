import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { cellText, rowText, type Table, VirtualClock } from '#core';
import {
  createStick,
  EmulatedMeter,
  type MeterFault,
  NonVolatileMemory,
  RamMedium,
  writeReportFile,
} from '#emulator';
import { needing, sheetByOffice, sheetByXls2csv, textByPdftotext } from '#judges';
import { modelNamed } from '#models';
import { Bench } from '../bench.ts';
import { compareFile } from '../files/index.ts';
import { ConnectPlusPanel } from './panel.ts';
import { afterWork, type Work, workedMemory } from './worked-memory.ts';

const limit = { timeout: 240_000 };

/** A Connect+ that has done so much work, judged by the shadow model, a stick in it. */
async function busyMeter(work: Work, fault?: MeterFault) {
  const memory = workedMemory(work);
  const medium = new RamMedium();
  new NonVolatileMemory(medium).commit(JSON.stringify(memory));
  const model = modelNamed('connect-plus');
  const clock = new VirtualClock(afterWork);
  const stick = await createStick(clock, { kind: 'FAT32' });
  const meter = new EmulatedMeter({ model, clock, medium, stick, ...(fault ? { fault } : {}) });
  const bench = new Bench({ meter, model, memory, credentials: {} });
  await bench.begin();
  await bench.plugStick('meter');
  return { meter, bench, memory, stick, panel: new ConnectPlusPanel(bench) };
}

type BusyMeter = Awaited<ReturnType<typeof busyMeter>>;

const types = ['csv', 'xls', 'pdf'] as const;

/** The report on the display, and the files that it was exported to. */
async function exported({ panel, bench, stick }: BusyMeter, name: string) {
  await panel.reports.view(name);
  const shown = await panel.reports.table();
  const files = new Map<string, Uint8Array>();
  for (const type of types) {
    await panel.exports.run({ fileName: 'report', folder: '', type });
    bench.expectRow(`The export of report.${type} is complete.`);
    await panel.screen.tap('OK');
  }
  await bench.plugStick('host');
  for (const type of types) files.set(type, await stick.read(`report.${type}`));
  await bench.plugStick('meter');
  return { shown, fileOf: (type: string) => files.get(type) ?? new Uint8Array() };
}

/** Heading, rows and totals as people read them. */
const linesOf = ({ columns, rows, totals = [] }: Table): readonly (readonly string[])[] => [
  columns.map(({ heading }) => heading),
  ...[...rows, totals].map((row) => rowText(columns, row)),
];

describe('a report of 5,000 transactions', limit, async () => {
  const busy = await busyMeter({ accounts: 300, transactions: 5_000 });
  const { shown, fileOf } = await exported(busy, 'Account Detail');
  const { columns } = shown;
  const lines = linesOf(shown);

  test('is read off the display row by row', () => {
    expect(shown.title).toBe('Account Detail');
    expect(shown.rows).toHaveLength(5_000);
  });

  test('has the totals of the registers', async () => {
    const { bench, memory, panel } = busy;
    const total = (heading: string): number => {
      const text = lines.at(-1)?.[columns.findIndex((column) => column.heading === heading)];
      return Math.round(Number(text) * 100);
    };
    await bench.goTo('Meter Funds');
    const ascending = Math.round(Number(panel.screen.valueOf('Ascending register')) * 100);
    expect(total('Postage') + total('Fees')).toBe(ascending);
    const surcharge = memory.transactions.reduce((sum, one) => sum + one.surcharge, 0);
    expect(total('Total')).toBe(ascending + surcharge);
    expect(panel.screen.valueOf('Total pieces')).toBe(String(total('Pieces') / 100));
  });

  test.each(types)('as %s holds what the display shows', async (type) => {
    expect(await compareFile(shown, fileOf(type))).toMatchObject({
      identity: { kind: type },
      status: 'compared',
      differences: [],
    });
  });

  test('reads so to csv-parse', () => {
    const records: string[][] = parse(Buffer.from(fileOf('csv')), { bom: true });
    // What a spreadsheet would calculate has the mark of a text before it.
    const unmarked = records.map((record) =>
      record.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')),
    );
    expect(unmarked).toEqual(lines);
  });

  const office = needing(['soffice'], 'reads so to LibreOffice');
  test.skipIf(office.skip)(office.title, () => {
    const records: string[][] = parse(sheetByOffice(fileOf('xls')));
    const lead = [shown.title, ...shown.notes];
    expect(records.slice(0, lead.length).map(([first]) => first)).toEqual(lead);
    expect(records.slice(lead.length + 1)).toEqual(lines);
  });

  const xls2csv = needing(['xls2csv'], 'reads so to xls2csv');
  test.skipIf(xls2csv.skip)(xls2csv.title, () => {
    const records = parse(sheetByXls2csv(fileOf('xls')), {
      relax_column_count: true,
      skip_empty_lines: true,
    }).filter((record: string[]) => record.length > 1) as string[][];
    // It shows numbers as they are stored, and leaves out what is empty at the end.
    const values = records.map((record) =>
      columns.map(({ kind }, index) => {
        const text = record[index] ?? '';
        const number = Number(text);
        if (text === '' || Number.isNaN(number)) return text;
        if (kind === 'money') return cellText(kind, Math.round(number * 100));
        if (kind !== 'date') return text;
        return cellText(kind, new Date((number - 25_569) * 86_400_000).toISOString().slice(0, 10));
      }),
    );
    expect(values).toEqual(lines);
  });

  const pdftotext = needing(['pdftotext'], 'reads so to pdftotext');
  test.skipIf(pdftotext.skip)(pdftotext.title, () => {
    const tight = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const pages = textByPdftotext(fileOf('pdf')).split('\f').slice(0, -1);
    const header = tight(lines[0]?.join(' ') ?? '');
    const body = pages.flatMap((page) => {
      const texts = page.split('\n').map(tight).filter(Boolean);
      expect(texts).toContain(header);
      return texts.slice(texts.indexOf(header) + 1, -1);
    });
    expect(body).toEqual(lines.slice(1).map((line) => tight(line.join(' '))));
  });
});

test('every column of 5,000 transactions goes into every file', limit, async () => {
  const busy = await busyMeter({ accounts: 300, transactions: 5_000 });
  const { shown, fileOf } = await exported(busy, 'Transaction Log Detail');
  for (const type of types) {
    const compared = await compareFile(shown, fileOf(type));
    expect(compared).toMatchObject({ status: 'compared', differences: [] });
  }
});

/** Making a full XLS file takes half a minute, and what is in it is not asked here. */
const quickWriter: MeterFault = {
  name: 'quick-writer',
  description: 'Every file is one byte.',
  reportFile: () => async () => ({ status: 'written', bytes: new Uint8Array(1) }),
};

describe('a report with more rows than an XLS file has room for', limit, () => {
  const order = { fileName: 'log', folder: '' };

  test('is refused on the display, and goes into a CSV file', async () => {
    const { bench, panel, stick } = await busyMeter({ accounts: 30, transactions: 65_537 });
    await panel.reports.view('Transaction Log');
    await panel.exports.run({ ...order, type: 'xls' });
    bench.expectTitle('Export report');
    bench.expectRefusal(
      'The report has 65537 rows. An XLS file holds 65531 of them. Use CSV or PDF.',
    );
    await panel.screen.dismiss();
    await panel.exports.type('csv');
    await panel.screen.tap('OK');
    await bench.awaitDone();
    bench.expectRow('The export of log.csv is complete.');
    await bench.plugStick('host');
    expect((await stick.list()).map(({ name }) => name)).toEqual(['log.csv']);
    const text = new TextDecoder().decode(await stick.read('log.csv'));
    expect(text.split('\r\n')).toHaveLength(1 + 65_537 + 1 + 1);
  });

  test.each([
    [65_531, 'The export of log.xls is complete.'],
    [65_532, 'The report has 65532 rows. An XLS file holds 65531 of them. Use CSV or PDF.'],
  ])('with %i rows: %s', async (transactions, said) => {
    const { bench, panel } = await busyMeter({ accounts: 30, transactions }, quickWriter);
    await panel.reports.view('Transaction Log');
    await panel.exports.run({ ...order, type: 'xls' });
    bench.expectRow(said);
  });

  test('what makes the files has the same limit', async () => {
    const columns = [{ heading: 'Pieces', kind: 'count' }] as const;
    const rows = Array.from({ length: 65_532 }, (_, index) => [index]);
    const table = { title: 'Log', notes: ['January'], columns, rows, totals: [0] };
    expect(await writeReportFile('xls', table, { made: 0, maker: 'Connect+' })).toEqual({
      status: 'too many rows',
      rows: 65_532,
      most: 65_531,
    });
  });
});
