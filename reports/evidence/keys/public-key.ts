import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export const rawKeyBytes = 32;

/** A public Ed25519 key in the forms in which other programs take it. */
export interface PublicKey {
  /** Its 32 bytes. */
  readonly raw: Buffer;
  /** SHA-256 of its SPKI DER form: what people compare. */
  readonly fingerprint: string;
  /** Eight bytes by which minisign tells keys apart: the first of the fingerprint. */
  readonly minisignId: Buffer;
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

/** The public key with these 32 bytes. */
export function publicKeyOf(raw: Buffer): PublicKey {
  const spki = Buffer.concat([spkiPrefix, raw]);
  const object = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const fingerprint = hash('sha256', spki);
  return {
    raw,
    fingerprint,
    minisignId: Buffer.from(fingerprint.slice(0, 16), 'hex'),
    verify: (message, signature) =>
      signature.length === 64 && verify(null, message, object, signature),
  };
}

/** The 32 bytes of an Ed25519 key, private or public; `undefined` for a key of another kind. */
export function rawOf(key: KeyObject): Buffer | undefined {
  if (key.asymmetricKeyType !== 'ed25519') return undefined;
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
}
