import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BenchError } from '#core';
import { publicKeysIn } from './public-forms.ts';
import type { PublicKey } from './public-key.ts';
import { readText } from './signing-key.ts';

/** A key that the laboratory's register knows. */
export interface TrustedKey extends PublicKey {
  /** The file of the register that it stands in, without folder and endings. */
  readonly name: string;
}

const mostBytes = 1 << 20;

/**
 * Reads a register of keys: a file with public keys in any form that `keys new` writes, or a folder of
 * such files; private keys in it are passed over. Errors: `FB_EVIDENCE_KEY`, also when it has no key.
 */
export function readRegister(path: string): readonly TrustedKey[] {
  const keys = new Map<string, TrustedKey>();
  for (const file of filesOf(path)) {
    for (const key of publicKeysIn(readText(file))) {
      if (keys.has(key.fingerprint)) continue;
      keys.set(key.fingerprint, { ...key, name: nameOf(file) });
    }
  }
  if (keys.size === 0) {
    throw new BenchError('FB_EVIDENCE_KEY', `The register ${path} holds no public Ed25519 key.`, {
      hint: 'Put the *.pub.pem or *.ssh.pub of every key there that you trust; never one that came with a pack.',
    });
  }
  return [...keys.values()];
}

function filesOf(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(path, name))
      .filter((file) => statSync(file).size <= mostBytes)
      .sort();
  } catch (cause) {
    throw new BenchError('FB_EVIDENCE_KEY', `Cannot read the register of keys ${path}.`, {
      hint: 'Name a file with public keys, or a folder of such files.',
      cause,
    });
  }
}

const nameOf = (path: string): string =>
  basename(path).replace(/\.(?:pub\.pem|minisign\.pub|ssh\.pub|pem|pub|allowed_signers)$/, '');
