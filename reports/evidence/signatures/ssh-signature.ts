import { hash } from 'node:crypto';
import { fromSshBlob, sshBlob, sshNamespace } from '../keys/public-forms.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { fields, textField } from './ssh-wire.ts';

const magic = Buffer.from('SSHSIG');
const hashName = 'sha512';
const lineLength = 70;

/** A signature as `ssh-keygen -Y verify` takes it (OpenSSH, PROTOCOL.sshsig). */
export function sshSignature(message: Uint8Array, key: SigningKey): string {
  const version = Buffer.from([0, 0, 0, 1]);
  const signature = Buffer.concat([textField('ssh-ed25519'), textField(key.sign(signed(message)))]);
  const blob = Buffer.concat([
    ...[magic, version, textField(sshBlob(key.publicKey)), textField(sshNamespace)],
    ...[textField(''), textField(hashName), textField(signature)],
  ]).toString('base64');
  const lines = blob.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

/** Whose signature it is, and whether it fits; `undefined` for what is no such signature. */
export function readSshSignature(
  text: string,
  message: Uint8Array,
): { readonly key: PublicKey; readonly fits: boolean } | undefined {
  const body = /^-----BEGIN SSH SIGNATURE-----\n([\s\S]+?)-----END SSH SIGNATURE-----\s*$/.exec(
    text,
  )?.[1];
  const blob = Buffer.from(body ?? '', 'base64');
  if (!blob.subarray(0, magic.length).equals(magic)) return undefined;
  const [keyBlob, namespace, , hashed, signature] = fields(blob.subarray(magic.length + 4));
  const key = keyBlob && fromSshBlob(keyBlob);
  if (key === undefined || signature === undefined) return undefined;
  const fits =
    namespace?.toString() === sshNamespace &&
    hashed?.toString() === hashName &&
    key.verify(signed(message), fields(signature)[1] ?? Buffer.alloc(0));
  return { key, fits };
}

/** What OpenSSH signs in place of the message. */
const signed = (message: Uint8Array): Buffer =>
  Buffer.concat([
    ...[magic, textField(sshNamespace), textField(''), textField(hashName)],
    textField(hash('sha512', message, 'buffer')),
  ]);
