import { z } from 'zod';
import type { Operation } from '../operations.ts';
import { lastSequence } from '../scpi/command-table.ts';
import { errorText } from '../scpi/error-words.ts';
import { toBase64 } from './base64.ts';
import { operationSchema } from './schemas.ts';

/** What a client asks over the web socket: operations in their order, once if they are numbered. */
export interface LinkRequest {
  /** Comes back with the reply. */
  readonly id: number;
  /** The number of what happens exactly once, as in `PANel:ONCE`. */
  readonly once?: number;
  readonly do: readonly Operation[];
}

/** Why operations were not carried out: number and text as in SCPI, and the place in the request. */
export interface ReplyError {
  readonly code: number;
  readonly text: string;
  readonly at: number;
}

/** A request, or why there is none: then nothing of it is carried out. */
export type ReadRequest =
  | { readonly kind: 'request'; readonly request: LinkRequest }
  | { readonly kind: 'refused'; readonly id: number | null; readonly error: ReplyError };

const envelope = z.strictObject({
  id: z.int().nonnegative(),
  once: z.int().min(1).max(lastSequence).exactOptional(),
  do: z.array(operationSchema).min(1).max(256),
});

/** Reads a request; unknown operations, names and values refuse it as a whole. */
export function readRequest(text: string): ReadRequest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(null, -102, 'it is no JSON', 0);
  }
  const read = envelope.safeParse(value);
  if (read.success) return { kind: 'request', request: read.data };
  const id = z.looseObject({ id: envelope.shape.id }).safeParse(value).data?.id ?? null;
  const [issue] = read.error.issues;
  const [list, index] = issue?.path ?? [];
  const named = list === 'do' && typeof index === 'number';
  const unknown = issue?.code === 'invalid_union' && issue.path.at(-1) === 'op';
  const detail = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  return refused(id, named ? (unknown ? -113 : -224) : -102, detail, named ? index : 0);
}

const refused = (id: number | null, code: number, detail: string, at: number): ReadRequest => ({
  kind: 'refused',
  id,
  error: { code, text: errorText(code, detail), at },
});

/** A request as text; bytes become base64. */
export const writeRequest = ({ do: operations, ...request }: LinkRequest): string =>
  JSON.stringify({ ...request, do: operations.map(asJson) });

/** An operation as JSON holds it: bytes, which one alone takes, are a base64 text. */
export const asJson = (operation: Operation): object =>
  operation.op === 'writeFile' ? { ...operation, bytes: toBase64(operation.bytes) } : operation;
