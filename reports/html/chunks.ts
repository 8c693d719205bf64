import { deflateRawSync } from 'node:zlib';
import type { Spool } from './spool.ts';

/**
 * Values as JSON in chunks, each compressed by itself, so that the page unpacks only what is looked
 * at. A chunk is an element that no browser runs or shows; base64 cannot end it.
 */
export class Chunks {
  readonly #spool: Spool;
  readonly #kind: string;
  readonly #isFull: (values: number, characters: number) => boolean;
  #waiting: string[] = [];
  #characters = 0;

  constructor(
    spool: Spool,
    kind: 'screens' | 'scenarios',
    isFull: (values: number, characters: number) => boolean,
  ) {
    this.#spool = spool;
    this.#kind = kind;
    this.#isFull = isFull;
  }

  /** True when the next value begins a chunk. */
  get atStart(): boolean {
    return this.#waiting.length === 0;
  }

  add(value: unknown): void {
    const text = JSON.stringify(value);
    this.#waiting.push(text);
    this.#characters += text.length;
    if (this.#isFull(this.#waiting.length, this.#characters)) this.end();
  }

  /** Ends the chunk that is being filled. */
  end(): void {
    if (this.#waiting.length === 0) return;
    const packed = deflateRawSync(`[${this.#waiting.join(',')}]`).toString('base64');
    this.#spool.write(`<script type="text/plain" data-chunk="${this.#kind}">${packed}</script>\n`);
    this.#waiting = [];
    this.#characters = 0;
  }
}
