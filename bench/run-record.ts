import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { BenchError } from '#core';

/** One line of a run record: what happened, and the data that belongs to it. */
export interface RecordEntry {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** Where a run writes down what happens. */
export interface Recorder {
  write(entry: RecordEntry): void;
  /** Makes sure that everything so far is on the disk. */
  flush(): void;
}

/** Forgets everything: for work that nobody judges. */
export const noRecord: Recorder = { write: () => undefined, flush: () => undefined };

const flushAt = 32 * 1024;

/**
 * The record of a run: newline-delimited JSON, only ever added to, a line for each thing that
 * happened, numbered from 1. It holds no time of the host, so the same run with the same seed is
 * the same record byte for byte. Errors: `FB_RUN_RECORD`.
 */
export class RunRecord implements Recorder, Disposable {
  readonly path: string;
  readonly #file: number;
  #sequence = 0;
  #waiting = '';

  constructor(path: string) {
    this.path = path;
    try {
      mkdirSync(dirname(path), { recursive: true });
      this.#file = openSync(path, 'ax');
    } catch (cause) {
      throw new BenchError('FB_RUN_RECORD', `cannot begin the run record ${path}`, {
        hint: 'Is the folder writable, and is there space on the disk?',
        cause,
      });
    }
  }

  write(entry: RecordEntry): void {
    this.#sequence += 1;
    this.#waiting += `{"seq":${this.#sequence},${JSON.stringify(entry).slice(1)}\n`;
    if (this.#waiting.length >= flushAt) this.flush();
  }

  flush(): void {
    if (this.#waiting === '') return;
    const text = this.#waiting;
    this.#waiting = '';
    try {
      writeSync(this.#file, text);
    } catch (cause) {
      throw new BenchError('FB_RUN_RECORD', `cannot write to the run record ${this.path}`, {
        hint: 'Is there space on the disk?',
        cause,
      });
    }
  }

  [Symbol.dispose](): void {
    try {
      this.flush();
    } finally {
      closeSync(this.#file);
    }
  }
}
