import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  BenchError,
  type Clock,
  type Frame,
  type Millis,
  noLineBefore,
  type RecordEntry,
  type RunEntry,
  type Sha256,
} from '#core';
import { screenDigest } from './screen-digest.ts';

/** Where a run writes down what happens. */
export interface Recorder {
  write(entry: RecordEntry): void;
  /**
   * The display changes; its screen is written down where it is seen for the first time. `state` is
   * where the chart stands, when that has changed too.
   */
  frame(at: Millis, frame: Frame, state?: number): void;
  /** Makes sure that everything so far is on the disk. */
  flush(): void;
}

/** Forgets everything: for work that nobody judges. */
export const noRecord: Recorder = {
  write: () => undefined,
  frame: () => undefined,
  flush: () => undefined,
};

/** What a record ends with: how many lines it has, and the SHA-256 of the last of them. */
export interface RecordHead {
  readonly lines: number;
  readonly head: Sha256;
}

/** So much is written at once. */
const waitingBytes = 32 * 1024;
/** No character takes more bytes. */
const bytesOfCharacter = 3;

/**
 * The record of a run: newline-delimited JSON, only ever added to, a line for each thing that
 * happened, numbered from 1 and chained: each line bears the SHA-256 of the one before. Without a
 * clock it holds no time of the host, so the same run with the same seed is the same record byte for
 * byte. Errors: `FB_RUN_RECORD`.
 */
export class RunRecord implements Recorder, Disposable {
  readonly path: string;
  readonly #file: number;
  #clock: Pick<Clock, 'now'> | undefined;
  /** What happened before it was known who is tested. */
  #early: string[] | undefined = [];
  readonly #screens = new Set<Sha256>();
  #lines = 0;
  #head: Sha256 = noLineBefore;
  readonly #waiting = Buffer.allocUnsafe(waitingBytes);
  #length = 0;

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

  get head(): RecordHead {
    return { lines: this.#lines, head: this.#head };
  }

  /**
   * Writes the first line, then what happened before. With a clock every line is stamped with the
   * host's time: for runs on machines, which happen once.
   */
  begin(run: RunEntry, clock?: Pick<Clock, 'now'>): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    this.#clock = clock;
    this.write(run);
    for (const entry of early) this.#add(entry);
  }

  write(entry: RecordEntry): void {
    this.#add(JSON.stringify(entry).slice(1));
  }

  /** An entry as JSON, but for its opening brace. */
  #add(entry: string): void {
    if (this.#early) {
      this.#early.push(entry);
      return;
    }
    this.#lines += 1;
    const time = this.#clock ? `"t":${this.#clock.now()},` : '';
    const line = `{"seq":${this.#lines},${time}"prev":"${this.#head}",${entry}`;
    this.#head = hash('sha256', line);
    this.#keep(`${line}\n`);
  }

  frame(at: Millis, frame: Frame, state?: number): void {
    const sha256 = screenDigest(frame);
    if (!this.#screens.has(sha256)) {
      this.#screens.add(sha256);
      const { v: _version, frame: _number, ...screen } = frame;
      this.write({ type: 'screen', sha256, screen });
    }
    // Every other line is one of these, and nothing in it is written otherwise in JSON.
    const standing = state === undefined ? '' : `,"state":${state}`;
    this.#add(`"type":"frame","at":${at},"frame":${frame.frame},"screen":"${sha256}"${standing}}`);
  }

  flush(): void {
    const bytes = this.#waiting.subarray(0, this.#length);
    this.#length = 0;
    this.#writeOut(bytes);
  }

  /** Lines wait as bytes: to write many of them as one text takes longer. */
  #keep(line: string): void {
    const most = line.length * bytesOfCharacter;
    if (this.#length + most > this.#waiting.length) this.flush();
    if (most > this.#waiting.length) this.#writeOut(Buffer.from(line));
    else this.#length += this.#waiting.write(line, this.#length);
  }

  #writeOut(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
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
