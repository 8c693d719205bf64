import { z } from 'zod';
import type { PublicKey } from '../keys/public-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';

export const intotoPayload = 'application/vnd.in-toto+json';

const base64 = z.base64();

const envelopeSchema = z.strictObject({
  payload: base64,
  payloadType: z.literal(intotoPayload),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: base64 })).min(1),
});

/** A signed statement: the envelope, the bytes that were signed in truth, and the signature of them. */
export interface SignedStatement {
  /** A line of a file of attestations. */
  readonly envelope: string;
  readonly signedBytes: Buffer;
  readonly signature: Buffer;
}

/** Signs a statement in a DSSE envelope (secure-systems-lab/dsse, protocol 1). */
export function signStatement(statement: string, key: SigningKey): SignedStatement {
  const payload = Buffer.from(statement);
  const signedBytes = preAuthentication(payload);
  const signature = key.sign(signedBytes);
  const envelope: z.infer<typeof envelopeSchema> = {
    payload: payload.toString('base64'),
    payloadType: intotoPayload,
    signatures: [{ keyid: key.publicKey.fingerprint, sig: signature.toString('base64') }],
  };
  return { envelope: `${JSON.stringify(envelope)}\n`, signedBytes, signature };
}

/** What DSSE signs in place of the payload: its type and its length stand before it. */
const preAuthentication = (payload: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`DSSEv1 ${intotoPayload.length} ${intotoPayload} ${payload.length} `),
    payload,
  ]);

/** An envelope as it was read, not yet verified. */
export interface ReadEnvelope {
  readonly statement: string;
  readonly signedBytes: Buffer;
  /** Whether one of its signatures is of this key. */
  fits(key: PublicKey): boolean;
}

/** Reads an envelope; `undefined` for what is none. */
export function readEnvelope(text: string): ReadEnvelope | undefined {
  const envelope = parsed(text);
  if (envelope === undefined) return undefined;
  const payload = Buffer.from(envelope.payload, 'base64');
  const signedBytes = preAuthentication(payload);
  return {
    statement: payload.toString('utf8'),
    signedBytes,
    fits: (key) =>
      envelope.signatures.some(({ sig }) => key.verify(signedBytes, Buffer.from(sig, 'base64'))),
  };
}

function parsed(text: string): z.infer<typeof envelopeSchema> | undefined {
  try {
    return envelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
