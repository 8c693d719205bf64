import { utils, type WorkBook, write } from '@e965/xlsx';
import cfb from 'cfb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyFile } from './identify-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

const book = (...names: string[]): WorkBook => ({
  SheetNames: names,
  Sheets: Object.fromEntries(names.map((name) => [name, utils.aoa_to_sheet([[1, 'é']])])),
});
const workbook = (
  bookType: 'biff8' | 'biff5' | 'biff2' | 'xlsx' | 'xlml' | 'html',
  ...names: string[]
) => new Uint8Array(write(book(...names), { type: 'buffer', bookType }));

/** A workbook whose stream of records was changed. */
function withRecords(change: (stream: Uint8Array) => Uint8Array): Uint8Array {
  const container = cfb.read(Buffer.from(workbook('biff8', 'One')), { type: 'buffer' });
  const stream = cfb.find(container, 'Workbook')?.content ?? [];
  const changed = cfb.utils.cfb_new();
  cfb.utils.cfb_add(changed, '/Workbook', Buffer.from(change(Uint8Array.from(stream))));
  return new Uint8Array(cfb.write(changed, { type: 'buffer' }) as Uint8Array); // bytes, as asked for
}

describe('workbooks', () => {
  test('BIFF8, with its code page and the names of its sheets', async () => {
    expect(await identifyFile(workbook('biff8', 'One', 'Łódź'))).toEqual({
      kind: 'xls',
      codepage: 1200,
      sheets: ['One', 'Łódź'],
      encrypted: false,
      macros: false,
    });
  });

  test.each([
    ['biff5', 'old xls'],
    ['biff2', 'old xls'],
    ['xlsx', 'xlsx'],
    ['xlml', 'xml spreadsheet'],
    ['html', 'html'],
  ] as const)('%s is %s, whatever its name', async (bookType, kind) => {
    expect(await identifyFile(workbook(bookType, 'One'))).toEqual({ kind });
  });

  test('an encrypted one has a FILEPASS', async () => {
    const encrypted = withRecords((stream) => {
      // The record after the first one gives its place to it.
      const at = 4 + new DataView(stream.buffer).getUint16(2, true);
      stream.set([0x2f, 0x00], at);
      return stream;
    });
    expect(await identifyFile(encrypted)).toMatchObject({ kind: 'xls', encrypted: true });
  });

  test.each([
    [
      'a record too long',
      (stream: Uint8Array) => stream.fill(0xff, 22, 24),
      'byte 20: a record is longer',
    ],
    ['no end', (stream: Uint8Array) => stream.subarray(0, -4), 'the last part has no end'],
    ['half a record', (stream: Uint8Array) => stream.subarray(0, -6), 'ends early|longer'],
    [
      'one sheet less',
      (stream: Uint8Array) => stream.subarray(0, lengthOfGlobals(stream)),
      'does not begin',
    ],
    [
      'something after its end',
      (stream: Uint8Array) => Uint8Array.of(...stream, 9, 9, 0, 0),
      'outside',
    ],
    ['nothing', () => new Uint8Array(0), 'no record|no contents'],
  ] as const)('one with %s is damaged', async (_what, change, problem) => {
    expect(await identifyFile(withRecords(change))).toMatchObject({
      kind: 'damaged',
      meant: 'xls',
      problem: expect.stringMatching(problem),
    });
  });

  test('zeros after the last record are no damage', async () => {
    const padded = withRecords((stream) => Uint8Array.of(...stream, 0, 0, 0, 0, 0, 0));
    expect(await identifyFile(padded)).toMatchObject({ kind: 'xls', sheets: ['One'] });
  });

  test('a zip file without its list of contents is a damaged xlsx', async () => {
    const whole = workbook('xlsx', 'One');
    const cut = whole.subarray(0, whole.length - 30);
    expect(await identifyFile(cut)).toMatchObject({ kind: 'damaged', meant: 'xlsx' });
  });
});

function lengthOfGlobals(stream: Uint8Array): number {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; ; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 0x000a) return at + 4;
}

