import type { Column } from '#core';
import type { FileIdentity } from './file-identity.ts';
import { identifyFile } from './identify-file.ts';
import { readCsv } from './read-csv.ts';
import { readPdf } from './read-pdf.ts';
import { type ReadOptions, type ReadTable, type RefusedFile, refused } from './read-result.ts';
import { readXls } from './read-xls.ts';

/**
 * Reads a report back from a CSV, XLS or PDF file, which it is by its bytes. `columns` is what the
 * report should have: it tells the header from the lines above it, and what a number stands for.
 * Never throws over what is in the file.
 */
export async function readTable(
  bytes: Uint8Array,
  columns: readonly Column[],
  options: ReadOptions = {},
): Promise<ReadTable | RefusedFile> {
  return readIdentified(bytes, await identifyFile(bytes), columns, options);
}

/** The same for a file of which it is known what it is. */
export async function readIdentified(
  bytes: Uint8Array,
  identity: FileIdentity,
  columns: readonly Column[],
  options: ReadOptions = {},
): Promise<ReadTable | RefusedFile> {
  switch (identity.kind) {
    case 'csv':
      return readCsv(bytes, columns, options);
    case 'xls':
      return identity.encrypted
        ? refused('the workbook is encrypted')
        : readXls(bytes, columns, options);
    case 'pdf':
      return identity.encrypted
        ? refused('the document is encrypted')
        : readPdf(bytes, columns, options);
    case 'damaged':
      return refused(`the ${identity.meant} file is damaged: ${identity.problem}`, identity.place);
    case 'empty':
      return refused('the file is empty');
    case 'unknown':
      return refused('nothing is known that begins like this file');
    case 'old xls':
    case 'xlsx':
    case 'html':
    case 'xml spreadsheet':
      return refused(`the file is ${identity.kind}, which no report should be`);
    default:
      return identity satisfies never;
  }
}
