import { type Clock, type Millis, SteadyClock } from '#core';
import { Deadline } from './deadline.ts';
import type { Heard, Line } from './ladder.ts';
import type { Replied } from './scpi-message.ts';
import type { LinkSocket } from './socket.ts';
import { Wakefulness } from './wakefulness.ts';

/** A request, and how its reply is known among the texts that come. */
export interface JsonMessage {
  readonly text: string;
  /** `undefined` for what is no reply to it. Errors: FB_LINK_NONSENSE. */
  read(text: string): Replied | undefined;
}

/** One open web socket: a request at a time. */
export class JsonLine implements Line<JsonMessage, Replied> {
  readonly #socket: LinkSocket;
  readonly #limit: Deadline;
  readonly #wakefulness: Wakefulness;
  #ended: string | undefined;
  #waiting: ((event: string | { readonly closed: string }) => void) | undefined;

  constructor(
    socket: LinkSocket,
    clock: Clock = new SteadyClock(),
    wakefulness = new Wakefulness(),
  ) {
    this.#socket = socket;
    this.#wakefulness = wakefulness;
    this.#limit = new Deadline(clock);
    socket.listen(
      (text) => this.#waiting?.(text),
      (why) => {
        this.#ended ??= why;
        this.#waiting?.({ closed: this.#ended });
      },
    );
  }

  async ask(message: JsonMessage, limitMs: Millis): Promise<Heard<Replied>> {
    if (this.#ended !== undefined) return { status: 'closed', why: this.#ended, sent: false };
    const { promise, resolve, reject } = Promise.withResolvers<Heard<Replied>>();
    this.#limit.begin(limitMs, () => resolve({ status: 'silent' }));
    this.#waiting = (event) => {
      if (typeof event !== 'string')
        return resolve({ status: 'closed', why: event.closed, sent: true });
      try {
        const replied = message.read(event);
        if (replied) resolve({ status: 'answered', answer: replied });
      } catch (error) {
        reject(error);
      }
    };
    try {
      this.#wakefulness.begin();
      this.#socket.send(message.text);
      return await promise;
    } finally {
      this.#limit.end();
      this.#wakefulness.end();
      this.#waiting = undefined;
    }
  }

  /** A web socket has nothing half sent. */
  async clear(): Promise<void> {}

  close(): Promise<void> {
    this.#limit.close();
    return this.#socket.close();
  }
}
