import { closeSync, openSync, writeSync } from 'node:fs';
import { BenchError } from '#core';
import type { WireEvent } from '#rigs';

const flushAt = 32 * 1024;

/**
 * What went over the link of a rig, beside the run record: newline-delimited JSON, each line with the
 * number of the record's line after which it happened (`seq`), the milliseconds since the link was
 * opened, the direction and the message in words. The file is made with the first message: a run
 * without a link has none. Errors: `FB_RUN_RECORD`.
 */
export class WireLog implements Disposable {
  readonly #path: string;
  readonly #seq: () => number;
  #file: number | undefined;
  #waiting = '';

  constructor(path: string, seq: () => number) {
    this.#path = path;
    this.#seq = seq;
  }

  write({ ms, dir, text }: WireEvent): void {
    this.#waiting += `${JSON.stringify({ seq: this.#seq(), ms, dir, text })}\n`;
    if (this.#waiting.length >= flushAt) this.flush();
  }

  flush(): void {
    if (this.#waiting === '') return;
    const text = this.#waiting;
    this.#waiting = '';
    try {
      this.#file ??= openSync(this.#path, 'ax');
      writeSync(this.#file, text);
    } catch (cause) {
      throw new BenchError('FB_RUN_RECORD', `cannot write to the wire log ${this.#path}`, {
        hint: 'Is there space on the disk?',
        cause,
      });
    }
  }

  [Symbol.dispose](): void {
    try {
      this.flush();
    } finally {
      if (this.#file !== undefined) closeSync(this.#file);
      this.#file = undefined;
    }
  }
}
