import type { Clock } from '#core';
import { LinkNonsense, type Operation } from '#protocol';
import { type LinkRequest, readReply, readReplyAnswer, writeRequest } from '#protocol/json';
import { JsonLine, type JsonMessage } from './json-line.ts';
import type { LinkLimits } from './limits.ts';
import type { OnLink } from './link-event.ts';
import { type Dialect, LinkExchange } from './link-exchange.ts';
import { nonsense, type Replied } from './scpi-message.ts';
import type { OpenSocket } from './socket.ts';

export interface JsonExchangeOptions {
  readonly name: string;
  readonly openSocket: OpenSocket;
  readonly limits: LinkLimits;
  readonly onLink?: OnLink;
  readonly clock?: Clock;
}

/** Operations over a web socket, in JSON; opened by `open`. */
export function jsonExchange(options: JsonExchangeOptions): LinkExchange<JsonMessage> {
  const { name, openSocket, limits, onLink, clock } = options;
  let id = 0;
  const message = (operations: readonly Operation[], once?: number): JsonMessage => {
    id += 1;
    const request: LinkRequest = { id, ...(once === undefined ? {} : { once }), do: operations };
    return { text: writeRequest(request), read: (text) => readFor(request, text, name) };
  };
  const dialect: Dialect<JsonMessage> = {
    // The answer to the first operation tells an answer from a refusal of the whole request.
    guarded: (seq, operations) => message([first, ...operations], seq),
    plain: (operations) => message([first, ...operations]),
  };
  return new LinkExchange({
    name,
    dialect,
    openLine: async () => new JsonLine(await openSocket(), clock),
    limits,
    ...(onLink ? { onLink } : {}),
    ...(clock ? { clock } : {}),
  });
}

const first: Operation = { op: 'frameNumber' };

/** The reply to a request in a text; `undefined` for a frame that was pushed or another's reply. */
function readFor({ id, once, do: operations }: LinkRequest, text: string, name: string) {
  // The frames of every key come like this too: not worth reading to throw them away.
  if (text.startsWith('{"frame":')) return undefined;
  try {
    const read = readReply(text);
    if (read.kind !== 'reply' || (read.id !== id && read.id !== null)) return undefined;
    const { answers, error } = read;
    if (error) {
      const { code, text: said, at } = error;
      const refused = once !== undefined && at === 0;
      return { answers: [], error: { code, text: said }, refused } satisfies Replied;
    }
    const found = operations.map((operation, place) => readReplyAnswer(operation, answers[place]));
    return { answers: found.slice(1), error: noError, refused: false } satisfies Replied;
  } catch (error) {
    throw error instanceof LinkNonsense ? nonsense(name, operations, error.message) : error;
  }
}

const noError = { code: 0, text: '' };
