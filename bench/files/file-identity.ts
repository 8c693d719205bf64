import type { FileProblem } from './file-place.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Text whose lines are records: a table as CSV, whatever separates its fields. */
export interface CsvIdentity {
  readonly kind: 'csv';
  readonly encoding: TextEncodingName;
  readonly bom: boolean;
  /** What separates the fields; none when each record is one field. */
  readonly delimiter: Delimiter | undefined;
  readonly records: number;
  /** Fields of the first record. */
  readonly columns: number;
  /** The first record with another number of fields than the first. */
  readonly ragged: { readonly line: number; readonly fields: number } | undefined;
  /** Ends of records; line ends within quotes are no such ends. */
  readonly lineEnds: LineEnds;
  /** Whether the last record has an end. */
  readonly lastLineEnds: boolean;
  /** Control characters other than tabs and line ends. */
  readonly controls: number;
}

export type Delimiter = ',' | ';' | '\t' | '|';

export interface LineEnds {
  readonly crlf: number;
  readonly lf: number;
  readonly cr: number;
}

/** An Excel 97-2003 workbook whose records were all walked. */
export interface XlsIdentity {
  readonly kind: 'xls';
  readonly codepage: number | undefined;
  readonly sheets: readonly string[];
  readonly encrypted: boolean;
  readonly macros: boolean;
}

export interface PdfIdentity {
  readonly kind: 'pdf';
  /** As the header has it, `1.3`. */
  readonly version: string;
  /** How often the file was written: 1, and 1 more for each change that was appended. */
  readonly revisions: number;
  readonly encrypted: boolean;
  /** Only what stands outside compressed objects is seen. */
  readonly javascript: boolean;
}

/** What a file is by its bytes; its name has no say. */
export type FileIdentity =
  | { readonly kind: 'empty' }
  | CsvIdentity
  | XlsIdentity
  /** Excel 95 and older. */
  | { readonly kind: 'old xls' }
  | { readonly kind: 'xlsx' }
  | { readonly kind: 'html' }
  /** Excel 2003's XML, often named `.xls`. */
  | { readonly kind: 'xml spreadsheet' }
  | PdfIdentity
  | DamagedFile
  | { readonly kind: 'unknown' };

/** A file that begins as one kind and is not a whole one. */
export interface DamagedFile extends FileProblem {
  readonly kind: 'damaged';
  readonly meant: 'csv' | 'xls' | 'xlsx' | 'pdf';
}
