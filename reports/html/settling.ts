import type { Millis, RecordLine } from '#core';
import type { MeterTime } from './meter-time.ts';
import type { Settling } from './page-data.ts';
import type { ScreenNumbers } from './screen-numbers.ts';

/**
 * Measures how a step comes to rest: from its last key to the first display after it that takes keys
 * again. What the display does later by itself is not part of it.
 */
export class SettlingWatch {
  #key: Millis | undefined;
  #rest: Millis | undefined;
  #shown = false;

  /** `time` has followed the line already. */
  follow(line: RecordLine, time: MeterTime, screens: Pick<ScreenNumbers, 'isBusy'>): void {
    if (line.type === 'key') {
      this.#key = time.now;
      this.#rest = undefined;
      this.#shown = false;
    } else if (line.type === 'frame' && this.#key !== undefined) {
      this.#shown = true;
      if (screens.isBusy(line.screen) === false) this.#rest ??= time.now;
    }
  }

  /** Nothing for a step without keys, or whose last key changed nothing that can be seen. */
  get settling(): Settling | undefined {
    if (this.#key === undefined || !this.#shown) return undefined;
    return { ms: this.#rest === undefined ? null : this.#rest - this.#key };
  }
}
