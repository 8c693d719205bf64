/** The records of BIFF that tell what a workbook is; each is its number, its length and its data. */
const record = {
  bof: 0x0809,
  eof: 0x000a,
  filePass: 0x002f,
  codePage: 0x0042,
  boundSheet: 0x0085,
  vbaProject: 0x00d3,
} as const;

const longestRecord = 8_224;

export type BiffWalk =
  | {
      readonly status: 'whole';
      readonly codepage: number | undefined;
      readonly sheets: readonly string[];
      readonly encrypted: boolean;
      readonly macros: boolean;
    }
  | { readonly status: 'older' }
  | { readonly status: 'damaged'; readonly at: number; readonly problem: string };

/**
 * Walks a `Workbook` stream from its first record to its last: globals first, then each sheet that
 * they list, each with its end, and nothing but zeros after them.
 */
export function walkBiff(stream: Uint8Array): BiffWalk {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const damaged = (at: number, problem: string): BiffWalk => ({ status: 'damaged', at, problem });
  const sheets: { name: string; at: number }[] = [];
  const begun = new Set<number>();
  let [depth, at, encrypted, macros] = [0, 0, false, false];
  let codepage: number | undefined;
  while (at < stream.length) {
    if (depth === 0 && stream.subarray(at).every((byte) => byte === 0)) break;
    if (at + 4 > stream.length) return damaged(at, 'a record ends early');
    const number = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = at + 4;
    if (data + length > stream.length) return damaged(at, 'a record is longer than the stream');
    if (length > longestRecord) return damaged(at, 'a record is longer than any may be');
    if (depth === 0 && number !== record.bof) return damaged(at, 'a record outside of any sheet');
    if (number === record.bof) {
      if (length < 4) return damaged(at, 'a beginning without a version');
      if (view.getUint16(data, true) !== 0x0600)
        return at === 0 ? { status: 'older' } : damaged(at, 'a part of another version');
      if (depth === 0) begun.add(at);
      depth++;
    } else if (number === record.eof) depth--;
    else if (number === record.filePass) encrypted = true;
    else if (number === record.vbaProject) macros = true;
    else if (number === record.codePage && length >= 2) codepage = view.getUint16(data, true);
    else if (number === record.boundSheet && length >= 8) {
      sheets.push({ name: sheetNameIn(view, data, length), at: view.getUint32(data, true) });
      // A sheet of Excel 4 macros.
      if (view.getUint8(data + 5) === 1) macros = true;
    }
    at = data + length;
  }
  if (depth !== 0) return damaged(at, 'the last part has no end');
  if (begun.size === 0) return damaged(0, 'there is no record');
  const lost = sheets.find((sheet) => !begun.has(sheet.at));
  if (lost) return damaged(lost.at, `sheet "${lost.name}" does not begin where the list says`);
  if (sheets.length === 0) return damaged(0, 'there is no sheet');
  return { status: 'whole', codepage, sheets: sheets.map(({ name }) => name), encrypted, macros };
}

/** A name of one byte a letter (Latin-1) or two, as its flag says. */
function sheetNameIn(view: DataView, data: number, length: number): string {
  const wide = (view.getUint8(data + 7) & 1) === 1;
  const bytes = Math.min(view.getUint8(data + 6) * (wide ? 2 : 1), length - 8);
  const letters = new Uint8Array(view.buffer, view.byteOffset + data + 8, bytes);
  return new TextDecoder(wide ? 'utf-16le' : 'latin1').decode(letters);
}
