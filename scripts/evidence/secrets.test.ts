import { writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { leaksOf, pinLeaksOf } from './secrets.ts';

const secret = 'Neige2015';

test.each([
  ['plain', Buffer.from(`said ${secret}!`), 'plain'],
  ['in UTF-16', Buffer.from(`said ${secret}!`, 'utf16le'), 'UTF-16'],
  ['in hex', Buffer.from(Buffer.from(secret).toString('hex')), 'hex'],
  ['in base64', Buffer.from(Buffer.from(`x${secret}y`).toString('base64')), 'base64 (1)'],
  ['in a gzip file', gzipSync(`said ${secret}`), 'plain'],
  ['in a stream of a PDF', Buffer.concat([Buffer.from('%PDF '), deflateSync(secret)]), 'plain'],
])('a password is found %s', async (_where, bytes, form) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-secrets-'));
  writeFileSync(join(folder.path, 'file'), bytes);
  expect(leaksOf(folder.path, secret)).toContainEqual({ file: 'file', form });
  expect(leaksOf(folder.path, 'Soleil30')).toEqual([]);
});

test('a PIN is found where its digits stand alone, and not within a digest', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-secrets-'));
  writeFileSync(join(folder.path, 'a.json'), '{"sha256":"ab2468cd","n":12468}');
  expect(pinLeaksOf(folder.path, '2468')).toEqual([]);
  writeFileSync(join(folder.path, 'b.txt'), 'PIN "2468"');
  expect(pinLeaksOf(folder.path, '2468')).toEqual([{ file: 'b.txt', form: 'digits' }]);
});
