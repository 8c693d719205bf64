import type { TrustedKey } from '../keys/register.ts';
import {
  attestationsName,
  signatureNames,
  statementBytesName,
  statementSignatureName,
  sumsName,
} from '../pack/pack-files.ts';
import { readEnvelope } from '../signatures/dsse.ts';
import { fitsMinisign } from '../signatures/minisign-signature.ts';
import { readSshSignature } from '../signatures/ssh-signature.ts';
import type { Finding } from './finding.ts';
import type { PackTree } from './pack-tree.ts';

export interface CheckedSignatures {
  readonly findings: readonly Finding[];
  /** Whose signature the list of files bears; nobody's where one is wrong. */
  readonly signedBy: TrustedKey | undefined;
}

/** Checks every signature of a pack against the register; a key that comes with a pack counts for nothing. */
export function checkSignatures(
  tree: PackTree,
  register: readonly TrustedKey[],
): CheckedSignatures {
  const list = tree.files.has(sumsName) ? tree.read(sumsName) : Buffer.alloc(0);
  const stranger = strangerOf(tree, list, register);
  const findings: Finding[] = [];
  const signers = new Map<string, TrustedKey | undefined>();
  const check = (file: string, fits: (bytes: Buffer, key: TrustedKey) => boolean): void => {
    if (!tree.files.has(file)) {
      findings.push({ code: 'signature-missing', file });
      return;
    }
    const bytes = tree.read(file);
    const key = register.find((each) => fits(bytes, each));
    signers.set(file, key);
    if (key) return;
    findings.push(
      stranger === undefined
        ? { code: 'signature-wrong', file }
        : { code: 'key-unknown', file, seen: `the key SHA256 ${stranger}` },
    );
  };
  check(signatureNames.openssl, (signature, key) => key.verify(list, signature));
  check(signatureNames.minisign, (text, key) => fitsMinisign(text.toString(), list, key));
  check(signatureNames.openssh, (text, key) => {
    const read = readSshSignature(text.toString(), list);
    return read?.fits === true && read.key.fingerprint === key.fingerprint;
  });
  const statement = tree.files.has(statementBytesName) ? tree.read(statementBytesName) : list;
  check(statementSignatureName, (signature, key) => key.verify(statement, signature));
  check(attestationsName, (text, key) => readEnvelope(text.toString('utf8'))?.fits(key) === true);
  const found = new Set([...signers.values()].map((key) => key?.fingerprint));
  if (found.size > 1 && !found.has(undefined)) {
    findings.push({
      code: 'keys-differ',
      seen: [...found].map((key) => `SHA256 ${key}`).join(', '),
    });
  }
  return {
    findings,
    signedBy: findings.length === 0 ? signers.get(signatureNames.openssl) : undefined,
  };
}

/** The key that signed in truth, when it is one that the register does not know. */
function strangerOf(
  tree: PackTree,
  list: Buffer,
  register: readonly TrustedKey[],
): string | undefined {
  const file = signatureNames.openssh;
  if (!tree.files.has(file)) return undefined;
  const read = readSshSignature(tree.read(file).toString(), list);
  const isKnown = register.some(({ fingerprint }) => fingerprint === read?.key.fingerprint);
  return read?.fits && !isKnown ? read.key.fingerprint : undefined;
}
