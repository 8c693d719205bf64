import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findSecrets } from './find-secrets.ts';

const secret = '8305';
const text = Buffer.from(
  `a report that is long enough, with the PIN ${secret} in the middle of it`,
);

/** A zip file's beginning: a local header with a name of five letters. */
const zipHeader = (): Buffer => {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(5, 26);
  return Buffer.concat([header, Buffer.from('a.txt')]);
};

test.each<[string, string | Buffer]>([
  ['as it is', text],
  ['in UTF-16', Buffer.from(text.toString(), 'utf16le')],
  ['in base64', `{"data":"${text.toString('base64')}"}`],
  ['in base64 for URLs', text.toString('base64url')],
  ['in hex', `{"data":"${text.toString('hex')}"}`],
  ['by itself in base64', `"body":"${Buffer.from(secret).toString('base64')}"`],
  ['by itself in hex', `data ${Buffer.from(secret).toString('hex')}.`],
  ['as a text of JSON', JSON.stringify({ pin: secret })],
  ['in gzip', gzipSync(text)],
  ['in zlib', deflateSync(text)],
  ['in deflate', deflateRawSync(Buffer.concat([text, text, text, text]))],
  ['in base64 of gzip', `<script>${gzipSync(text).toString('base64')}</script>`],
  ['in a zip file', Buffer.concat([zipHeader(), deflateRawSync(text)])],
  ['in a PDF stream', Buffer.concat([Buffer.from('%PDF-1.7\n<<>>\nstream\n'), deflateSync(text)])],
  ['in a text of a PNG', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n....tEXt', 'latin1'), text])],
  [
    'in a packed text of a PNG',
    Buffer.concat([Buffer.from('....zTXtComment\x00\x00', 'latin1'), deflateSync(text)]),
  ],
])('a secret is found %s', async (_how, content) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-secrets-'));
  await writeFile(join(folder.path, 'file'), content);
  const leaks = findSecrets(folder.path, [secret, 'another']);
  expect(leaks.length).toBeGreaterThan(0);
  expect(JSON.stringify(leaks)).not.toContain(secret);
});

test('numbers of things, instants and durations are no secrets', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-secrets-'));
  const told =
    '{"seq":8305,"ms":8305.25} ["f",1000,8305,2] 0a1b2c3d-8305-4444-8305-0123456789ab <8305>';
  await writeFile(join(folder.path, 'file'), told);
  expect(findSecrets(folder.path, [secret])).toEqual([]);
});

test('the same digits within a number, or another text, are no secret', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-secrets-'));
  await writeFile(
    join(folder.path, 'file'),
    `183056, 8305a, ${text.toString().replace(secret, '••••')}`,
  );
  expect(findSecrets(folder.path, [secret])).toEqual([]);
});
