import { blockEnd, byte, copyOf, isDigit, isWhite, partOf } from './bytes.ts';

/** How long a line may be: its text, and all its definite-length blocks together, in bytes. */
export interface LineLimits {
  readonly text: number;
  readonly blocks: number;
}

/** What is told of what is found. */
interface Finds {
  /** Gets a whole line without its end. */
  line(bytes: Uint8Array): void;
  /** Is told of one that is too long. */
  overrun(): void;
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
  readonly #finds: Finds;
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

  constructor(begins: 'header' | 'data', limits: LineLimits, finds: Finds) {
    this.#limits = limits;
    this.#finds = finds;
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

  /** Takes bytes in. A line that came in one piece is a part of them: they must stay as they are. */
  push(bytes: Uint8Array): void {
    let from = 0;
    let at = 0;
    while (at < bytes.length) {
      if (at === from && this.#text === 0) {
        const end = this.#plainEnd(bytes, at);
        if (end >= 0) {
          const length = end - at - (this.#cr ? 1 : 0);
          this.#cr = false;
          if (length > 0) this.#finds.line(partOf(bytes, at, at + length));
          from = at = end + 1;
          continue;
        }
      }
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
        const whole =
          this.#tooLong || length <= 0 ? undefined : copyOf(this.#kept.subarray(0, length));
        this.clear();
        from = at;
        if (whole) this.#finds.line(whole);
        continue;
      }
      this.#cr = value === byte.cr;
      this.#text++;
      this.#state = this.#next(value);
      const over = this.#text > this.#limits.text || this.#blocks > this.#limits.blocks;
      if (over && !this.#tooLong) {
        this.#tooLong = true;
        this.#forget();
        this.#finds.overrun();
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

  /**
   * The place of the LF of a line that begins at `from`, where that can be told at a glance, as of
   * nearly every line; otherwise -1. It notes whether a CR belongs to the line end.
   */
  #plainEnd(bytes: Uint8Array, from: number): number {
    const most = Math.min(bytes.length, from + this.#limits.text + 1);
    let data = from;
    let quotes = false;
    for (let at = from; at < most; at++) {
      const value = bytes[at] ?? 0;
      // Beyond it are letters, digits and all signs that mean nothing here.
      if (value > byte.singleQuote) continue;
      if (value === byte.lf) {
        this.#cr = at > data && bytes[at - 1] === byte.cr;
        return at;
      }
      if (value === byte.doubleQuote || value === byte.singleQuote) quotes = true;
      if (value !== byte.hash || !isDigit(bytes[at + 1] ?? 0)) continue;
      const before = at === from ? byte.semicolon : bytes[at - 1];
      const begins = before === byte.semicolon || before === byte.comma;
      // In a command a block comes after a header, in a text in quotes there is none.
      if (this.#unit !== state.gap || quotes || !begins) return -1;
      data = blockEnd(bytes, at);
      if (data < 0 || data - from > this.#limits.blocks) return -1;
      at = data - 1;
    }
    return -1;
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
