import { once } from 'node:events';
import { type RawData, WebSocket } from 'ws';
import { BenchError } from '#core';
import {
  type LinkReply,
  type Operation,
  readReply,
  readReplyAnswer,
  writeRequest,
} from '#protocol';
import { Mismatch } from './case.ts';
import type { Asker, Told } from './subject.ts';

/** Operations one by one over a web socket. Errors: FB_PORT when it lets nobody in. */
export async function openWsAsker(url: string, token: string, limitMs: number): Promise<Asker> {
  const socket = new WebSocket(url, ['frankbench.panel.v1'], {
    headers: { authorization: `Bearer ${token}` },
  });
  try {
    await once(socket, 'open', { signal: AbortSignal.timeout(limitMs) });
  } catch (cause) {
    socket.on('error', () => undefined);
    socket.terminate();
    throw new BenchError('FB_PORT', `nobody lets in at ${url}`, {
      hint: 'start the controller, or look at "link" and its token in the rig file',
      cause,
    });
  }
  socket.on('error', () => undefined);
  let next = 1;
  const waiting = new Map<number, (reply: LinkReply) => void>();
  socket.on('message', (data) => {
    const message = readReply(textOf(data));
    if (message.kind === 'reply' && message.id !== null) waiting.get(message.id)?.(message);
  });
  const send = (operation: Operation): number => {
    const id = next++;
    socket.send(writeRequest({ id, do: [operation] }));
    return id;
  };
  return {
    tell: async (operation) => {
      const id = send(operation);
      const { promise, resolve } = Promise.withResolvers<LinkReply | undefined>();
      waiting.set(id, resolve);
      const timer = setTimeout(() => resolve(undefined), limitMs);
      const reply = await promise;
      clearTimeout(timer);
      waiting.delete(id);
      if (!reply) throw new Mismatch(`a reply to ${operation.op}`, `none within ${limitMs} ms`);
      return told(operation, reply);
    },
    send: async (operation) => void send(operation),
    close: async () => {
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = once(socket, 'close');
      socket.close();
      const timer = setTimeout(() => socket.terminate(), limitMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

function told(operation: Operation, { answers, error }: LinkReply): Told {
  if (error) return { answer: undefined, code: error.code, text: error.text };
  return { answer: readReplyAnswer(operation, answers[0]), code: 0, text: 'No error' };
}

const textOf = (data: RawData): string =>
  Buffer.isBuffer(data)
    ? data.toString()
    : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]).toString();
