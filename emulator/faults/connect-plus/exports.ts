import { type Cell, dayStart, isoDay, oneDay, rowText, type Table } from '#core';
import type { ReportFileType } from '../../report-files/index.ts';
import type { WriteBegun } from '../../stick/index.ts';
import type { MeterFault, StickSocket } from '../fault.ts';
import { keepingHalves, writingBy } from '../sockets.ts';
import { pennyMore } from './reports.ts';
import { editEvents, editState, inChart, type Moment, withAction, withConfig } from './seeding.ts';

const encoder = new TextEncoder();

const linesOf = ({ columns, rows, totals }: Table): readonly (readonly string[])[] => [
  columns.map(({ heading }) => heading),
  ...[...rows, ...(totals ? [totals] : [])].map((row) => rowText(columns, row)),
];

/** A fault in files of some types: other bytes than the right ones. */
const inBytes = (
  name: string,
  description: string,
  types: readonly ReportFileType[],
  bytes: (table: Table) => Uint8Array,
): MeterFault => ({
  name,
  description,
  reportFile: (write) => async (type, table) =>
    types.includes(type) ? { status: 'written', bytes: bytes(table) } : write(type, table),
});

/** A fault in files of some types: they are made of another table than the one on the display. */
const inTable = (
  name: string,
  description: string,
  types: readonly ReportFileType[],
  change: (table: Table) => Table,
): MeterFault => ({
  name,
  description,
  reportFile: (write) => (type, table) => write(type, types.includes(type) ? change(table) : table),
});

const allTypes = ['csv', 'xls', 'pdf'] as const;

/** A table with other texts in it. */
function withTexts(table: Table, change: (text: string) => string): Table {
  const cell = (value: Cell, index: number): Cell =>
    typeof value === 'string' && table.columns[index]?.kind === 'text' ? change(value) : value;
  return { ...table, rows: table.rows.map((row) => row.map(cell)) };
}

/** As a font without them draws letters beyond Latin-1: by the low byte of their number. */
const lowBytes = (text: string): string =>
  text.replace(/[^\0-\xff]/gu, (letter) =>
    String.fromCharCode((letter.charCodeAt(0) & 0xff) | 0x20),
  );

const swapped = <T>([first, second, ...rest]: readonly T[]): readonly T[] =>
  [second, first, ...rest].filter((one) => one !== undefined);

/** About as many rows as a page of paper has. */
const rowsOfPage = 30;

/** Faults in the bytes of the files. */
const fileFaults: readonly MeterFault[] = [
  inBytes(
    'comma-breaks-csv',
    'A comma in a name parts the cell in two, for no cell of a CSV file is in quotes.',
    ['csv'],
    (table) =>
      encoder.encode(
        linesOf(table)
          .map((line) => `${line.join(',')}\r\n`)
          .join(''),
      ),
  ),
  inBytes(
    'csv-in-latin-letters',
    'A CSV file has a question mark for each letter that is not in Latin-1.',
    ['csv'],
    (table) =>
      encoder.encode(
        linesOf(table)
          .map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .map((line) => `${line.replace(/[^\0-\xff]/gu, '?')}\r\n`)
          .join(''),
      ),
  ),
  inBytes('xls-is-html', 'An XLS file is a table in HTML.', ['xls'], (table) =>
    encoder.encode(
      `<html><body><table>${linesOf(table)
        .map((line) => `<tr>${line.map((text) => `<td>${text}</td>`).join('')}</tr>`)
        .join('')}</table></body></html>`,
    ),
  ),
  {
    name: 'xls-is-csv',
    description: 'An XLS file is a CSV file by another name.',
    reportFile: (write) => (type, table) => write(type === 'xls' ? 'csv' : type, table),
  },
  {
    name: 'pdf-is-xls',
    description: 'Whoever chooses PDF gets a workbook that is named PDF.',
    reportFile: (write) => (type, table) => write(type === 'pdf' ? 'xls' : type, table),
  },
  inTable(
    'pdf-wrong-letters',
    'In a PDF file other letters stand for Ł, ź and their like.',
    ['pdf'],
    (table) => withTexts(table, lowBytes),
  ),
  inTable(
    'file-total-off-by-a-penny',
    'The totals in a file are a penny too high.',
    allTypes,
    pennyMore,
  ),
  inTable(
    'pdf-row-lost-at-page-end',
    'A row is lost where a page of a PDF file ends.',
    ['pdf'],
    (table) => ({
      ...table,
      rows: table.rows.filter((_, index) => index % rowsOfPage !== rowsOfPage - 1),
    }),
  ),
  inTable(
    'file-columns-in-another-order',
    'The first two columns of a file are the wrong way round.',
    allTypes,
    (table) => ({
      ...table,
      columns: swapped(table.columns),
      rows: table.rows.map(swapped),
      ...(table.totals ? { totals: swapped(table.totals) } : {}),
    }),
  ),
  inTable(
    'xls-dates-a-day-late',
    'Every date in an XLS file is that of the day after.',
    ['xls'],
    (table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell, index) =>
          table.columns[index]?.kind === 'date' && typeof cell === 'string'
            ? isoDay((dayStart(cell) ?? 0) + oneDay)
            : cell,
        ),
      ),
    }),
  ),
  inTable(
    'leading-zeros-lost',
    'A code such as 007 is 7 in a CSV and an XLS file.',
    ['csv', 'xls'],
    (table) => withTexts(table, (text) => (/^0\d+$/.test(text) ? text.replace(/^0+/, '') : text)),
  ),
  inTable(
    'file-cuts-long-texts',
    'A file has the first 100 characters of a text and no more.',
    allTypes,
    (table) => withTexts(table, (text) => text.slice(0, 100)),
  ),
  inTable(
    'csv-without-last-row',
    'The last row of a report is not in a CSV file.',
    ['csv'],
    (table) => ({
      ...table,
      rows: table.rows.slice(0, -1),
    }),
  ),
];

