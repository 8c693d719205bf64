import { hash } from 'node:crypto';
import { minisignName } from '../keys/public-forms.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';

/** A signature over the BLAKE2b-512 of a file, as minisign makes and takes it. */
const kind = Buffer.from('ED');

/** A signature as `minisign -V` takes it; the trusted comment is signed as well. */
export function minisignSignature(
  message: Uint8Array,
  key: SigningKey,
  trustedComment: string,
): string {
  const { minisignId } = key.publicKey;
  const signature = key.sign(hash('blake2b512', message, 'buffer'));
  const whole = key.sign(Buffer.concat([signature, Buffer.from(trustedComment)]));
  return [
    `untrusted comment: signature of the key ${minisignName(minisignId)}`,
    Buffer.concat([kind, minisignId, signature]).toString('base64'),
    `trusted comment: ${trustedComment}`,
    whole.toString('base64'),
    '',
  ].join('\n');
}

/** Whether a key has made this signature of these bytes, with this trusted comment. */
export function fitsMinisign(text: string, message: Uint8Array, key: PublicKey): boolean {
  const [, body = '', comment = '', whole = ''] = text.split('\n');
  const trusted = /^trusted comment: (.*)$/.exec(comment)?.[1];
  const bytes = Buffer.from(body, 'base64');
  const signature = bytes.subarray(10);
  return (
    trusted !== undefined &&
    bytes.subarray(0, 2).equals(kind) &&
    bytes.subarray(2, 10).equals(key.minisignId) &&
    key.verify(hash('blake2b512', message, 'buffer'), signature) &&
    key.verify(Buffer.concat([signature, Buffer.from(trusted)]), Buffer.from(whole, 'base64'))
  );
}
