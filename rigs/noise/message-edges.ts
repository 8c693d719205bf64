import { joined } from './joined.ts';

const lf = 0x0a;
const space = 0x20;
const doubleQuote = 0x22;
const hash = 0x23;
const singleQuote = 0x27;
const comma = 0x2c;
const zero = 0x30;
const semicolon = 0x3b;

type Place = 'gap' | 'datum' | 'string' | 'hash' | 'digits' | 'block';

/**
 * Finds where messages end in a stream of either direction, whatever it carries: at a LF outside of
 * definite-length blocks (`#15hello`), which begin only where a datum can. Nothing is too long.
 */
export class MessageEdges {
  #place: Place = 'gap';
  #quote = 0;
  #digits = 0;
  #length = 0;

  /** The places just behind the ends of messages in these bytes, rising. */
  push(bytes: Uint8Array): readonly number[] {
    const ends: number[] = [];
    let at = 0;
    while (at < bytes.length) {
      if (this.#place === 'block') {
        const taken = Math.min(this.#length, bytes.length - at);
        at += taken;
        this.#length -= taken;
        if (this.#length === 0) this.#place = 'datum';
        continue;
      }
      const value = bytes[at++] ?? 0;
      if (value === lf) {
        this.#place = 'gap';
        ends.push(at);
      } else {
        this.#place = this.#next(value);
      }
    }
    return ends;
  }

  #next(value: number): Place {
    switch (this.#place) {
      case 'string':
        return value === this.#quote ? 'datum' : 'string';
      case 'hash':
        this.#digits = value - zero;
        this.#length = 0;
        return this.#digits >= 1 && this.#digits <= 9 ? 'digits' : plain(value);
      case 'digits':
        if (value < zero || value > zero + 9) return plain(value);
        this.#length = this.#length * 10 + (value - zero);
        this.#digits--;
        if (this.#digits > 0) return 'digits';
        return this.#length > 0 ? 'block' : 'datum';
      case 'gap':
        if (value === hash) return 'hash';
        if (value !== doubleQuote && value !== singleQuote) return plain(value);
        this.#quote = value;
        return 'string';
      default:
        return plain(value);
    }
  }
}

const plain = (value: number): Place =>
  value <= space || value === comma || value === semicolon ? 'gap' : 'datum';

/** Puts pieces together again: passes each message on when it is whole. */
export function wholeMessages(pass: (message: Uint8Array) => void): (bytes: Uint8Array) => void {
  const edges = new MessageEdges();
  let parts: Uint8Array[] = [];
  return (bytes) => {
    let from = 0;
    for (const end of edges.push(bytes)) {
      const whole = joined([...parts, bytes.subarray(from, end)]);
      parts = [];
      from = end;
      pass(whole);
    }
    if (from < bytes.length) parts.push(bytes.slice(from));
  };
}
