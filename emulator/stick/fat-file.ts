import type { BlockDevice } from './block-device.ts';
import { bufferSize, type FatLibrary } from './fat-library.ts';
import { done, failed, failureOf, type StickFailure, type StickOutcome } from './outcome.ts';

/** Runs calls of the library with the state of the volume that the file is on. */
type Use = <Value>(work: (library: FatLibrary) => Value) => Value;

/**
 * A file that is being written. It ends in one of three ways: `close` makes it whole, `discard` takes
 * it back, and after a fault that leaves no other way it is torn.
 */
export class FatFile {
  readonly #path: string;
  readonly #device: BlockDevice;
  readonly #use: Use;
  readonly #forget: () => void;

  constructor(path: string, device: BlockDevice, use: Use, forget: () => void) {
    this.#path = path;
    this.#device = device;
    this.#use = use;
    this.#forget = forget;
  }

  /** Appends bytes. After a failure the file is no longer there, or torn when it could not be taken back. */
  append(bytes: Uint8Array): StickOutcome<undefined> {
    if (!this.#device.present) return failed('pulled');
    for (let start = 0; start < bytes.length; start += bufferSize) {
      const failure = this.#write(bytes.subarray(start, start + bufferSize));
      if (failure) {
        this.discard();
        return failure;
      }
    }
    return done(undefined);
  }

  /** Gives the file `size` bytes, of whatever the sectors hold, without writing them. */
  extendTo(size: number): StickOutcome<undefined> {
    const failure = this.#use(({ ff, at }) => failureOf(ff.f_lseek(at.file, size), this.#device));
    if (failure) this.discard();
    return failure ?? done(undefined);
  }

  /** Makes the file whole: from here on it survives being pulled out. */
  close(): StickOutcome<undefined> {
    if (!this.#device.present) return failed('pulled');
    const failure = this.#use(({ ff, at }) => failureOf(ff.f_close(at.file), this.#device));
    if (failure) {
      this.discard();
      return failure;
    }
    this.#forget();
    return done(undefined);
  }

  /**
   * Takes the file back. It is closed first, or else the folder would not know which space to give
   * free. Without effect on a stick that cannot be written.
   */
  discard(): void {
    if (this.#device.present) {
      this.#use(({ ff, at }) => {
        ff.f_close(at.file);
        ff.f_unlink(this.#path);
      });
    }
    this.#forget();
  }

  #write(bytes: Uint8Array): StickFailure | undefined {
    return this.#use((library) => {
      const { ff, at } = library;
      ff.HEAPU8.set(bytes, at.buffer);
      const result = ff.f_write(at.file, at.buffer, bytes.length, at.count);
      // A full stick is no error for the library: it writes less than it was given.
      const short = library.returned() < bytes.length ? failed('full') : undefined;
      return failureOf(result, this.#device) ?? short;
    });
  }
}
