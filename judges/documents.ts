import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool, withFile } from './tools.ts';

/** Starting LibreOffice takes seconds, and more on a machine that is busy. */
const officeLimit = { timeoutMs: 180_000 };

/** A file as LibreOffice saves it in another format; `filter` as its `--convert-to` takes it. */
export function convertedByOffice(name: string, bytes: Uint8Array, filter: string): Uint8Array {
  return withFile(name, bytes, (path, folder) => {
    const out = join(folder, 'out');
    // A profile of its own: a second LibreOffice with the same one would do nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', out, path];
    const { output } = runTool('soffice', args, officeLimit);
    const extension = filter.split(':')[0] ?? '';
    const made = join(out, `${name.slice(0, name.lastIndexOf('.'))}.${extension}`);
    try {
      return readFileSync(made);
    } catch (cause) {
      throw new Error(`soffice made no ${extension} of ${name}: ${output}`, { cause });
    }
  });
}

/** The first sheet of a workbook as LibreOffice shows it: CSV in UTF-8, each text in quotes. */
export const sheetByOffice = (workbook: Uint8Array): string =>
  new TextDecoder().decode(
    convertedByOffice(
      'report.xls',
      workbook,
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true',
    ),
  );

/** The first sheet of a workbook as catdoc's `xls2csv` reads it. */
export const sheetByXls2csv = (workbook: Uint8Array): string =>
  withFile('report.xls', workbook, (path) => runTool('xls2csv', ['-d', 'utf-8', path]).output);

/** The text of a PDF, laid out as it is printed. */
export const textByPdftotext = (document: Uint8Array): string =>
  withFile(
    'report.pdf',
    document,
    (path) => runTool('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-']).output,
  );

/** What `qpdf` finds wrong with a PDF, empty for a sound one. */
export const qpdfComplaints = (document: Uint8Array): string =>
  withFile('report.pdf', document, (path) => {
    const { status, output } = runTool('qpdf', ['--check', path]);
    return status === 0 ? '' : output;
  });

/** What `file` takes bytes for. */
export const typeByFile = (bytes: Uint8Array): string =>
  withFile('report', bytes, (path) => runTool('file', ['--brief', path]).output.trim());
