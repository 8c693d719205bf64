const stride = 8;

/** Tables for eight bytes at a time, one after the other: what a byte makes with so many more after it. */
const tables = new Int32Array(stride * 256);
for (let index = 0; index < 256; index++) {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  tables[index] = value;
}
const at = (index: number): number => tables[index] ?? 0;
for (let index = 256; index < tables.length; index++) {
  const value = at(index - 256);
  tables[index] = at(value & 0xff) ^ (value >>> 8);
}

/** The byte whose entry of the first table begins with these eight bits: no two begin alike. */
const indices = new Uint8Array(256);
for (let index = 0; index < 256; index++) indices[at(index) >>> 24] = index;

const byte = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

const four = (bytes: Uint8Array, index: number): number =>
  byte(bytes, index) |
  (byte(bytes, index + 1) << 8) |
  (byte(bytes, index + 2) << 16) |
  (byte(bytes, index + 3) << 24);

/**
 * The CRC-32 of IEEE 802.3 (as in zlib and PNG), 0 … 2³²−1, of bytes or a part of them; `before` is
 * that of what stands before it.
 */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length, before = 0): number {
  let crc = ~before;
  let next = from;
  for (; next + stride <= to; next += stride) {
    const mixed = crc ^ four(bytes, next);
    crc =
      at(0x700 + (mixed & 0xff)) ^
      at(0x600 + ((mixed >>> 8) & 0xff)) ^
      at(0x500 + ((mixed >>> 16) & 0xff)) ^
      at(0x400 + (mixed >>> 24)) ^
      at(0x300 + byte(bytes, next + 4)) ^
      at(0x200 + byte(bytes, next + 5)) ^
      at(0x100 + byte(bytes, next + 6)) ^
      at(byte(bytes, next + 7));
  }
  for (; next < to; next++) crc = at((crc ^ byte(bytes, next)) & 0xff) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The CRC-32 of what stands before `from`, where that of all up to `to` is `sum`. */
export function crc32Before(bytes: Uint8Array, from: number, to: number, sum: number): number {
  let crc = ~sum;
  for (let last = to - 1; last >= from; last--) {
    const index = indices[crc >>> 24] ?? 0;
    crc = ((crc ^ at(index)) << 8) | (index ^ byte(bytes, last));
  }
  return ~crc >>> 0;
}
