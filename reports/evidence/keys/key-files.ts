import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from '#core';
import { allowedSignerOf, minisignOf, pemOf, sshOf } from './public-forms.ts';
import type { PublicKey } from './public-key.ts';
import { newPrivateKey } from './signing-key.ts';

/** What `keys new` has written. */
export interface KeyFiles {
  readonly privateKey: string;
  readonly publicFiles: readonly string[];
  readonly publicKey: PublicKey;
}

const goodName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * Makes a new signing key: `NAME.key.pem`, which only its owner may read, and its public forms beside
 * it. Errors: `FB_EVIDENCE_KEY`; no file is ever written over.
 */
export function makeKeyFiles(
  folder: string,
  name: string,
  passphrase: string | undefined,
): KeyFiles {
  if (!goodName.test(name)) {
    throw new BenchError('FB_EVIDENCE_KEY', `${JSON.stringify(name)} cannot be a key's name.`, {
      hint: 'Take letters, digits, points, hyphens and underscores, such as lab-2026.',
    });
  }
  const { pem, publicKey } = newPrivateKey(passphrase);
  const privateKey = join(folder, `${name}.key.pem`);
  const publicFiles = publicForms(publicKey, name).map(
    ({ ending, text }) => [join(folder, `${name}.${ending}`), text] as const,
  );
  const taken = [privateKey, ...publicFiles.map(([path]) => path)].find(existsSync);
  if (taken !== undefined) throw alreadyThere(taken);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(privateKey, pem, { flag: 'wx', mode: 0o600 });
    for (const [path, text] of publicFiles) writeFileSync(path, text, { flag: 'wx' });
  } catch (cause) {
    throw new BenchError('FB_EVIDENCE_KEY', `Cannot write the key ${privateKey}.`, {
      hint: 'Is the folder writable, and is there space on the disk?',
      cause,
    });
  }
  return { privateKey, publicFiles: publicFiles.map(([path]) => path), publicKey };
}

/** A public key in every form in which a program may want it. */
export const publicForms = (
  key: PublicKey,
  name: string,
): readonly { readonly ending: string; readonly for: string; readonly text: string }[] => [
  { ending: 'pub.pem', for: 'OpenSSL', text: pemOf(key) },
  { ending: 'minisign.pub', for: 'minisign', text: minisignOf(key) },
  { ending: 'ssh.pub', for: 'OpenSSH', text: sshOf(key, name) },
  { ending: 'allowed_signers', for: 'ssh-keygen -Y verify', text: allowedSignerOf(key, name) },
  { ending: 'fingerprint', for: 'people', text: `SHA256 ${key.fingerprint}\n` },
];

const alreadyThere = (path: string): BenchError =>
  new BenchError('FB_EVIDENCE_KEY', `${path} is there already.`, {
    hint: 'A key is never written over: packs that it signed would lose their signer. Take another name.',
  });
