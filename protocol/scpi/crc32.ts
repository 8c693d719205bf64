const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The CRC-32 of IEEE 802.3 (as in zlib and PNG), 0 … 2³²−1. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const each of bytes) crc = (table[(crc ^ each) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
