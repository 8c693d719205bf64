/** Tables for four bytes at a time, one after the other: what a byte makes with so many more after it. */
const tables = new Int32Array(4 * 256);
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

/** The CRC-32 of IEEE 802.3 (as in zlib and PNG), 0 … 2³²−1, of bytes or a part of them. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const byte = (index: number): number => bytes[index] ?? 0;
  let crc = -1;
  let next = from;
  for (; next + 4 <= to; next += 4) {
    const four =
      byte(next) | (byte(next + 1) << 8) | (byte(next + 2) << 16) | (byte(next + 3) << 24);
    const mixed = crc ^ four;
    crc =
      at(768 + (mixed & 0xff)) ^
      at(512 + ((mixed >>> 8) & 0xff)) ^
      at(256 + ((mixed >>> 16) & 0xff)) ^
      at(mixed >>> 24);
  }
  for (; next < to; next++) crc = at((crc ^ byte(next)) & 0xff) ^ (crc >>> 8);
  return ~crc >>> 0;
}
