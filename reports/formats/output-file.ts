import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { BenchError } from '#core';

const flushAt = 1 << 16;

/**
 * A text file that is written bit by bit and stands under its name only when it is whole: one that
 * is disposed of before `finish` leaves nothing. Errors: `FB_RUN_RECORD`.
 */
export class OutputFile implements Disposable {
  readonly path: string;
  readonly #file: number;
  #waiting = '';
  #position = 0;
  #finished = false;

  constructor(path: string) {
    this.path = path;
    this.#file = this.#trying(() => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(`${path}.new`, 'w');
    });
  }

  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= flushAt) this.#flush();
  }

  /** Leaves room for ASCII text that is known later, and says where it is; blanks fill what is left. */
  reserve(bytes: number): number {
    this.#flush();
    const place = this.#position;
    this.write(' '.repeat(bytes));
    return place;
  }

  fill(place: number, text: string): void {
    this.#flush();
    this.#trying(() => writeSync(this.#file, text, place));
  }

  finish(): string {
    this.#flush();
    this.#finished = true;
    return this.#trying(() => {
      closeSync(this.#file);
      renameSync(`${this.path}.new`, this.path);
      return this.path;
    });
  }

  [Symbol.dispose](): void {
    if (this.#finished) return;
    closeSync(this.#file);
    rmSync(`${this.path}.new`, { force: true });
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting);
    this.#waiting = '';
    let done = 0;
    while (done < bytes.length) {
      const from = done;
      done += this.#trying(() =>
        writeSync(this.#file, bytes, from, bytes.length - from, this.#position + from),
      );
    }
    this.#position += bytes.length;
  }

  #trying<T>(act: () => T): T {
    try {
      return act();
    } catch (cause) {
      throw new BenchError('FB_RUN_RECORD', `Cannot write ${this.path}.`, {
        hint: 'Is the folder writable, and is there space on the disk?',
        cause,
      });
    }
  }
}
