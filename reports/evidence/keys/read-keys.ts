import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { readRegister, type TrustedKey } from './register.ts';
import { readSigningKey, readText } from './signing-key.ts';

/**
 * The public keys of a file or folder, whatever it is: a private key has one, a register may have many.
 * Errors: `FB_EVIDENCE_KEY`.
 */
export function readKeys(path: string, passphrase: string | undefined): readonly TrustedKey[] {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile();
  if (!isFile || !readText(path).includes('PRIVATE KEY-----')) return readRegister(path);
  const { publicKey } = readSigningKey(path, passphrase);
  return [{ ...publicKey, name: basename(path).replace(/(?:\.key)?\.pem$/, '') }];
}
