import type { Millis } from '#core';

/**
 * How much time passes at a meter, from the lines of a scenario in their order. What a feature itself
 * lets pass, or sets the clock by, is not counted: the meter did not take it.
 */
export class MeterTime {
  #at: Millis | undefined;

  /** How much the meter took up to this line. */
  take(
    line:
      | { readonly type: 'frame'; readonly at: Millis }
      | { readonly type: 'time'; readonly ms: Millis },
  ): Millis {
    const before = this.#at;
    if (line.type === 'frame') {
      this.#at = line.at;
      return before === undefined ? 0 : Math.max(0, line.at - before);
    }
    // The frame that it led to comes after.
    if (before !== undefined) this.#at = before + line.ms;
    return 0;
  }
}
