import { BenchError } from '#core';
import { type Bank, decodeBank, encodeBank, isNewer, nextSequence } from './bank.ts';
import type { BankName, Medium } from './medium.ts';
import { PowerCut } from './power-cut.ts';

/**
 * Memory that holds one text and survives a power cut at any byte: each commit goes to the bank that
 * holds the older text, so that one whole text is always left.
 */
export class NonVolatileMemory {
  readonly #medium: Medium;
  /** What `load` would give, and the bank it is in; `undefined` before the first commit. */
  #newest: (Bank & { readonly bank: BankName }) | undefined;
  #state: 'unread' | 'ready' | 'without power' = 'unread';
  #cutAfter = Number.POSITIVE_INFINITY;

  constructor(medium: Medium) {
    this.#medium = medium;
  }

  /**
   * The text that was committed last, or `undefined` if there was never one. Loading is what a meter
   * does when its power comes back: after a cut it makes the memory usable again.
   * Errors: FB_MEMORY_FILE when both banks were written and neither is valid.
   */
  load(): string | undefined {
    const stored = { a: this.#medium.read('a'), b: this.#medium.read('b') };
    const a = decodeBank(stored.a);
    const b = decodeBank(stored.b);
    // A new memory fills both banks at once: that only one was written and is not valid comes of a
    // cut within the very first commit.
    if (!a && !b && stored.a.length > 0 && stored.b.length > 0) throw this.#damaged();
    const useA = a !== undefined && (b === undefined || isNewer(a, b));
    if (useA) this.#newest = { ...a, bank: 'a' };
    else this.#newest = b && { ...b, bank: 'b' };
    this.#state = 'ready';
    return this.#newest?.payload;
  }

  /**
   * Keeps a text in place of the older one; the same text again is not written.
   * Errors: `PowerCut` when an armed cut falls into this commit, and after it until the next `load`.
   */
  commit(json: string): void {
    if (this.#state === 'unread') this.load();
    if (this.#state === 'without power') throw new PowerCut();
    const newest = this.#newest;
    if (newest?.payload === json) return;
    if (!newest) {
      this.#write('a', { sequence: 1, payload: json });
      this.#write('b', { sequence: 1, payload: json });
      return;
    }
    const sequence = nextSequence(newest.sequence);
    this.#write(newest.bank === 'a' ? 'b' : 'a', { sequence, payload: json });
  }

  /** Arms a power cut: it falls when `bytes` more bytes have been written. */
  cutAfter(bytes: number): void {
    this.#cutAfter = Math.max(0, Math.floor(bytes));
  }

  /** Lets go of the medium; again is no error. */
  close(): void {
    this.#medium.close();
  }

  #write(name: BankName, bank: Bank): void {
    const bytes = encodeBank(bank);
    if (this.#cutAfter < bytes.length) {
      const written = bytes.subarray(0, this.#cutAfter);
      this.#cutAfter = Number.POSITIVE_INFINITY;
      this.#state = 'without power';
      this.#medium.write(name, written);
      throw new PowerCut();
    }
    this.#cutAfter -= bytes.length;
    this.#medium.write(name, bytes);
    this.#newest = { ...bank, bank: name };
  }

  #damaged(): BenchError {
    const name = this.#medium.name;
    return new BenchError('FB_MEMORY_FILE', `the memory ${name} is damaged in both of its banks`, {
      hint: 'restore its files from a copy, or remove both for a meter as new',
      context: { memory: name },
    });
  }
}
