import { z } from 'zod';
import {
  type DiagnosticsAnswer,
  type FundsAnswer,
  type InspectionAnswer,
  type PeerAnswer,
  type PieceAnswer,
  packageKinds,
  type RateTable,
  type SessionAnswer,
  type SessionEnded,
  type WithdrawalAnswer,
} from '#core';
import type { CallFailure } from './call.ts';

// Each is made when an answer of its kind is read: to make them all takes a run's start longer than all
// other schemas together.
const version = z.literal(1);
const pence = z.int().nonnegative();
const account = z.lazy(() => z.strictObject({ number: z.string(), prepaid: pence, credit: pence }));

const label = z.lazy(() =>
  z.strictObject({
    kind: z.enum(packageKinds),
    id: z.string().min(1),
    size: z.int().nonnegative(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    pieces: z.int().positive(),
  }),
);

/** What the Data Centre answers, by the step that asks. What is not of this shape is not understood. */
export const answers = {
  session: z.lazy(() =>
    z.strictObject({
      version,
      nonce: z.string(),
      session: z.string().min(1),
      account,
      transfer: pence.nullable(),
      packages: z.array(label),
      diagnosticsWanted: z.boolean(),
    }),
  ) satisfies z.ZodType<SessionAnswer>,
  funds: z.lazy(() =>
    z.discriminatedUnion('status', [
      z.strictObject({
        version,
        status: z.literal('granted'),
        sequence: z.int().positive(),
        amount: pence,
        ascending: pence,
        controlTotal: pence,
        account,
      }),
      z.strictObject({
        version,
        status: z.literal('refused'),
        reason: z.enum([
          'not enough funds',
          'registers differ',
          'withdrawn',
          'nothing to transfer',
        ]),
        most: pence,
        account,
      }),
    ]),
  ) satisfies z.ZodType<FundsAnswer>,
  withdrawal: z.lazy(() =>
    z.discriminatedUnion('status', [
      z.strictObject({
        version,
        status: z.literal('taken'),
        sequence: z.int().positive(),
        amount: pence,
      }),
      z.strictObject({
        version,
        status: z.literal('refused'),
        reason: z.enum(['not replaced', 'registers differ', 'withdrawn']),
      }),
    ]),
  ) satisfies z.ZodType<WithdrawalAnswer>,
  inspection: z.lazy(() =>
    z.discriminatedUnion('status', [
      z.strictObject({ version, status: z.literal('passed') }),
      z.strictObject({
        version,
        status: z.literal('refused'),
        reason: z.literal('registers differ'),
      }),
    ]),
  ) satisfies z.ZodType<InspectionAnswer>,
  piece: z.lazy(() =>
    z.strictObject({
      version,
      kind: z.enum(packageKinds),
      id: z.string(),
      piece: z.int().nonnegative(),
      data: z.base64(),
    }),
  ) satisfies z.ZodType<PieceAnswer>,
  diagnostics: z.lazy(() =>
    z.strictObject({
      version,
      received: z.literal(true),
    }),
  ) satisfies z.ZodType<DiagnosticsAnswer>,
  end: z.lazy(() =>
    z.strictObject({ version, ended: z.literal(true) }),
  ) satisfies z.ZodType<SessionEnded>,
} as const;

/** The content of a package of rates. */
export const rateTable = z.lazy(() =>
  z.strictObject({
    version,
    id: z.string().min(1),
    effective: z.iso.date(),
    prices: z.record(z.string(), z.strictObject({ postage: z.array(pence).min(1), fee: pence })),
  }),
) satisfies z.ZodType<RateTable>;

/** An answer that was understood, or why there is none. */
export type Understood<Answer> =
  | { readonly status: 'understood'; readonly answer: Answer }
  | { readonly status: 'failed'; readonly reason: CallFailure };

/** Reads what came back from the network. */
export function understand<Answer>(
  answer: PeerAnswer,
  schema: z.ZodType<Answer>,
): Understood<Answer> {
  if (answer.status !== 'answered') return { status: 'failed', reason: answer.status };
  if (answer.code !== 200) return { status: 'failed', reason: 'server error' };
  const parsed = schema.safeParse(jsonOf(answer.body));
  return parsed.success
    ? { status: 'understood', answer: parsed.data }
    : { status: 'failed', reason: 'not understood' };
}

/** `undefined` for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