const exporting = ['Manage Accounts', 'Reports', 'Export'] as const;

/** A chart that calls an export complete although it has failed for this reason. */
const calledComplete = (name: string, description: string, reason: string): MeterFault =>
  inChart(name, description, (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, [...exporting, 'Writing'], (on) => ({
        'STICK.FAILED': [
          {
            guard: ({ event }: Moment) => event.type === 'STICK.FAILED' && event.reason === reason,
            target: 'Complete',
            actions: 'sayExported',
          },
          on['STICK.FAILED'],
        ],
      })),
    ),
  );

/** Writes half of a file and closes it; the whole one takes its place at the first step. */
function beginningWithHalf(socket: StickSocket, path: string, bytes: Uint8Array): WriteBegun {
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const begun = socket.beginWrite(path, half);
  if (begun.status === 'failed') return begun;
  begun.write.step(half.length);
  let whole: WriteBegun | undefined;
  const started = (): WriteBegun => {
    if (!whole) socket.removeFile(path);
    whole ??= socket.beginWrite(path, bytes);
    return whole;
  };
  return {
    status: 'writing',
    write: {
      step: (maxBytes) => {
        const write = started();
        return write.status === 'failed' ? write : write.write.step(maxBytes);
      },
      abort: () => whole?.status === 'writing' && whole.write.abort(),
      abandon: () => whole?.status === 'writing' && whole.write.abandon(),
    },
  };
}

/** Faults in how the files get onto the USB drive. */
const driveFaults: readonly MeterFault[] = [
  {
    name: 'half-report-left-when-full',
    description: 'A USB drive that gets full keeps the part of the report that fits.',
    stick: keepingHalves,
  },
  calledComplete(
    'complete-although-write-protected',
    'The USB drive is write-protected and the machine says that the export is complete.',
    'write-protected',
  ),
  calledComplete(
    'complete-although-pulled',
    'The USB drive was taken out and the machine says that the export is complete.',
    'pulled',
  ),
  calledComplete(
    'complete-although-the-file-exists',
    'Another file has that name and the machine says that the export is complete.',
    'exists',
  ),
  {
    name: 'file-overwritten-by-a-report',
    description: 'A file of the same name is overwritten.',
    stick: (socket) =>
      writingBy(socket, (path, bytes) => {
        const begun = socket.beginWrite(path, bytes);
        if (begun.status !== 'failed' || begun.reason !== 'exists') return begun;
        socket.removeFile(path);
        return socket.beginWrite(path, bytes);
      }),
  },
  {
    name: 'existing-file-lost-as-it-is-refused',
    description: 'A report is refused because the file exists, and the file is gone.',
    stick: (socket) =>
      writingBy(socket, (path, bytes) => {
        const begun = socket.beginWrite(path, bytes);
        if (begun.status === 'failed' && begun.reason === 'exists') socket.removeFile(path);
        return begun;
      }),
  },
  {
    name: 'half-report-while-writing',
    description: 'Until a report is written, a file with half of it is on the USB drive.',
    stick: (socket) => writingBy(socket, (path, bytes) => beginningWithHalf(socket, path, bytes)),
  },
  {
    name: 'report-in-the-root-folder',
    description: 'A report goes to the root of the USB drive, whichever folder was selected.',
    stick: (socket) =>
      writingBy(socket, (path, bytes) => socket.beginWrite(path.replace(/^.*\//, ''), bytes)),
  },
  inChart(
    'marked-folder-not-selected',
    'Select this folder takes the folder that is open, although another one is marked.',
    (machine) =>
      withAction(
        machine,
        'selectFolder',
        (real) =>
          ({ context, event }, params) =>
            real({ context: { ...context, place: '' }, event }, params),
      ),
  ),
  inChart(
    'file-has-all-accounts',
    'A file has all accounts, whichever were chosen for the report.',
    (machine, sources) =>
      withConfig(machine, (config) =>
        editState(config, [...exporting, 'Writing'], (state) => {
          const { input, ...invoke } = state.invoke as {
            readonly input: (moment: Moment) => { readonly table: Table };
          };
          return {
            ...state,
            invoke: {
              ...invoke,
              input: (moment: Moment) => {
                const { report, memory, now } = moment.context;
                const { title, notes } = input(moment).table;
                const table = sources.rules.reportTable(report.name, {
                  memory,
                  settings: { ...report.settings, accounts: null },
                  now,
                  profile: sources.profile,
                  title,
                });
                return { ...input(moment), table: { ...table, notes } };
              },
            },
          };
        }),
      ),
  ),
];

/** Faults in the reports that are written to a USB drive. */
export const exportFaults: readonly MeterFault[] = [...fileFaults, ...driveFaults];
