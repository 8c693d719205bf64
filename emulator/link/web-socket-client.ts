import process from 'node:process';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { type Clock, type Frame, isoTime, type TimerId } from '#core';
import { PanelSession, writePush } from '#protocol/json';
import type { Slot } from './slot.ts';
import type { WebSocketLimits } from './web-socket.ts';

/** What both ends call the messages on the socket. */
export const subprotocol = 'frankbench.panel.v1';

/** So many requests of a client may wait for their turn before no more are taken in. */
const mostWaiting = 16;

interface ClientOptions {
  readonly name: string;
  readonly limits: WebSocketLimits;
  /** What the web socket writes to. */
  readonly stream: Duplex;
  readonly clock: Clock;
}

/** A slot's own time to the millisecond: `2026-01-05T09:00:00.050`. */
const momentOf = (slot: Slot): string => {
  const now = slot.now();
  return `${isoTime(now)}.${String(((now % 1000) + 1000) % 1000).padStart(3, '0')}`;
};

/** One client at a web socket: its requests are answered, and every frame is sent to it. */
export class WebSocketClient {
  readonly #slot: Slot;
  readonly #socket: WebSocket;
  readonly #options: ClientOptions;
  readonly #session: PanelSession;
  readonly #watching: Disposable;
  #timer: TimerId | undefined;
  #isThere = true;
  #isHeld = false;
  #waiting = 0;
  #longest = 0;

  constructor(slot: Slot, socket: WebSocket, options: ClientOptions) {
    this.#slot = slot;
    this.#socket = socket;
    this.#options = options;
    const { controller, once, hold: lock } = slot;
    this.#session = new PanelSession({ controller, once, client: options.name, lock });
    this.#watching = slot.onFrame((frame) => this.#push(frame));
    socket.on('message', (data, isBinary) => this.#take(data, isBinary));
    socket.on('pong', () => {
      this.#isThere = true;
    });
    // What breaks a connection is seen by its close.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#close());
    this.#ping();
    this.#greet().catch((error) => slot.report(error));
  }

  /** A client sees from the start what there is to see. */
  async #greet(): Promise<void> {
    this.#push(await this.#slot.meter.frame());
  }

  #take(data: RawData, isBinary: boolean): void {
    if (isBinary) {
      this.#socket.close(1003, 'messages are text');
      return;
    }
    this.#waiting += 1;
    if (this.#waiting === mostWaiting) this.#socket.pause();
    // `ws` hands text over in one piece unless it is told otherwise.
    const text = (data as Buffer).toString('utf8');
    this.#session.message(text).then(
      (reply) => this.#answer(reply),
      (error) => this.#slot.report(error),
    );
  }

  #answer(reply: string): void {
    this.#send(reply);
    if (this.#waiting === mostWaiting) this.#socket.resume();
    this.#waiting -= 1;
  }

  #push(frame: Frame): void {
    this.#send(writePush({ frame, at: momentOf(this.#slot) }));
  }

  /** Sends to a client that reads; one that does not is cut off before it fills the memory. */
  #send(text: string): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    // One message may be as long as it likes, such as the image of a stick.
    if (socket.bufferedAmount === 0) this.#longest = text.length;
    if (socket.bufferedAmount > this.#longest + this.#options.limits.unreadBytes) {
      socket.terminate();
      return;
    }
    this.#hold();
    socket.send(text);
  }

  /** A frame and the answer that comes right after it go out together. */
  #hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    const { stream } = this.#options;
    stream.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      stream.uncork();
    });
  }

  /** Who does not answer the last ping is gone. */
  #ping(): void {
    const { clock, limits } = this.#options;
    if (!this.#isThere) {
      this.#socket.terminate();
      return;
    }
    this.#isThere = false;
    this.#socket.ping();
    this.#timer = clock.setTimeout(() => this.#ping(), limits.pingMs);
  }

  #close(): void {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer);
    this.#watching[Symbol.dispose]();
    this.#slot.leave(this.#options.name);
  }
}
