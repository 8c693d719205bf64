import { goOn, type Soon, Turns } from '#core/turns';
import { LinkRefusal } from './operations.ts';

/** What tells a message from others. */
export interface Digest {
  /** In which it was said, and was answered. */
  readonly dialect: 'scpi' | 'json';
  /** CRC-32 and length in bytes of what it asks for. */
  readonly sum: number;
  readonly length: number;
}

/** The answer to the last guarded message, for whoever asks for it again. */
export interface KeptAnswer {
  readonly seq: number;
  /** Another message with its number is not answered with it. */
  readonly digest: Digest;
  readonly answer: unknown;
}

/**
 * What a meter slot remembers so that everything happens exactly once, whichever connection it comes
 * over: the number of what was carried out last, and its answer. One for each slot.
 */
export class OnceStore {
  /** The last sequence number that was carried out; presses and taps count it up too. */
  last = 0;
  answer: KeptAnswer | undefined;
  readonly #turns = new Turns();

  /** Forgets everything: the next number is 1. */
  reset(): void {
    this.last = 0;
    this.answer = undefined;
  }

  /**
   * Carries a guarded message out if it is the next one, and keeps its answer; answers the last one
   * again. A repeat that comes while the first is still under way waits for it.
   * Refusal: -221 for any other number, and for another message under the last one's; it is thrown
   * where it is known at once.
   */
  once<Answer>(seq: number, digest: Digest, carryOut: () => Soon<Answer>): Soon<Answer> {
    return this.#turns.take(() => this.#take(seq, digest, carryOut));
  }

  #take<Answer>(seq: number, digest: Digest, carryOut: () => Soon<Answer>): Soon<Answer> {
    if (seq === this.last) {
      // The digest names the dialect that the answer was given in.
      const { answer } = this;
      if (answer?.seq === seq && isSame(answer.digest, digest)) return answer.answer as Answer;
      throw new LinkRefusal(-221, `number ${seq} was used for something else`);
    }
    if (seq !== this.last + 1) throw new LinkRefusal(-221, `the next number is ${this.last + 1}`);
    return goOn(carryOut(), (answer) => {
      this.last = seq;
      this.answer = { seq, digest, answer };
      return answer;
    });
  }
}

const isSame = (a: Digest, b: Digest): boolean =>
  a.dialect === b.dialect && a.sum === b.sum && a.length === b.length;
