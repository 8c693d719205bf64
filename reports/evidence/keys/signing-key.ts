import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BenchError } from '#core';
import { type PublicKey, publicKeyOf, rawOf } from './public-key.ts';

/** A private key in use. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  sign(message: Uint8Array): Buffer;
}

/** A new key as PKCS#8 PEM, encrypted where there is a passphrase. */
export function newPrivateKey(passphrase: string | undefined): {
  readonly pem: string;
  readonly publicKey: PublicKey;
} {
  const { privateKey } = generateKeyPairSync('ed25519');
  const secured = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8', ...secured });
  return { pem: String(pem), publicKey: signingKey(privateKey, 'the new key').publicKey };
}

/**
 * Reads a private key for signing. Errors: `FB_EVIDENCE_KEY` for a file that is not there, that is no
 * private key or of another kind, and for a passphrase that is lacking or wrong.
 */
export function readSigningKey(path: string, passphrase: string | undefined): SigningKey {
  const pem = readText(path);
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    throw new BenchError('FB_EVIDENCE_KEY', `${path} holds no private key in PEM form.`, {
      hint: 'Name the file NAME.key.pem that "frankbench keys new" made.',
    });
  }
  const isEncrypted = pem.includes('ENCRYPTED');
  if (isEncrypted && passphrase === undefined) {
    throw new BenchError('FB_EVIDENCE_KEY', `The key ${path} is encrypted.`, {
      hint: 'Put its passphrase into an environment variable and name that: --passphrase-env VAR.',
    });
  }
  return signingKey(decoded(path, pem, isEncrypted ? passphrase : undefined), path);
}

/** Reads a file of keys. Errors: `FB_EVIDENCE_KEY`. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BenchError('FB_EVIDENCE_KEY', `Cannot read the key ${path}.`, {
      hint: 'Is the path right, and may you read the file?',
      cause,
    });
  }
}

function decoded(path: string, pem: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
  } catch {
    // The cause is left out: nothing that has seen the passphrase goes into an error.
    throw passphrase === undefined
      ? new BenchError('FB_EVIDENCE_KEY', `${path} is a private key that cannot be read.`, {
          hint: 'The file is damaged, or not in PKCS#8 form; take the copy that was put away.',
        })
      : new BenchError('FB_EVIDENCE_KEY', `The passphrase does not open the key ${path}.`, {
          hint: 'Is it the passphrase of this key? If it is, the file is damaged.',
        });
  }
}

function signingKey(key: KeyObject, path: string): SigningKey {
  const raw = rawOf(key);
  if (raw === undefined) {
    throw new BenchError(
      'FB_EVIDENCE_KEY',
      `${path} is a key of the kind ${key.asymmetricKeyType ?? 'unknown'}; evidence is signed with Ed25519.`,
      { hint: 'Make one with "frankbench keys new".' },
    );
  }
  return { publicKey: publicKeyOf(raw), sign: (message) => sign(null, message, key) };
}
