import { type Clock, type Millis, SteadyClock } from '#core';
import { noError, ResponseSplitter } from '#protocol';
import type { ByteCarrier } from './byte-carrier.ts';
import { Deadline } from './deadline.ts';
import type { Heard, Line } from './ladder.ts';
import type { Replied, ScpiMessage } from './scpi-message.ts';
import { Wakefulness } from './wakefulness.ts';

const lineEnd = Uint8Array.of(0x0a);

/** One open connection that carries SCPI: a question at a time. */
export class ScpiLine implements Line<ScpiMessage, Replied> {
  readonly #carrier: ByteCarrier;
  readonly #limit: Deadline;
  readonly #wakefulness: Wakefulness;
  readonly #splitter = new ResponseSplitter();
  #ended: string | undefined;
  #waiting: { readonly message: ScpiMessage; readonly settle: Settle } | undefined;
  /** False while half a line may lie at the other side. */
  #clean = false;

  constructor(
    carrier: ByteCarrier,
    clock: Clock = new SteadyClock(),
    wakefulness = new Wakefulness(),
  ) {
    this.#carrier = carrier;
    this.#wakefulness = wakefulness;
    this.#limit = new Deadline(clock);
    carrier.listen(
      (bytes) => this.#hear(bytes),
      (why) => {
        this.#ended ??= why?.message.split('\n')[0] ?? 'the other side has ended the connection';
        this.#waiting?.settle({ status: 'closed', why: this.#ended, sent: true });
      },
    );
  }

  ask(message: ScpiMessage, limitMs: Millis): Promise<Heard<Replied>> {
    if (this.#ended !== undefined) {
      return Promise.resolve({ status: 'closed', why: this.#ended, sent: false });
    }
    const { promise, resolve, reject } = Promise.withResolvers<Heard<Replied>>();
    const settle: Settle = (heard) => {
      if (this.#waiting?.settle !== settle) return;
      this.#limit.end();
      this.#wakefulness.end();
      this.#waiting = undefined;
      if (heard instanceof Error) reject(heard);
      else resolve(heard);
    };
    this.#waiting = { message, settle };
    const { bytes } = message;
    const isWhole = this.#clean || this.#carrier.framed === true;
    this.#clean = false;
    this.#wakefulness.begin();
    const sent = this.#carrier.send(isWhole ? bytes : Buffer.concat([lineEnd, bytes]));
    sent?.catch((error: unknown) => settle(closedBy(error)));
    this.#limit.begin(limitMs, () => settle({ status: 'silent' }));
    return promise;
  }

  async clear(): Promise<void> {
    this.#splitter.clear();
    await this.#carrier.clear();
  }

  /** A serial line or USB does not tell the other side that nobody is there any more: this does. */
  async close(): Promise<void> {
    // Bounded: a line that has not answered before is not asked again.
    if (this.#clean) await this.ask(goodbye, goodbyeMs);
    this.#ended ??= 'it was closed';
    this.#limit.close();
    await this.#carrier.close();
  }

  #hear(bytes: Uint8Array): void {
    for (const line of this.#splitter.push(bytes)) this.#take(line);
  }

  #take(line: Uint8Array): void {
    const waiting = this.#waiting;
    // Nobody has asked, or has an answer already.
    if (!waiting || line.length === 0) return;
    try {
      const read = waiting.message.read(line);
      if (read.kind === 'other') return;
      this.#clean = read.kind === 'answer';
      waiting.settle(
        read.kind === 'spoilt'
          ? { status: 'spoilt', why: read.why }
          : { status: 'answered', answer: read.replied },
      );
    } catch (error) {
      waiting.settle(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

const goodbyeMs: Millis = 500;
const goodbye: ScpiMessage = {
  bytes: new TextEncoder().encode(':SYSTem:LOCK:RELease;*OPC?\n'),
  read: () => ({ kind: 'answer', replied: { answers: [], error: noError, refused: false } }),
};

type Settle = (heard: Heard<Replied> | Error) => void;

const closedBy = (error: unknown): Heard<never> => ({
  status: 'closed',
  why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
  sent: true,
});
