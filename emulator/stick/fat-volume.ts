import * as fat from 'js-fatfs';
import type { Clock } from '#core';
import type { BlockDevice } from './block-device.ts';
import { FatFile } from './fat-file.ts';
import { bufferSize, type FatLibrary } from './fat-library.ts';
import { geometryOf } from './geometry.ts';
import { done, failed, failureOf, type StickOutcome } from './outcome.ts';

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

/**
 * The files of a stick in a socket. Every call mounts the stick anew, but for those made while a
 * file is open for writing. Paths are relative to the root, with `/` between folders, and valid.
 */
export class FatVolume {
  readonly device: BlockDevice;
  readonly #library: FatLibrary;
  readonly #clock: Clock;
  /** What the library knows about the stick while a file is open. */
  #suspended: Uint8Array | undefined;

  constructor(library: FatLibrary, device: BlockDevice, clock: Clock) {
    this.#library = library;
    this.device = device;
    this.#clock = clock;
  }

  /** True while a file is open for writing. */
  get writing(): boolean {
    return this.#suspended !== undefined;
  }

  /** What a folder holds, in the order on the stick. */
  list(folder: string): StickOutcome<readonly FolderEntry[]> {
    return this.#use(({ ff, at }) => {
      const entries: FolderEntry[] = [];
      let result = ff.f_opendir(at.folder, rooted(folder));
      while (result === fat.FR_OK) {
        result = ff.f_readdir(at.folder, at.info);
        const entry = this.#entry();
        if (result !== fat.FR_OK || entry.name === '') break;
        entries.push(entry);
      }
      return failureOf(result, this.device) ?? done(entries);
    });
  }

  /** What is at a path. */
  find(path: string): StickOutcome<FolderEntry> {
    return this.#use(({ ff, at }) => {
      const result = ff.f_stat(rooted(path), at.info);
      return failureOf(result, this.device) ?? done(this.#entry());
    });
  }

  read(path: string): StickOutcome<Uint8Array> {
    return this.#use((library) => {
      const { ff, at } = library;
      let result = ff.f_open(at.reader, rooted(path), fat.FA_READ);
      const notOpen = failureOf(result, this.device);
      if (notOpen) return notOpen;
      const bytes = new Uint8Array(ff.f_size(at.reader));
      let length = 0;
      while (result === fat.FR_OK && length < bytes.length) {
        result = ff.f_read(at.reader, at.buffer, bufferSize, at.count);
        const count = library.returned();
        if (count === 0) break;
        bytes.set(ff.HEAPU8.subarray(at.buffer, at.buffer + count), length);
        length += count;
      }
      const failure = failureOf(result, this.device);
      if (failure) return failure;
      return length < bytes.length ? failed('unreadable') : done(bytes);
    });
  }

  /** The sectors that are read when `work` is done. */
  traced(work: () => void): ReadonlySet<number> {
    const trace = new Set<number>();
    this.device.trace = trace;
    try {
      work();
    } finally {
      this.device.trace = undefined;
    }
    return trace;
  }

  remove(path: string): StickOutcome<undefined> {
    return this.#use(
      ({ ff }) => failureOf(ff.f_unlink(rooted(path)), this.device) ?? done(undefined),
    );
  }

  makeFolder(path: string): StickOutcome<undefined> {
    return this.#use(
      ({ ff }) => failureOf(ff.f_mkdir(rooted(path)), this.device, 'full') ?? done(undefined),
    );
  }

  freeBytes(): StickOutcome<number> {
    return this.#use((library) => {
      const { ff, at } = library;
      // The address of the volume, which is known, goes to where a folder entry would go.
      const result = ff.f_getfree('0:', at.count, at.info);
      const failure = failureOf(result, this.device);
      if (failure) return failure;
      const { clusterBytes } = geometryOf(this.device.store);
      return done(library.returned() * clusterBytes);
    });
  }

  /** Opens a new file for writing; only one file may be open. */
  create(path: string): StickOutcome<FatFile> {
    return this.#use(({ ff, at }) => {
      const mode = fat.FA_WRITE | fat.FA_CREATE_NEW;
      const result = ff.f_open(at.file, rooted(path), mode);
      const failure = failureOf(result, this.device, 'full');
      if (failure) return failure;
      this.#suspended = this.#library.save();
      return done(
        new FatFile(
          rooted(path),
          this.device,
          (work) => this.#use(work),
          () => this.drop(),
        ),
      );
    });
  }

  /** Forgets the open file and whatever was not yet written to the stick. */
  drop(): void {
    this.#suspended = undefined;
  }

  #entry(): FolderEntry {
    const { ff, at } = this.#library;
    const isFolder = (ff.FILINFO_fattrib(at.info) & fat.AM_DIR) !== 0;
    return {
      name: ff.FILINFO_fname(at.info),
      kind: isFolder ? 'folder' : 'file',
      size: ff.FILINFO_fsize(at.info),
    };
  }

  #use<Value>(work: (library: FatLibrary) => Value): Value {
    const library = this.#library;
    library.attach(this.device, this.#clock.now());
    if (this.#suspended) library.restore(this.#suspended);
    else library.mount();
    const value = work(library);
    if (this.#suspended) this.#suspended = library.save();
    return value;
  }
}

const rooted = (path: string): string => `0:/${path}`;
