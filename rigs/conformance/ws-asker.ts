import { LinkNonsense, type Operation } from '#protocol';
import { type LinkReply, readReply, readReplyAnswer, writeRequest } from '#protocol/json';
import { openSocket } from '../drivers/socket.ts';
import { Mismatch } from './case.ts';
import type { Asker, Told } from './subject.ts';

/** Operations one by one over a web socket. Errors: FB_LINK_OPEN. */
export async function openWsAsker(url: string, token: string, limitMs: number): Promise<Asker> {
  const socket = await openSocket({ url, token, connectMs: limitMs });
  let next = 1;
  let broken: LinkNonsense | undefined;
  const waiting = new Map<number, (reply: LinkReply | undefined) => void>();
  const giveUp = (): void => {
    for (const resolve of waiting.values()) resolve(undefined);
  };
  socket.listen((text) => {
    try {
      const message = readReply(text);
      if (message.kind === 'reply' && message.id !== null) waiting.get(message.id)?.(message);
    } catch (error) {
      if (!(error instanceof LinkNonsense)) throw error;
      broken = error;
      giveUp();
    }
  }, giveUp);
  const send = (operation: Operation): number => {
    const id = next++;
    socket.send(writeRequest({ id, do: [operation] }));
    return id;
  };
  return {
    tell: async (operation) => {
      const { promise, resolve } = Promise.withResolvers<LinkReply | undefined>();
      const id = send(operation);
      waiting.set(id, resolve);
      const timer = setTimeout(() => resolve(undefined), limitMs);
      const reply = await promise;
      clearTimeout(timer);
      waiting.delete(id);
      if (reply) return told(operation, reply);
      throw new Mismatch(`a reply to ${operation.op}`, broken?.message ?? `none in ${limitMs} ms`);
    },
    send: async (operation) => void send(operation),
    close: () => socket.close(),
  };
}

function told(operation: Operation, { answers, error }: LinkReply): Told {
  if (error) return { answer: undefined, code: error.code, text: error.text };
  return { answer: readReplyAnswer(operation, answers[0]), code: 0, text: 'No error' };
}
