import { type LineLimits, LineScanner } from './line-scanner.ts';

/** Bytes of an answer: a stick's image is the longest. */
const answerLimits: LineLimits = { text: 16 * 1024 * 1024, blocks: 1024 * 1024 * 1024 };

/**
 * Splits what a controller sends into response messages, without their line ends, however the
 * carrier cuts it up. A too long one is passed over.
 */
export class ResponseSplitter {
  readonly #scanner: LineScanner;

  constructor(limits: LineLimits = answerLimits) {
    this.#scanner = new LineScanner('data', limits);
  }

  push(bytes: Uint8Array): Uint8Array[] {
    const found: Uint8Array[] = [];
    this.#scanner.push(
      bytes,
      (line) => found.push(line),
      () => {},
    );
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
