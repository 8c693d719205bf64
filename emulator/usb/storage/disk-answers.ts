import type { HostSectors } from '../../stick/index.ts';

/** The size of a sector, in bytes. */
export const blockLength = 512;

/** What the reader says of itself: removable, direct access, SPC-3, named in its own words. */
export function inquiry(): Uint8Array {
  const bytes = new Uint8Array(36);
  bytes.set([0x00, 0x80, 0x05, 0x02, bytes.length - 5]);
  bytes.set(Buffer.from('BENCH   STICK AT HOST   1.00'), 8);
  return bytes;
}

/** A page of vital product data: the list of pages, or the serial number; `undefined` for others. */
export function vitalProductData(page: number, serial: string): Uint8Array | undefined {
  const content = page === 0x00 ? [0x00, 0x80] : page === 0x80 ? Buffer.from(serial) : undefined;
  return content && Uint8Array.of(0x00, page, 0x00, content.length, ...content);
}

/** The last sector and the size of each, for READ CAPACITY(10). */
export function capacity10({ count }: HostSectors): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, count - 1);
  view.setUint32(4, blockLength);
  return bytes;
}

/** The same for READ CAPACITY(16). */
export function capacity16({ count }: HostSectors): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(count - 1));
  view.setUint32(8, blockLength);
  return bytes;
}

/** The formats that a medium can have: the one it has. Without a medium there is none. */
export function formatCapacities(medium: HostSectors | undefined): Uint8Array {
  const bytes = new Uint8Array(12);
  const view = new DataView(bytes.buffer);
  bytes[3] = 8;
  view.setUint32(4, medium?.count ?? 0xffff_ffff);
  view.setUint32(8, blockLength);
  bytes[8] = medium ? 2 : 3;
  return bytes;
}

/** The one logical unit there is. */
export function logicalUnits(): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes[3] = 8;
  return bytes;
}

/** Nothing is kept back: what was written is on the stick. */
const cachingPage = Uint8Array.of(0x08, 0x12, ...new Uint8Array(18));

/** The pages of MODE SENSE with a head of 4 or 8 bytes; `undefined` for a page there is not. */
export function modePages(page: number, isProtected: boolean, head: 4 | 8): Uint8Array | undefined {
  if (page !== 0x08 && page !== 0x3f && page !== 0x00) return undefined;
  const content = page === 0x00 ? new Uint8Array() : cachingPage;
  const bytes = new Uint8Array(head + content.length);
  bytes.set(content, head);
  const mark = isProtected ? 0x80 : 0x00;
  if (head === 4) bytes.set([bytes.length - 1, 0x00, mark]);
  else bytes.set([0x00, bytes.length - 2, 0x00, mark]);
  return bytes;
}
