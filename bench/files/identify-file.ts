import type { FileIdentity } from './file-identity.ts';
import { identifyPdf } from './pdf-structure.ts';
import { identifyText } from './text-identity.ts';
import { identifyCompoundFile } from './xls-structure.ts';
import { identifyZip } from './zip-structure.ts';

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zip = [0x50, 0x4b, 0x03, 0x04];
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** BIFF 2, 3 and 4 have no container: the file is the stream of records. */
const bareBiff = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];

/**
 * Says what a file is from its bytes. It never throws: a file that is not whole is `damaged`, with
 * what is wrong and where. A CSV file that ends early between two records cannot be told from a whole
 * one by its bytes alone; its totals tell.
 */
export async function identifyFile(bytes: Uint8Array): Promise<FileIdentity> {
  const begins = (magic: readonly number[]): boolean =>
    magic.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) return { kind: 'empty' };
  if (begins(compoundFile)) return identifyCompoundFile(bytes);
  if (begins(zip)) return identifyZip(bytes);
  if (begins(pdf)) return identifyPdf(bytes);
  if (bareBiff.some(begins)) return { kind: 'old xls' };
  for (const [meant, magic] of [
    ['xls', compoundFile],
    ['xlsx', zip],
    ['pdf', pdf],
  ] as const)
    if (bytes.length < magic.length && magic.slice(0, bytes.length).every((b, i) => bytes[i] === b))
      if (bytes.length > 1)
        return { kind: 'damaged', meant, problem: 'the file ends within its first bytes' };
  return identifyText(bytes);
}
