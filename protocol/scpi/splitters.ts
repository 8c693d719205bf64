import { byte } from './bytes.ts';
import { type LineLimits, LineScanner } from './line-scanner.ts';

/** What a controller found in the bytes of a client: a whole program message, or a too long one. */
export type SplitMessage =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  | { readonly kind: 'overrun' };

/** Bytes of a program message without its blocks, and of all its blocks together. */
export const messageLimits = { text: 64 * 1024, blocks: 16 * 1024 * 1024 } as const;

/**
 * Splits what a client sends into program messages, without their line ends, however the carrier
 * cuts it up. Empty lines are none. It keeps no more than one message of the greatest length.
 */
export class MessageSplitter {
  readonly #scanner: LineScanner;
  #found: SplitMessage[] = [];

  constructor() {
    this.#scanner = new LineScanner('header', messageLimits, {
      line: (bytes) => this.#found.push({ kind: 'message', bytes }),
      overrun: () => this.#found.push({ kind: 'overrun' }),
    });
  }

  push(bytes: Uint8Array): SplitMessage[] {
    this.#scanner.push(bytes);
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /**
   * True while a message has begun and not ended. One that stays so in silence waits for a block that
   * never comes, or has taken its line end for a byte of one (its length was spoilt): `clear` it.
   */
  get pending(): boolean {
    return this.#scanner.inside;
  }

  /** True while a message has begun that holds a definite-length block. */
  get holdsBlock(): boolean {
    return this.#scanner.holdsBlock;
  }

  /** Bytes held on to. */
  get capacity(): number {
    return this.#scanner.capacity;
  }

  /** Forgets the message that has begun: a device clear. */
  clear(): void {
    this.#scanner.clear();
  }
}

/**
 * The lines in what a carrier with ends of its own (USBTMC's EOM) takes for one message: it may hold
 * a line end, or several.
 */
export function linesIn(bytes: Uint8Array): readonly SplitMessage[] {
  if (!bytes.includes(byte.lf)) return [{ kind: 'message', bytes }];
  const splitter = new MessageSplitter();
  const lines = [...splitter.push(bytes)];
  if (splitter.pending) lines.push(...splitter.push(Uint8Array.of(byte.lf)));
  // A block that says that it is longer than the message.
  return splitter.pending ? [...lines, { kind: 'message', bytes }] : lines;
}

/** Bytes of an answer: a stick's image is the longest. */
const answerLimits: LineLimits = { text: 16 * 1024 * 1024, blocks: 1024 * 1024 * 1024 };

/**
 * Splits what a controller sends into response messages, without their line ends, however the
 * carrier cuts it up. A too long one is passed over.
 */
export class ResponseSplitter {
  readonly #scanner: LineScanner;
  #found: Uint8Array[] = [];

  constructor(limits: LineLimits = answerLimits) {
    this.#scanner = new LineScanner('data', limits, {
      line: (line) => this.#found.push(line),
      overrun: () => undefined,
    });
  }

  push(bytes: Uint8Array): Uint8Array[] {
    this.#scanner.push(bytes);
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** True while an answer has begun and not ended. */
  get pending(): boolean {
    return this.#scanner.inside;
  }

  /** Bytes held on to. */
  get capacity(): number {
    return this.#scanner.capacity;
  }

  /** Forgets the answer that has begun. */
  clear(): void {
    this.#scanner.clear();
  }
}
