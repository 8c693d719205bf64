import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

const writeAt = 1 << 18;

/** A file that a part of the report waits in until the parts before it are known. */
export class Spool implements Disposable {
  readonly #file: number;
  #waiting: string[] = [];
  #length = 0;

  /** One that is not `kept` has no name any more: it goes with the program, however that ends. */
  constructor(path: string, { kept = false } = {}) {
    this.#file = openSync(path, 'w+');
    if (!kept) rmSync(path, { force: true });
  }

  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= writeAt) this.#flush();
  }

  /** Writes all that waits here to the end of another one. */
  pourInto(target: Spool): void {
    this.#flush();
    target.#flush();
    const bytes = Buffer.allocUnsafe(writeAt);
    let position = 0;
    for (;;) {
      const read = readSync(this.#file, bytes, 0, writeAt, position);
      if (read === 0) break;
      writeWhole(target.#file, bytes.subarray(0, read));
      position += read;
    }
  }

  /** Writes what is left of one that is kept. */
  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }

  #flush(): void {
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#length = 0;
    if (text !== '') writeWhole(this.#file, Buffer.from(text));
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written);
  }
}
