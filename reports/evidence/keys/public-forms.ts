import { createPublicKey } from 'node:crypto';
import { fields, textField } from '../signatures/ssh-wire.ts';
import { type PublicKey, publicKeyOf, rawKeyBytes, rawOf } from './public-key.ts';

/** What our signatures are for, in OpenSSH's words: one for another purpose does not fit. */
export const sshNamespace = 'frankbench-evidence';

const sshKind = 'ssh-ed25519';
const minisignKind = 'Ed';

/** A public key as OpenSSL takes it. */
export const pemOf = ({ raw }: PublicKey): string =>
  String(
    createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
      format: 'jwk',
    }).export({ format: 'pem', type: 'spki' }),
  );

/** A public key as minisign takes it. */
export function minisignOf({ raw, minisignId }: PublicKey): string {
  const key = Buffer.concat([Buffer.from(minisignKind), minisignId, raw]).toString('base64');
  return `untrusted comment: minisign public key ${minisignName(minisignId)}\n${key}\n`;
}

/** A key's number as minisign writes it: the bytes are those of a little-endian number. */
export const minisignName = (id: Buffer): string =>
  id.readBigUInt64LE().toString(16).toUpperCase().padStart(16, '0');

/** A public key as OpenSSH takes it. */
export const sshOf = (key: PublicKey, name: string): string =>
  `${sshKind} ${sshBlob(key).toString('base64')} ${name}\n`;

/** The line of a file of allowed signers (ssh-keygen(1)) that lets a key sign evidence only. */
export const allowedSignerOf = (key: PublicKey, name: string): string =>
  `${name} namespaces="${sshNamespace}" ${sshKind} ${sshBlob(key).toString('base64')}\n`;

export const sshBlob = ({ raw }: PublicKey): Buffer =>
  Buffer.concat([textField(sshKind), textField(raw)]);

/** The key in an OpenSSH blob; `undefined` when it holds another kind of key. */
export function fromSshBlob(blob: Buffer): PublicKey | undefined {
  const [kind, raw] = fields(blob);
  return kind?.toString() === sshKind && raw?.length === rawKeyBytes ? publicKeyOf(raw) : undefined;
}

/** Every public Ed25519 key that stands in a text, in any of these forms. */
export function publicKeysIn(text: string): readonly PublicKey[] {
  return [...pemKeys(text), ...sshKeys(text), ...minisignKeys(text)];
}

function pemKeys(text: string): readonly PublicKey[] {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return known(rawOf(createPublicKey(block)));
    } catch {
      return [];
    }
  });
}

const sshKeys = (text: string): readonly PublicKey[] =>
  [...text.matchAll(/\bssh-ed25519 ([A-Za-z0-9+/]+=*)/g)].flatMap(([, blob = '']) => {
    const key = fromSshBlob(Buffer.from(blob, 'base64'));
    return key === undefined ? [] : [key];
  });

const minisignKeys = (text: string): readonly PublicKey[] =>
  [...text.matchAll(/^([A-Za-z0-9+/]{56})\r?$/gm)].flatMap(([, line = '']) => {
    const bytes = Buffer.from(line, 'base64');
    return bytes.toString('latin1', 0, 2) === minisignKind ? known(bytes.subarray(10)) : [];
  });

const known = (raw: Buffer | undefined): readonly PublicKey[] =>
  raw?.length === rawKeyBytes ? [publicKeyOf(raw)] : [];
