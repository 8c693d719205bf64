import { z } from 'zod';
import { type Frame, isFrame } from '#core';
import { frameSchema } from '../answers.ts';
import { frameText } from '../frame-text.ts';
import { knownFrame } from '../known-values.ts';
import { type AnswerOf, LinkNonsense, type Operation, type OperationName } from '../operations.ts';
import { toBase64 } from './base64.ts';
import type { ReplyError } from './request.ts';
import { answerSchemas } from './schemas.ts';

/** What came of a request: an answer for each operation up to the first error. */
export interface LinkReply {
  /** That of the request; null for one that could not be read. */
  readonly id: number | null;
  /** As JSON; `readReplyAnswer` reads each for its operation. */
  readonly answers: readonly unknown[];
  readonly error: ReplyError | null;
}

/** What a controller sends by itself: what the display shows now, and the meter's time. */
export interface FramePush {
  readonly frame: Frame;
  /** Local time to the millisecond: `2026-01-05T09:00:00.050`. */
  readonly at: string;
}

export type ServerMessage =
  | ({ readonly kind: 'reply' } & LinkReply)
  | ({ readonly kind: 'push' } & FramePush);

const replySchema = z.strictObject({
  id: z.int().nonnegative().nullable(),
  answers: z.array(z.unknown()),
  error: z.strictObject({ code: z.int(), text: z.string(), at: z.int().nonnegative() }).nullable(),
});

const pushSchema = z.strictObject({ frame: frameSchema, at: z.string() });

/** A reply without its number, for those who put that before it. */
export const replyBody = (answers: readonly unknown[], error: ReplyError | null): string =>
  `"answers":[${answers.map(answerText).join()}],"error":${JSON.stringify(error)}}`;

function answerText(answer: unknown): string {
  if (answer instanceof Uint8Array) return JSON.stringify(toBase64(answer));
  return isFrame(answer) ? frameText(answer) : JSON.stringify(answer ?? null);
}

/** A reply with its number: `replyBody` after `{"id":7,`. */
export const numbered = (id: number | null, body: string): string => `{"id":${id},${body}`;

/** A reply as text; an answer that is nothing becomes null, bytes become base64. */
export const writeReply = ({ id, answers, error }: LinkReply): string =>
  numbered(id, replyBody(answers, error));

/** A pushed frame as text. */
export const writePush = ({ frame, at }: FramePush): string =>
  `{"frame":${frameText(frame)},"at":${JSON.stringify(at)}}`;

/** Reads what a controller sent, a reply or a pushed frame; LinkNonsense for what is neither. */
export function readReply(text: string): ServerMessage {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LinkNonsense(`no JSON came: ${text.slice(0, 120)}`);
  }
  if (typeof value === 'object' && value !== null && 'frame' in value) {
    return { kind: 'push', ...parsed(pushSchema, value, 'a frame') };
  }
  return { kind: 'reply', ...parsed(replySchema, value, 'a reply') };
}

/** The answer of an operation in a reply; LinkNonsense for what is none. */
export function readReplyAnswer<Name extends OperationName>(
  operation: Operation<Name>,
  answer: unknown,
): AnswerOf<Name> {
  // An operation's `op` is its name; TypeScript cannot follow it through the union.
  const known = operation.op === 'screen' ? (knownFrame(answer) as AnswerOf<Name>) : undefined;
  if (known !== undefined) return known;
  const schema = answerSchemas[operation.op as Name] as z.ZodType<AnswerOf<Name>>;
  return parsed(schema, answer, `an answer to ${operation.op}`);
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown, wanted: string): Value {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new LinkNonsense(`${wanted} was expected: ${issue?.path.join('.')}: ${issue?.message}`);
}
