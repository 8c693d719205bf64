import * as fat from 'js-fatfs';
import { BenchError, type Millis } from '#core';
import type { BlockDevice } from './block-device.ts';
import { toldTheTimeBy } from './fat-clock.ts';

/** The bytes that go through the library in one call. */
export const bufferSize = 64 * 1024;

/** FAT stamps count from 1980 in seven bits of years; a clock outside is held at the border. */
const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2107, 11, 31, 23, 59, 58);

/** Where the library keeps its working state inside its own memory. */
interface Places {
  /** The mounted volume, and behind it the file that is open for writing. */
  readonly volume: number;
  readonly file: number;
  readonly reader: number;
  readonly folder: number;
  readonly info: number;
  readonly buffer: number;
  /** Four bytes for a number that the library returns. */
  readonly count: number;
}

/**
 * The one FAT library of the process. It serves any number of sticks, one call at a time: a caller
 * says which device and which instant the next calls are for. What the library remembers of a
 * volume with a file open for writing can be taken out and put back (`save`, `restore`).
 */
export class FatLibrary {
  readonly at: Places;
  readonly ff: fat.FatFs;
  readonly #socket: Socket;

  constructor(ff: fat.FatFs, socket: Socket) {
    this.ff = ff;
    this.#socket = socket;
    const volume = ff.malloc(fat.sizeof_FATFS + fat.sizeof_FIL);
    this.at = {
      volume,
      file: volume + fat.sizeof_FATFS,
      reader: ff.malloc(fat.sizeof_FIL),
      folder: ff.malloc(fat.sizeof_DIR),
      info: ff.malloc(fat.sizeof_FILINFO),
      buffer: ff.malloc(bufferSize),
      count: ff.malloc(4),
    };
  }

  /** The next calls are for this device, at this instant of its meter's clock. */
  attach(device: BlockDevice, instant: Millis): void {
    device.fault = undefined;
    this.#socket.device = device;
    this.#socket.instant = Math.min(Math.max(instant, earliest), latest);
  }

  mount(): void {
    this.ff.f_mount(this.at.volume, '0:', 0);
  }

  save(): Uint8Array {
    return this.ff.HEAPU8.slice(this.at.volume, this.at.file + fat.sizeof_FIL);
  }

  restore(state: Uint8Array): void {
    this.ff.HEAPU8.set(state, this.at.volume);
  }

  /** The number that the last call returned beside its result code. */
  returned(): number {
    return this.ff.getValue(this.at.count, 'i32') >>> 0;
  }
}

interface Socket {
  device: BlockDevice | undefined;
  instant: Millis;
}

let loading: Promise<FatLibrary> | undefined;

/** The FAT library, started at the first call. */
export function fatLibrary(): Promise<FatLibrary> {
  loading ??= start();
  return loading;
}

async function start(): Promise<FatLibrary> {
  const socket: Socket = { device: undefined, instant: earliest };
  const device = (): BlockDevice => {
    if (!socket.device)
      throw new BenchError('FB_INTERNAL', 'the FAT library was called unattached');
    return socket.device;
  };
  const options = {
    codepage: 850,
    diskio: {
      initialize: () => device().initialize(),
      status: () => device().status(),
      read: (...request) => device().read(...request),
      write: (...request) => device().write(...request),
      ioctl: (...request) => device().ioctl(...request),
    },
    ...toldTheTimeBy(
      () => socket.instant,
      (address, value) => ff.setValue(address, value, 'i32'),
    ),
  } satisfies fat.FatFsOptions;
  const ff = await fat.create(options);
  return new FatLibrary(ff, socket);
}
