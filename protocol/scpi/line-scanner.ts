import { byte, isDigit, isWhite } from './bytes.ts';

/** How long a line may be: its text, and all its definite-length blocks together, in bytes. */
export interface LineLimits {
  readonly text: number;
  readonly blocks: number;
}

const state = {
  unit: 0,
  header: 1,
  gap: 2,
  data: 3,
  string: 4,
  stringEnd: 5,
  hash: 6,
  digits: 7,
  block: 8,
  rest: 9,
} as const;

type State = (typeof state)[keyof typeof state];

const firstCapacity = 1024;

/**
 * Finds the ends of lines in a stream of bytes. LF ends a line, also inside a quoted text (none of
 * ours holds one), but not inside a definite-length block, which begins only where a datum can.
 * What is too long is passed over to its end, blocks by their length, and is not kept.
 */
export class LineScanner {
  readonly #limits: LineLimits;
  /** Where a unit begins: data in answers, a header in commands. */
  readonly #unit: State;
  #state: State;
  #quote = 0;
  #digitsLeft = 0;
  /** Of a block: what its header says, then what is still to come. */
  #length = 0;
  #text = 0;
  #blocks = 0;
  #tooLong = false;
  /** True when the last byte was a CR that may belong to the line end. */
  #cr = false;
  #kept: Uint8Array = new Uint8Array(firstCapacity);
  #keptLength = 0;

  constructor(begins: 'header' | 'data', limits: LineLimits) {
    this.#limits = limits;
    this.#unit = begins === 'header' ? state.unit : state.gap;
    this.#state = this.#unit;
  }

  /** True inside a line. */
  get inside(): boolean {
    return this.#text > 0;
  }

  /** True inside a line of which a definite-length block has begun. */
  get holdsBlock(): boolean {
    return this.#blocks > 0;
  }

  /** Bytes that the scanner holds on to, for the checks of its bound. */
  get capacity(): number {
    return this.#kept.length;
  }

  /** Takes bytes in; `line` gets each whole line without its end, `overrun` is told of a too long one. */
  push(bytes: Uint8Array, line: (bytes: Uint8Array) => void, overrun: () => void): void {
    let from = 0;
    let at = 0;
    while (at < bytes.length) {
      if (this.#state === state.block) {
        const taken = Math.min(this.#length, bytes.length - at);
        at += taken;
        this.#length -= taken;
        this.#cr = false;
        if (this.#length === 0) this.#state = state.data;
        continue;
      }
      const value = bytes[at++] ?? 0;
      if (value === byte.lf) {
        this.#keep(bytes.subarray(from, at - 1));
        const length = this.#keptLength - (this.#cr ? 1 : 0);
        const whole = this.#tooLong || length <= 0 ? undefined : this.#kept.slice(0, length);
        this.clear();
        from = at;
        if (whole) line(whole);
        continue;
      }
      this.#cr = value === byte.cr;
      this.#text++;
      this.#state = this.#next(value);
      const over = this.#text > this.#limits.text || this.#blocks > this.#limits.blocks;
      if (over && !this.#tooLong) {
        this.#tooLong = true;
        this.#forget();
        overrun();
      }
    }
    this.#keep(bytes.subarray(from));
  }

  /** Forgets the line that has begun. */
  clear(): void {
    this.#forget();
    this.#state = this.#unit;
    this.#text = 0;
    this.#blocks = 0;
    this.#tooLong = false;
    this.#cr = false;
  }

  #next(value: number): State {
    switch (this.#state) {
      case state.unit:
        return isWhite(value) || value === byte.semicolon ? state.unit : state.header;
      case state.header:
        if (value === byte.semicolon) return this.#unit;
        return isWhite(value) ? state.gap : state.header;
      case state.gap:
        return this.#begin(value);
      case state.string:
        return value === this.#quote ? state.stringEnd : state.string;
      case state.stringEnd:
        return value === this.#quote ? state.string : this.#plain(value);
      case state.hash:
        if (value === byte.zero) return state.rest;
        if (!isDigit(value)) return this.#plain(value);
        this.#digitsLeft = value - byte.zero;
        this.#length = 0;
        return state.digits;
      case state.digits:
        if (!isDigit(value)) return this.#plain(value);
        this.#length = this.#length * 10 + (value - byte.zero);
        this.#digitsLeft--;
        if (this.#digitsLeft > 0) return state.digits;
        this.#blocks += this.#length;
        return this.#length > 0 ? state.block : state.data;
      case state.rest:
        return state.rest;
      default:
        return this.#plain(value);
    }
  }

  /** The first byte of a datum. */
  #begin(value: number): State {
    if (isWhite(value)) return state.gap;
    if (value === byte.hash) return state.hash;
    if (value === byte.doubleQuote || value === byte.singleQuote) {
      this.#quote = value;
      return state.string;
    }
    return this.#plain(value);
  }

  /** A byte within or after a datum. */
  #plain(value: number): State {
    if (value === byte.semicolon) return this.#unit;
    return value === byte.comma ? state.gap : state.data;
  }

  #keep(bytes: Uint8Array): void {
    if (this.#tooLong || bytes.length === 0) return;
    const length = this.#keptLength + bytes.length;
    if (length > this.#kept.length) {
      const larger = new Uint8Array(Math.max(length, this.#kept.length * 2));
      larger.set(this.#kept.subarray(0, this.#keptLength));
      this.#kept = larger;
    }
    this.#kept.set(bytes, this.#keptLength);
    this.#keptLength = length;
  }

  #forget(): void {
    this.#keptLength = 0;
    if (this.#kept.length > 16 * firstCapacity) this.#kept = new Uint8Array(firstCapacity);
  }
}
