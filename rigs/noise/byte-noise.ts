import type { Outbox } from './outbox.ts';
import type { Direction, NoiseFault, NoisePlan } from './plan.ts';
import { chanceOfHow, type PlannedFault, type Strikes } from './strikes.ts';
import { turned } from './turned.ts';

/** The bytes that a fault still takes hold of. */
interface Span {
  readonly kind: 'drop' | 'duplicate' | 'corrupt';
  readonly mask: number;
  /** What is to come twice, so far. */
  readonly taken: Uint8Array[];
  left: number;
}

/** Where some bytes stand in the stream. */
export interface Whereabouts {
  /** Offset of the first one, from 0. */
  readonly offset: number;
  /** Number of the message they are in, from 1. */
  readonly message: number;
}

/** The faults that strike bytes by their offset. It holds nothing back. */
export class ByteNoise {
  readonly #plan: NoisePlan;
  readonly #direction: Direction;
  readonly #strikes: Strikes;
  #span: Span | undefined;

  constructor(plan: NoisePlan, direction: Direction, strikes: Strikes) {
    this.#plan = plan;
    this.#direction = direction;
    this.#strikes = strikes;
  }

  /** True while a fault has hold of the bytes to come. */
  get busy(): boolean {
    return this.#span !== undefined;
  }

  push(bytes: Uint8Array, { offset, message }: Whereabouts, out: Outbox): void {
    let at = 0;
    while (at < bytes.length && !out.closed) {
      if (this.#span) {
        at += this.#take(this.#span, bytes.subarray(at), out);
        continue;
      }
      const next = this.#strikes.byte(offset + at, offset + bytes.length);
      const until = next ? next.offset - offset : bytes.length;
      out.pass(bytes.subarray(at, until));
      at = until;
      if (next)
        at += this.#strike(next.by, bytes.subarray(at), { offset: next.offset, message }, out);
    }
  }

  /** What is to come twice and has come once in part, when no more bytes come. */
  end(out: Outbox): void {
    for (const part of this.#span?.taken ?? []) out.pass(part);
    this.#span = undefined;
  }

  /** Begins a fault; answers how many of the bytes it has used up. */
  #strike(
    { fault, index }: PlannedFault,
    rest: Uint8Array,
    where: Whereabouts,
    out: Outbox,
  ): number {
    const { kind } = fault;
    const note = (size: number, amount: object): void => {
      const here = { kind, direction: this.#direction, at: where.offset };
      // Each amount below is one that the schema has for this kind.
      const plain = { ...here, ...amount } as NoiseFault;
      out.note({ direction: this.#direction, message: where.message, size, fault: plain });
    };
    switch (fault.kind) {
      case 'drop':
      case 'duplicate':
      case 'corrupt': {
        const random = chanceOfHow(this.#plan.seed, index, this.#direction, where.offset);
        const chosen = fault.kind === 'corrupt' ? fault.mask : 0;
        const mask = chosen ?? 1 + random.below(255);
        const left = fault.bytes ?? 1;
        note(left, fault.kind === 'corrupt' ? { bytes: left, mask } : { bytes: left });
        this.#span = { kind: fault.kind, mask, taken: [], left };
        return 0;
      }
      case 'delay':
      case 'split':
        note(1, { ms: fault.ms });
        out.begin(rest.subarray(0, 1), fault.ms);
        return 1;
      case 'stall': {
        const amount = fault.ms === undefined ? {} : { ms: fault.ms };
        note(1, amount);
        out.add({ kind: 'stall', ...amount });
        out.pass(rest.subarray(0, 1));
        return 1;
      }
      case 'close':
        note(1, {});
        out.add({ kind: 'close' });
        return 1;
      case 'merge':
        return 0;
      default:
        return fault satisfies never;
    }
  }

  #take(span: Span, rest: Uint8Array, out: Outbox): number {
    const taken = rest.subarray(0, span.left);
    if (span.kind === 'duplicate') {
      span.taken.push(taken.slice());
      out.pass(taken);
    } else if (span.kind === 'corrupt') {
      out.pass(turned(taken, span.mask));
    }
    span.left -= taken.length;
    if (span.left === 0) this.end(out);
    return taken.length;
  }
}
