import { constants, crc32, deflateSync } from 'node:zlib';
import { type Bitmap, isOn } from './bitmap.ts';

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface BitmapColours {
  readonly off: Colour;
  readonly on: Colour;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Each row is told as what differs from the one above it, which of most displays is little. */
const filterUp = 2;

/** A bitmap as a PNG of one bit a dot. `scale` is how many pixels wide and high each dot is: 1, 2, … */
export function bitmapPng(bitmap: Bitmap, { off, on }: BitmapColours, scale = 1): Uint8Array {
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  // One bit, an index into the palette.
  head.setUint8(8, 1);
  head.setUint8(9, 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('PLTE', Uint8Array.of(...off, ...on)),
    chunk('IDAT', squeezed(filteredRows(bitmap, scale))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/**
 * The usual way of searching for repetitions differs from processor to processor; looking back by one
 * byte only does not, and the same picture must be the same bytes everywhere.
 */
const squeezed = (bytes: Uint8Array): Uint8Array =>
  deflateSync(bytes, { level: 9, strategy: constants.Z_RLE });

function filteredRows(bitmap: Bitmap, scale: number): Uint8Array {
  const length = Math.ceil((bitmap.width * scale) / 8);
  const bytes = new Uint8Array(bitmap.height * scale * (length + 1));
  let above = new Uint8Array(length);
  for (let y = 0; y < bitmap.height; y += 1) {
    const row = packedRow(bitmap, y, scale, length);
    for (let copy = 0; copy < scale; copy += 1) {
      const from = (y * scale + copy) * (length + 1);
      bytes[from] = filterUp;
      for (const [index, byte] of row.entries()) {
        bytes[from + 1 + index] = byte - (above[index] ?? 0);
      }
      above = row;
    }
  }
  return bytes;
}

function packedRow(
  bitmap: Bitmap,
  y: number,
  scale: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(length);
  for (let x = 0; x < bitmap.width * scale; x += 1) {
    if (isOn(bitmap, Math.floor(x / scale), y)) {
      row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return row;
}

/** A part of a PNG file: its length, its name, its data, and a checksum of both. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = new DataView(new ArrayBuffer(8));
  around.setUint32(0, data.length);
  around.setUint32(4, crc32(named));
  const sides = new Uint8Array(around.buffer);
  return Buffer.concat([sides.subarray(0, 4), named, sides.subarray(4)]);
}
