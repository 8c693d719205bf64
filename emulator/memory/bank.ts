import { crc32 } from 'node:zlib';

/** One valid bank: `sequence` rises by one with each commit, modulo 2^32. */
export interface Bank {
  readonly sequence: number;
  readonly payload: string;
}

const magic = 0x4642_4e56; // "FBNV"
const version = 1;
const headerBytes = 20;
const crcAt = 16;

/**
 * A bank as it is stored. Little-endian, after the magic: u16 version, u16 zero, u32 sequence number,
 * u32 length of the payload in bytes, u32 CRC-32 of those 16 bytes and the payload, payload as UTF-8.
 */
export function encodeBank(bank: Bank): Uint8Array {
  const length = Buffer.byteLength(bank.payload, 'utf8');
  const bytes = Buffer.allocUnsafe(headerBytes + length);
  bytes.writeUInt32BE(magic, 0);
  bytes.writeUInt16LE(version, 4);
  bytes.writeUInt16LE(0, 6);
  bytes.writeUInt32LE(bank.sequence, 8);
  bytes.writeUInt32LE(length, 12);
  bytes.write(bank.payload, headerBytes, 'utf8');
  bytes.writeUInt32LE(checksum(bytes, bytes.subarray(headerBytes)), crcAt);
  return bytes;
}

/** The bank that these bytes begin with, or `undefined` when they are torn or damaged. */
export function decodeBank(stored: Uint8Array): Bank | undefined {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  if (bytes.length < headerBytes) return undefined;
  if (bytes.readUInt32BE(0) !== magic || bytes.readUInt16LE(4) !== version) return undefined;
  const payload = bytes.subarray(headerBytes, headerBytes + bytes.readUInt32LE(12));
  if (bytes.readUInt32LE(crcAt) !== checksum(bytes, payload)) return undefined;
  return { sequence: bytes.readUInt32LE(8), payload: payload.toString('utf8') };
}

const checksum = (bytes: Buffer, payload: Buffer): number =>
  crc32(payload, crc32(bytes.subarray(0, crcAt)));

/** The sequence number after this one. */
export const nextSequence = (sequence: number): number => (sequence + 1) >>> 0;

/** True when `a` was committed after `b`; sequence numbers wrap. */
export const isNewer = (a: Bank, b: Bank): boolean => ((a.sequence - b.sequence) | 0) > 0;
