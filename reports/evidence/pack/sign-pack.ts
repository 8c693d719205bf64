import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKey } from '../keys/signing-key.ts';
import { minisignSignature } from '../signatures/minisign-signature.ts';
import { sshSignature } from '../signatures/ssh-signature.ts';
import { byBytes, signatureNames, sumsName, unlisted } from './pack-files.ts';

/** Writes the list of all files of a pack with their digests, and signs it. */
export function signPack(folder: string, key: SigningKey, runId: string): void {
  const text = sumsText(digestsIn(folder));
  const bytes = Buffer.from(text);
  writeFileSync(join(folder, sumsName), bytes);
  writeFileSync(join(folder, signatureNames.openssl), key.sign(bytes));
  const comment = `frankbench evidence of run ${runId}`;
  writeFileSync(join(folder, signatureNames.minisign), minisignSignature(bytes, key, comment));
  writeFileSync(join(folder, signatureNames.openssh), sshSignature(bytes, key));
}

/** The digests of the files of a pack as it is being made, but for the list and its signatures. */
export function digestsIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => !unlisted.has(path))
    .sort(byBytes);
  return new Map(paths.map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]));
}

/** The list in the form of sha256sum. */
export const sumsText = (digests: ReadonlyMap<string, string>): string =>
  [...digests].map(([path, sha256]) => `${sha256}  ${path}\n`).join('');
