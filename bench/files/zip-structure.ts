import type { FileIdentity } from './file-identity.ts';

const endRecordBytes = 22;

/** A zip container: `.xlsx` if it lists a workbook, damaged without its list of contents. */
export function identifyZip(bytes: Uint8Array): FileIdentity {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The list's own record ends the file, but for a comment of at most 65,535 bytes.
  const first = Math.max(0, bytes.length - endRecordBytes - 0xffff);
  for (let at = bytes.length - endRecordBytes; at >= first; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const listBytes = view.getUint32(at + 12, true);
    const listAt = view.getUint32(at + 16, true);
    if (listAt + listBytes > at) break;
    const list = new TextDecoder('latin1').decode(bytes.subarray(listAt, listAt + listBytes));
    return { kind: list.includes('xl/workbook.') ? 'xlsx' : 'unknown' };
  }
  return {
    kind: 'damaged',
    meant: 'xlsx',
    problem: 'the list of what is in the zip file is missing',
  };
}