/** A PDF of one object, as small as one can be. */
function pdf({ more = '', from = 9, end = '%%EOF\n' } = {}): Uint8Array {
  const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog ${more}>>\nendobj\n`;
  const xref = `xref\n0 2\n0000000000 65535 f \n${String(from).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n${head.length}\n${end}`;
  return latin(head + xref + trailer);
}

describe('PDF', () => {
  test('a whole one, with its version', async () => {
    expect(await identifyFile(pdf())).toEqual({
      kind: 'pdf',
      version: '1.4',
      revisions: 1,
      encrypted: false,
      javascript: false,
    });
  });

  test('scripts and encryption are seen, but not within what is compressed', async () => {
    expect(await identifyFile(pdf({ more: '/JS (x) ' }))).toMatchObject({ javascript: true });
    expect(await identifyFile(pdf({ more: '/Encrypt 2 0 R ' }))).toMatchObject({ encrypted: true });
    const chance = pdf({ more: '>>\nstream\n/JS /Encrypt\nendstream\n<<' });
    expect(await identifyFile(chance)).toMatchObject({ javascript: false, encrypted: false });
  });

  test('a change that was appended is a second revision', async () => {
    const first = new TextDecoder().decode(pdf());
    const at = first.indexOf('xref');
    const twice = `${first}startxref\n${at}\n%%EOF\n`;
    expect(await identifyFile(latin(twice))).toMatchObject({ kind: 'pdf', revisions: 2 });
  });

  test.each([
    ['an object that is elsewhere', pdf({ from: 12 }), 'object 1 is not where'],
    ['no end', pdf({ end: '%%EO' }), 'does not end'],
    ['no version', latin('%PDF-x\n%%EOF'), 'the version'],
    ['something after its end', pdf({ end: '%%EOF\nmore' }), 'does not end'],
  ])('one with %s is damaged', async (_what, file, problem) => {
    expect(await identifyFile(file)).toMatchObject({
      kind: 'damaged',
      meant: 'pdf',
      problem: expect.stringContaining(problem),
    });
  });
});

describe('text', () => {
  test.each([
    ['commas', 'a,b\r\n1,2\r\n', { delimiter: ',', columns: 2, records: 2 }],
    ['semicolons around commas', 'a;b\n1,5;2\n', { delimiter: ';', columns: 2 }],
    ['tabs', 'a\tb\n1\t2\n', { delimiter: '\t' }],
    ['a single column', 'a\nb\n', { delimiter: undefined, columns: 1 }],
    [
      'an end in a quote',
      'a,b\r\n"x\r\ny",2\r\n',
      { records: 2, lineEnds: { crlf: 2, lf: 0, cr: 0 } },
    ],
    [
      'mixed ends',
      'a,b\r\nc,d\ne,f\rg,h',
      { lineEnds: { crlf: 1, lf: 1, cr: 1 }, lastLineEnds: false },
    ],
    ['a ragged record', 'a,b\n1,2\n1,2,3\n', { ragged: { line: 3, fields: 3 } }],
    ['a control character', 'a,b\n1,\x07\n', { controls: 1 }],
  ])('CSV with %s', async (_what, text, expected) => {
    expect(await identifyFile(bytes(text))).toMatchObject({
      kind: 'csv',
      encoding: 'utf-8',
      bom: false,
      ...expected,
    });
  });

  test.each([
    ['UTF-8 with its mark', bytes('\ufeffé,b\n'), 'utf-8', true],
    ['UTF-16 with its mark', latin('\xff\xfe\x41\x01,\0b\0\n\0'), 'utf-16le', true],
    ['UTF-16, big end first', latin('\xfe\xff\x01\x41\0,\0b\0\n'), 'utf-16be', true],
    ['UTF-16 without a mark', latin('a\0,\0b\0\n\0'), 'utf-16le', false],
    ['Windows-1252', latin('caf\xe9,\x80\n'), 'windows-1252', false],
  ])('%s', async (_what, file, encoding, bom) => {
    expect(await identifyFile(file)).toMatchObject({ kind: 'csv', encoding, bom, columns: 2 });
  });

  test.each([
    ['a quote that is never closed', bytes('a,b\n"c,d\n'), { place: { unit: 'line', number: 2 } }],
    ['half a letter at its end', bytes('é,Ł').subarray(0, 4), {}],
    ['another encoding than its mark says', latin('\xef\xbb\xbfcaf\xe9'), {}],
  ])('CSV with %s is damaged', async (_what, file, expected) => {
    expect(await identifyFile(file)).toMatchObject({ kind: 'damaged', meant: 'csv', ...expected });
  });

  test.each([
    ['', 'empty'],
    ['\ufeff\r\n', 'empty'],
    ['\n<!DOCTYPE html><table></table>', 'html'],
    ['<table><tr><td>1</td></tr></table>', 'html'],
    ['MIME-Version: 1.0\nContent-Type: multipart/related', 'html'],
    ['a\0b', 'unknown'],
    ['<?xml version="1.0"?><a/>', 'unknown'],
  ])('%j is %s', async (text, kind) => {
    expect(await identifyFile(bytes(text))).toEqual({ kind });
  });
});

test('no bytes make it throw', async () => {
  const magic = fc.constantFrom(
    '',
    '%PDF-1.4\n',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\t\x08\x10\0',
  );
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 2_000 }), async (head, rest) => {
      await identifyFile(Uint8Array.of(...latin(head), ...rest));
    }),
    { numRuns: 500 },
  );
});
