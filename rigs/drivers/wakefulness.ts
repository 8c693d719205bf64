/** For so many turns of the event loop an answer is looked out for: a tenth of a millisecond or two. */
const mostTurns = 100;
const mostPassed = 1024;

/**
 * Keeps the event loop from sleeping while an answer may come at once: to be woken takes longer than
 * an emulated meter does. Only where that pays: after each time in vain it sleeps over twice as many
 * questions, since a real meter takes longer, and one on the same processor waits for this one to sleep.
 */
export class Wakefulness {
  readonly #nextTurn: (look: () => void) => unknown;
  /** Turns in which an answer is still looked out for. */
  #turns = 0;
  #looking = false;
  /** Questions to sleep over now, and after the last time in vain. */
  #left = 0;
  #passed = 0;

  constructor(nextTurn: (look: () => void) => unknown = setImmediate) {
    this.#nextTurn = nextTurn;
  }

  /** A question was sent. */
  begin(): void {
    if (this.#left > 0) {
      this.#left -= 1;
      return;
    }
    this.#turns = mostTurns;
    if (this.#looking) return;
    this.#looking = true;
    this.#nextTurn(this.#look);
  }

  /** Its answer has come, or nobody waits for it any more. */
  end(): void {
    // In the first turns an answer was there before it was looked out for.
    if (this.#turns > 0 && this.#turns < mostTurns - 1) this.#passed = 0;
    this.#turns = 0;
  }

  readonly #look = (): void => {
    if (this.#turns > 1) {
      this.#turns -= 1;
      this.#nextTurn(this.#look);
      return;
    }
    this.#looking = false;
    if (this.#turns === 0) return;
    this.#turns = 0;
    this.#passed = Math.min(mostPassed, 2 * this.#passed + 1);
    this.#left = this.#passed;
  };
}
