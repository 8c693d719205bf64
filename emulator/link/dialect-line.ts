import type { Millis } from '#core';
import { goOn, type Soon } from '#core/turns';
import { seconds } from '#core/units';
import { DialectSession, MessageSplitter } from '#protocol';
import { usualSilence } from './hold.ts';
import type { Dialect, Splitting } from './link-fault.ts';
import { Silence } from './silence.ts';
import type { Slot } from './slot.ts';

/** One client's 488.2 session at a slot, with the slot's seeded fault, if it has one. */
export function openDialect(slot: Slot, client: string): Dialect {
  const { controller, once, hold, linkFault } = slot;
  const session = new DialectSession({ controller, once, client, lock: hold });
  return linkFault?.session?.(session, slot) ?? session;
}

/** The splitter of a carrier without message ends, with the slot's seeded fault. */
export function openSplitter({ linkFault }: Slot): Splitting {
  const splitter = new MessageSplitter();
  return linkFault?.splitter?.(splitter) ?? splitter;
}

/** The way back to a client on a byte stream. */
export interface LineEnd {
  /** Sends bytes; done when the client has taken enough of them for more to be sent. */
  send(bytes: Uint8Array): Soon<void>;
  /** Stops and begins again to take bytes of the client in: it must wait while it has enough asked. */
  pause(): void;
  resume(): void;
}

/** How long a client may be silent in the middle of a message before what has begun is dropped. */
export interface Patience {
  /** In one with a block: a program sends it, all bytes at once, or its length was spoilt. */
  readonly blockMs: Millis;
  /** In one without, where a person may be typing: as long as a silent client keeps the panel. */
  readonly textMs: Millis;
}

/** Shorter than a driver waits for an answer: what it sends again is heard. */
export const usualPatience: Patience = { blockMs: seconds(2), textMs: usualSilence };

/** So many messages in a row may be worked off before others have their turn. */
const inARow = 16;

/** So many messages of a client may wait for their turn before no more are taken in. */
const mostWaiting = 64;

/**
 * A client of the dialect on a stream of bytes: TCP, a serial line. Its messages are worked off one
 * after another, and the next one only when the answer to the last was taken.
 */
export class DialectLine {
  readonly #session: Dialect;
  readonly #splitter: Splitting;
  readonly #slot: Slot;
  readonly #client: string;
  readonly #end: LineEnd;
  readonly #patience: Patience;
  readonly #silence: Silence;
  readonly #waiting: (Uint8Array | undefined)[] = [];
  #working = false;
  #work: Promise<void> | undefined;
  #paused = false;
  #closed = false;

  constructor(slot: Slot, client: string, end: LineEnd, patience: Patience = usualPatience) {
    this.#slot = slot;
    this.#client = client;
    this.#end = end;
    this.#patience = patience;
    this.#silence = new Silence(slot.host, () => this.#giveUp());
    this.#session = openDialect(slot, client);
    this.#splitter = openSplitter(slot);
  }

  /** Takes bytes of the client in. */
  push(bytes: Uint8Array): void {
    if (this.#closed) return;
    for (const found of this.#splitter.push(bytes)) {
      this.#waiting.push(found.kind === 'message' ? found.bytes : undefined);
    }
    if (this.#waiting.length > mostWaiting && !this.#paused) {
      this.#paused = true;
      this.#end.pause();
    }
    this.#listen();
    if (!this.#working) this.#workAll();
  }

  /** Resolves when everything is answered that was asked; waits are cut short. The client sends no more. */
  async finished(): Promise<void> {
    do {
      this.#slot.news.endWaits(this.#client);
      await this.#work;
    } while (this.#working);
  }

  /** The client has gone; what it has asked for and is not begun is dropped. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#silence.end();
    this.#waiting.length = 0;
    this.#session.clear();
    this.#slot.leave(this.#client);
    // What is under way may still take the panel.
    this.#work = this.#work?.then(() => this.#slot.leave(this.#client));
  }

  /** Waits for the rest of a message that has begun. */
  #listen(): void {
    const { blockMs, textMs } = this.#patience;
    if (this.#splitter.pending) this.#silence.begin(this.#splitter.holdsBlock ? blockMs : textMs);
    else this.#silence.end();
  }

  /** Drops what has begun, so that it does not swallow what the client says next. */
  #giveUp(): void {
    if (this.#paused) {
      // It is held up here, and not silent.
      this.#listen();
      return;
    }
    this.#splitter.clear();
    this.#session.note(-365, 'the message was not ended');
  }

  /** Works off all that waits: at once, up to what must be waited for. */
  #workAll(): void {
    this.#working = true;
    try {
      const later = this.#workOff(0);
      if (later instanceof Promise) this.#work = this.#over(later);
      else this.#working = false;
    } catch (error) {
      this.#work = this.#over(Promise.reject(error));
    }
  }

  async #over(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#slot.report(error);
    } finally {
      this.#working = false;
      // What was said since the last message was worked off.
      if (this.#hasMore()) this.#workAll();
    }
  }

  /** Goes on with what waits, after so many messages in a row. */
  #workOff(before: number): Soon<void> {
    for (let done = before + 1; this.#hasMore(); done += 1) {
      const message = this.#waiting.shift();
      const answered = message ? this.#answer(message) : this.#session.overrun();
      const pause = goOn(answered, () => (done % inARow === 0 ? this.#slot.breath() : undefined));
      if (pause instanceof Promise) return pause.then(() => this.#workOff(done));
    }
  }

  /** Whether messages wait. When none does a client that was held up goes on, maybe at once. */
  #hasMore(): boolean {
    if (this.#paused && this.#waiting.length === 0) this.#goOn();
    return this.#waiting.length > 0;
  }

  #answer(message: Uint8Array): Soon<void> {
    return goOn(this.#session.message(message), (response) => {
      if (response.length > 0 && !this.#closed) return this.#end.send(response);
    });
  }

  #goOn(): void {
    this.#paused = false;
    if (!this.#closed) this.#end.resume();
  }
}
