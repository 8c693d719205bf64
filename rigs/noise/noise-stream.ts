import type { NoiseAction } from './actions.ts';
import { ByteNoise } from './byte-noise.ts';
import { joined } from './joined.ts';
import { MessageEdges } from './message-edges.ts';
import { Outbox } from './outbox.ts';
import type { Direction, NoisePlan } from './plan.ts';
import { strikeMessage } from './strike-message.ts';
import { chanceOfHow, type PlannedFault, type Strikes, strikesOf } from './strikes.ts';

/** How far one direction has come; it goes on from connection to connection. */
export interface Counted {
  /** Messages that have begun. */
  messages: number;
  /** Bytes. */
  offset: number;
}

export const nothingCounted = (): Counted => ({ messages: 0, offset: 0 });

/** A message that is held back until it is whole, since a fault strikes it. */
interface Held {
  readonly by: PlannedFault;
  readonly number: number;
  readonly parts: { readonly bytes: Uint8Array; readonly offset: number }[];
  length: number;
}

/** What is longer is not held back, and no fault strikes it. */
const longestHeld = 17 * 1024 * 1024;

/**
 * One direction of one connection with the faults of a plan, without I/O: bytes in, actions out. The
 * same bytes with the same plan give the same faults, however the carrier cuts them up.
 * A byte fault goes before a message fault that would strike the same message.
 */
export class NoiseStream {
  readonly #plan: NoisePlan;
  readonly #direction: Direction;
  readonly #strikes: Strikes;
  readonly #byteNoise: ByteNoise;
  readonly #edges = new MessageEdges();
  readonly #counted: Counted;
  #inMessage = false;
  #number = 0;
  #held: Held | undefined;
  #closed = false;

  constructor(plan: NoisePlan, direction: Direction, counted: Counted = nothingCounted()) {
    this.#plan = plan;
    this.#direction = direction;
    this.#strikes = strikesOf(plan, direction);
    this.#byteNoise = new ByteNoise(plan, direction, this.#strikes);
    this.#counted = counted;
  }

  /** Takes bytes in; after a `close` they go nowhere and are not counted. */
  push(bytes: Uint8Array): readonly NoiseAction[] {
    const out = new Outbox();
    let from = 0;
    for (const end of this.#closed ? [] : this.#edges.push(bytes)) {
      this.#part(bytes.subarray(from, end), true, out);
      from = end;
    }
    if (from < bytes.length) this.#part(bytes.subarray(from), false, out);
    return out.take();
  }

  /** No more bytes will come: what was held back passes as it is. */
  end(): readonly NoiseAction[] {
    const out = new Outbox();
    if (this.#held) this.#release(this.#held, out);
    this.#byteNoise.end(out);
    return out.take();
  }

  /** A part of one message, or its last one. */
  #part(bytes: Uint8Array, last: boolean, out: Outbox): void {
    if (this.#closed) return;
    if (!this.#inMessage) this.#begin();
    const { offset } = this.#counted;
    this.#counted.offset += bytes.length;
    this.#inMessage = !last;
    if (!this.#held) {
      this.#byteNoise.push(bytes, { offset, message: this.#number }, out);
    } else {
      // The carrier may use its buffer again.
      this.#held.parts.push({ bytes: bytes.slice(), offset });
      this.#held.length += bytes.length;
      if (last) this.#strike(this.#held, out);
      else if (this.#held.length > longestHeld) this.#release(this.#held, out);
    }
    this.#closed = out.closed;
  }

  #begin(): void {
    this.#number = ++this.#counted.messages;
    const by = this.#byteNoise.busy ? undefined : this.#strikes.message(this.#number);
    this.#held = by && { by, number: this.#number, parts: [], length: 0 };
  }

  #strike(held: Held, out: Outbox): void {
    const bytesStruck = held.parts.some(
      ({ bytes, offset }) => this.#strikes.byte(offset, offset + bytes.length) !== undefined,
    );
    if (bytesStruck) {
      this.#release(held, out);
      return;
    }
    this.#held = undefined;
    const { by, number, parts } = held;
    const message = joined(parts.map(({ bytes }) => bytes));
    const random = chanceOfHow(this.#plan.seed, by.index, this.#direction, number);
    const { actions, size, fault } = strikeMessage(
      by.fault,
      message,
      number,
      this.#direction,
      random,
    );
    out.note({ direction: this.#direction, message: number, size, fault });
    for (const action of actions) out.add(action);
  }

  #release({ parts, number }: Held, out: Outbox): void {
    this.#held = undefined;
    for (const { bytes, offset } of parts) {
      this.#byteNoise.push(bytes, { offset, message: number }, out);
    }
  }
}
