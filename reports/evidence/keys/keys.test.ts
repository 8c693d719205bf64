import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeKeyFiles } from './key-files.ts';
import { readKeys } from './read-keys.ts';
import { readRegister } from './register.ts';
import { readSigningKey } from './signing-key.ts';

const emptyFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-keys-'));

test('a private key is for its owner only, and every public form of it is the same key', async () => {
  await using folder = await emptyFolder();
  const made = makeKeyFiles(folder.path, 'lab.2026', undefined);
  expect(statSync(made.privateKey).mode & 0o777).toBe(0o600);
  const forms = made.publicFiles.filter((path) => !path.endsWith('.fingerprint'));
  expect(forms).toHaveLength(4);
  for (const path of forms) {
    expect(readRegister(path), path).toMatchObject([
      { name: 'lab.2026', fingerprint: made.publicKey.fingerprint },
    ]);
  }
  // Forms of one key are one key, and the private key beside them is passed over.
  expect(readRegister(folder.path)).toHaveLength(1);
  expect(readKeys(made.privateKey, undefined)[0]?.fingerprint).toBe(made.publicKey.fingerprint);
});

test('a key with a passphrase is opened by that alone, and no error has it', async () => {
  await using folder = await emptyFolder();
  const { privateKey, publicKey } = makeKeyFiles(folder.path, 'lab', 'open sesame');
  expect(readFileSync(privateKey, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  const key = readSigningKey(privateKey, 'open sesame');
  expect(publicKey.verify(Buffer.from('said'), key.sign(Buffer.from('said')))).toBe(true);
  expect(publicKey.verify(Buffer.from('other'), key.sign(Buffer.from('said')))).toBe(false);
  expect(() => readSigningKey(privateKey, undefined)).toThrow(/is encrypted\.[\s\S]*EVIDENCE_KEY/);
  const wrong = () => readSigningKey(privateKey, 'close sesame');
  expect(wrong).toThrow(/The passphrase does not open the key .*lab\.key\.pem/);
  expect(wrong).not.toThrow(/close sesame/);
});

test('no key is written over, not even by its public half', async () => {
  await using folder = await emptyFolder();
  writeFileSync(join(folder.path, 'lab.ssh.pub'), '');
  expect(() => makeKeyFiles(folder.path, 'lab', undefined)).toThrow(
    /lab\.ssh\.pub is there already\.[\s\S]*\(FB_EVIDENCE_KEY\)/,
  );
  expect(statSync(join(folder.path, 'lab.key.pem'), { throwIfNoEntry: false })).toBeUndefined();
});

test.each(['../lab', '', 'a b', '-lab'])('%j cannot be the name of a key', (name) => {
  expect(() => makeKeyFiles('/nowhere', name, undefined)).toThrow(/cannot be a key's name/);
});

test('what is no private Ed25519 key does not sign', async () => {
  await using folder = await emptyFolder();
  const path = join(folder.path, 'key.pem');
  expect(() => readSigningKey(path, undefined)).toThrow(/Cannot read the key/);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  expect(() => readSigningKey(path, undefined)).toThrow(/a key of the kind ec; .* Ed25519/);
  writeFileSync(path, publicKey.export({ format: 'pem', type: 'spki' }));
  expect(() => readSigningKey(path, undefined)).toThrow(/holds no private key/);
  expect(() => readRegister(path)).toThrow(/holds no public Ed25519 key/);
  writeFileSync(path, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
  expect(() => readSigningKey(path, undefined)).toThrow(/private key that cannot be read/);
});

test('a register that is not there, or is empty, is no register', async () => {
  await using folder = await emptyFolder();
  expect(() => readRegister(join(folder.path, 'none'))).toThrow(/Cannot read the register/);
  mkdirSync(join(folder.path, 'below'));
  expect(() => readRegister(folder.path)).toThrow(/holds no public Ed25519 key/);
});
