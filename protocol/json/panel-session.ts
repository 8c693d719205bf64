import { Turns } from '#core';
import type { Digest, OnceStore } from '../once-store.ts';
import { type Controller, LinkRefusal, type Operation, refusalOf } from '../operations.ts';
import type { PanelLock } from '../panel-lock.ts';
import { bytesOf } from '../scpi/bytes.ts';
import { crc32 } from '../scpi/crc32.ts';
import { errorText } from '../scpi/error-words.ts';
import { numbered, replyBody } from './reply.ts';
import { asJson, type LinkRequest, type ReplyError, readRequest } from './request.ts';

export interface PanelSessionOptions {
  readonly controller: Controller;
  /** The slot's. */
  readonly once: OnceStore;
  /** Names the client to the controller and to others. */
  readonly client: string;
  readonly lock: PanelLock;
}

/** How many requests may wait for their turn. */
const mostWaiting = 64;

/** One client at a controller over a web socket: its requests are worked off one after another. */
export class PanelSession {
  readonly #options: PanelSessionOptions;
  readonly #turns = new Turns();
  #waiting = 0;

  constructor(options: PanelSessionOptions) {
    this.#options = options;
  }

  /** Works a request off and resolves with the reply. It never rejects. */
  message(text: string): Promise<string> {
    if (this.#waiting >= mostWaiting) {
      const read = readRequest(text);
      const id = read.kind === 'request' ? read.request.id : read.id;
      return Promise.resolve(numbered(id, refusedBody(new LinkRefusal(-363), 0)));
    }
    this.#waiting++;
    return this.#turns.take(() => this.#take(text));
  }

  async #take(text: string): Promise<string> {
    try {
      return await this.#workOff(text);
    } finally {
      this.#waiting--;
    }
  }

  async #workOff(text: string): Promise<string> {
    const read = readRequest(text);
    if (read.kind === 'refused') return numbered(read.id, replyBody([], read.error));
    const { request } = read;
    const { once } = request;
    if (once === undefined) return numbered(request.id, await this.#carryOut(request.do, false));
    try {
      const { lock, client } = this.#options;
      const body = await this.#options.once.once(once, digestOf(request), () => {
        lock.take(client);
        return this.#carryOut(request.do, true);
      });
      return numbered(request.id, body);
    } catch (error) {
      return numbered(request.id, refusedBody(refusalOf(error), 0));
    }
  }

  /** Carries operations out up to the first that is refused. */
  async #carryOut(operations: readonly Operation[], counted: boolean): Promise<string> {
    const { controller, client } = this.#options;
    const answers: unknown[] = [];
    for (const [at, operation] of operations.entries()) {
      try {
        if (counted && operation.op === 'resetSequence') {
          throw new LinkRefusal(-221, 'resetSequence cannot be counted itself');
        }
        const answer = controller.carryOut(operation, client);
        answers.push(answer instanceof Promise ? await answer : answer);
      } catch (error) {
        return replyBody(answers, errorAt(refusalOf(error), at));
      }
    }
    return replyBody(answers, null);
  }
}

const errorAt = ({ code, detail }: LinkRefusal, at: number): ReplyError => ({
  code,
  text: errorText(code, detail),
  at,
});

const refusedBody = (refusal: LinkRefusal, at: number): string =>
  replyBody([], errorAt(refusal, at));

/** What tells a request from another with its number: the operations. */
function digestOf(request: LinkRequest): Digest {
  const bytes = bytesOf(JSON.stringify(request.do.map(asJson)));
  return { dialect: 'json', sum: crc32(bytes), length: bytes.length };
}
