import type { Millis, Table } from '#core';
import type { CsvOptions } from './report-csv.ts';

export const reportFileTypes = ['csv', 'xls', 'pdf'] as const;

export type ReportFileType = (typeof reportFileTypes)[number];

export interface ReportFileOptions {
  /** When the report is written, on the meter's clock: the only time that is in the file. */
  readonly made: Millis;
  /** The meter that writes it, as it names itself: the author in an XLS and a PDF file. */
  readonly maker: string;
  readonly csv?: CsvOptions;
}

/** What became of a report: a whole file, or the limit of its format that the table exceeds. */
export type ReportFile =
  | { readonly status: 'written'; readonly bytes: Uint8Array }
  /** `most`: how many rows of this table the format has room for. */
  | { readonly status: 'too many rows'; readonly rows: number; readonly most: number }
  | { readonly status: 'too many columns'; readonly columns: number; readonly most: number }
  /** A text of `length` characters, where the format holds `most`. */
  | { readonly status: 'text too long'; readonly length: number; readonly most: number };

/**
 * A report as the bytes of a file: the same table, time and options give the same bytes. The
 * libraries are loaded when a file is written, since most runs write none.
 */
export async function writeReportFile(
  type: ReportFileType,
  table: Table,
  options: ReportFileOptions,
): Promise<ReportFile> {
  switch (type) {
    case 'csv': {
      const { writeCsv } = await import('./report-csv.ts');
      return { status: 'written', bytes: await writeCsv(table, options.csv) };
    }
    case 'xls': {
      const { writeXls } = await import('./report-xls.ts');
      return writeXls(table, options);
    }
    case 'pdf': {
      const { writePdf } = await import('./report-pdf.ts');
      return writePdf(table, options);
    }
    default:
      return type satisfies never;
  }
}
