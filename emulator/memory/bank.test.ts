import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeBank, encodeBank } from './bank.ts';
import { RamMedium } from './medium.ts';

test('a bank comes back with what was put into it', () => {
  const bank = { sequence: 0xffff_ffff, payload: '{"name":"Müller"}' };
  expect(decodeBank(encodeBank(bank))).toEqual(bank);
});

test.each([
  ['of another version', 4],
  ['of another kind', 0],
])('a bank %s is not taken, though its sum is right', (_kind, at) => {
  const bytes = Buffer.from(encodeBank({ sequence: 1, payload: '{}' }));
  bytes[at] = 7;
  bytes.writeUInt32LE(crc32(bytes.subarray(20), crc32(bytes.subarray(0, 16))), 16);
  expect(decodeBank(bytes)).toBeUndefined();
});

test('a shorter text leaves the rest of a longer one behind it in the bank', () => {
  const medium = new RamMedium();
  medium.write('a', new Uint8Array([1, 2, 3, 4]));
  medium.write('a', new Uint8Array([5]));
  expect(medium.read('a')).toEqual(new Uint8Array([5, 2, 3, 4]));
});
