import { BenchError } from '#core';
import type { FatFile } from './fat-file.ts';
import type { FatVolume } from './fat-volume.ts';
import { nameProblem } from './names.ts';
import { done, failed, type StickFailure, type StickOutcome } from './outcome.ts';

export type WriteBegun = { readonly status: 'writing'; readonly write: StickWrite } | StickFailure;

/** `more`: call again; `done`: the file is whole; after `failed` the write is over. */
export type WriteStep =
  | { readonly status: 'more'; readonly written: number }
  | { readonly status: 'done' }
  | StickFailure;

/** A file on its way to the stick, piece by piece, so that time can pass in between. */
export interface StickWrite {
  /**
   * Writes up to `maxBytes` (at least 1) more. On a full or bad stick the half file is taken back; on
   * one that was pulled out it stays torn.
   */
  step(maxBytes: number): WriteStep;
  /** Gives up and takes the half file back. */
  abort(): void;
  /** The power is gone: nothing more reaches the stick and the half file stays as it is. */
  abandon(): void;
}

/**
 * The USB socket of a meter, as its firmware uses it: files in the root folder, every failure as
 * data. `volume` tells what is plugged in at the moment.
 */
export class MeterStick {
  readonly #volume: () => FatVolume | undefined;

  constructor(volume: () => FatVolume | undefined) {
    this.#volume = volume;
  }

  /** True while a stick is plugged in, readable or not. */
  get present(): boolean {
    return this.#volume() !== undefined;
  }

  /** The same object as long as the stick stays plugged in; another one once it is back. */
  get insertion(): object | undefined {
    return this.#volume();
  }

  /** The long names of the files in the root folder, in the order on the stick. */
  listRoot(): StickOutcome<readonly string[]> {
    const listed = this.#volume()?.list('') ?? failed('absent');
    if (listed.status === 'failed') return listed;
    return done(listed.value.filter(({ kind }) => kind === 'file').map(({ name }) => name));
  }

  /** The names of the folders in a folder; '' is the root. */
  listFolders(path: string): StickOutcome<readonly string[]> {
    const listed = this.#volume()?.list(path) ?? failed('absent');
    if (listed.status === 'failed') return listed;
    return done(listed.value.filter(({ kind }) => kind === 'folder').map(({ name }) => name));
  }

  readFile(name: string): StickOutcome<Uint8Array> {
    return this.#volume()?.read(checked(name)) ?? failed('absent');
  }

  removeFile(name: string): StickOutcome<void> {
    return this.#volume()?.remove(checked(name)) ?? failed('absent');
  }

  /** Starts a new file; `exists` when there is one of that name in any mix of capitals. */
  beginWrite(name: string, bytes: Uint8Array): WriteBegun {
    const volume = this.#volume();
    if (!volume) return failed('absent');
    if (volume.writing) {
      throw new BenchError(
        'FB_INTERNAL',
        `the firmware begins "${name}" while it writes another file`,
      );
    }
    const created = volume.create(checked(name));
    if (created.status === 'failed') return created;
    return { status: 'writing', write: new SteppedWrite(volume, created.value, bytes) };
  }
}

class SteppedWrite implements StickWrite {
  readonly #volume: FatVolume;
  readonly #file: FatFile;
  readonly #bytes: Uint8Array;
  #written = 0;
  #end: WriteStep | undefined;

  constructor(volume: FatVolume, file: FatFile, bytes: Uint8Array) {
    this.#volume = volume;
    this.#file = file;
    this.#bytes = bytes;
  }

  step(maxBytes: number): WriteStep {
    if (this.#end) return this.#end;
    const until = this.#written + Math.max(1, Math.floor(maxBytes));
    const written = this.#file.append(this.#bytes.subarray(this.#written, until));
    if (written.status === 'failed') return this.#over(written);
    this.#written = Math.min(until, this.#bytes.length);
    if (this.#written < this.#bytes.length) return { status: 'more', written: this.#written };
    const closed = this.#file.close();
    return this.#over(closed.status === 'failed' ? closed : { status: 'done' });
  }

  abort(): void {
    if (this.#end) return;
    this.#file.discard();
    this.#over(failed('missing'));
  }

  abandon(): void {
    if (this.#end) return;
    this.#volume.drop();
    this.#over(failed('pulled'));
  }

  #over(end: WriteStep): WriteStep {
    this.#end = end;
    return end;
  }
}

function checked(path: string): string {
  const problem = path
    .split('/')
    .map(nameProblem)
    .find((one) => one !== undefined);
  if (problem === undefined) return path;
  throw new BenchError('FB_INTERNAL', `the firmware uses the file name "${path}": ${problem}`);
}
