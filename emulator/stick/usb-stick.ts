import { BenchError, type Clock, type StickControl, type StickFile, type StickPlace } from '#core';
import { BlockDevice } from './block-device.ts';
import { type FatLibrary, fatLibrary } from './fat-library.ts';
import { FatVolume, type FolderEntry } from './fat-volume.ts';
import { type Format, formattedStick } from './format.ts';
import { geometryOf } from './geometry.ts';
import { hostValue } from './host-error.ts';
import { HostSectors } from './host-sectors.ts';
import { saveImage } from './image-file.ts';
import { MeterStick } from './meter-stick.ts';
import { nameProblem } from './names.ts';
import { failed } from './outcome.ts';
import { type SectorStore, sectorSize } from './sector-store.ts';
import { faultsOf, type ImageFaults } from './stick-faults.ts';
import { StickMedium } from './stick-medium.ts';

/** What a stick holds at first: nothing but its format, or a copy of other sectors. */
export type StickContent = Format | { readonly kind: 'copy'; readonly of: SectorStore };

/** What a folder of a stick holds, and the room for files of the whole stick, in bytes. */
export interface StickCatalog {
  readonly used: number;
  readonly free: number;
  readonly entries: readonly FolderEntry[];
}

/**
 * A USB stick behind its switch, at the host at first.
 * Errors: FB_STICK_FILE for a format that cannot be made.
 */
export async function createStick(
  clock: Clock,
  content: StickContent = { kind: 'FAT16' },
): Promise<UsbStick> {
  const library = await fatLibrary();
  const store = content.kind === 'copy' ? content.of.clone() : formattedStick(library, content);
  return new UsbStick(library, clock, store);
}

/**
 * A USB stick with its switch between the bench's host and a meter: a real FAT file system whose
 * time stamps come from the meter's clock. The host's calls fail with FB_STICK_NOT_AT_HOST while
 * the stick is elsewhere and with FB_STICK_FILE for what the stick refuses.
 */
export class UsbStick implements StickControl {
  /** The meter's side of the switch. */
  readonly meter: MeterStick;
  readonly faults: ImageFaults;
  readonly #library: FatLibrary;
  readonly #clock: Clock;
  readonly #medium: StickMedium;
  #place: StickPlace = 'host';
  #plugged: FatVolume | undefined;
  #sectors: HostSectors | undefined;

  constructor(library: FatLibrary, clock: Clock, store: SectorStore) {
    this.#library = library;
    this.#clock = clock;
    this.#medium = new StickMedium(store);
    this.#plugged = this.#inserted();
    this.meter = new MeterStick(() => (this.#place === 'meter' ? this.#plugged : undefined));
    this.faults = faultsOf(this.#medium, () => this.#idle());
  }

  /** How many entries the root folder has room for, as its boot sector says; 0 when without limit. */
  get rootEntries(): number {
    const boot = this.#medium.store.sector(0);
    return new DataView(boot.buffer, boot.byteOffset).getUint16(17, true);
  }

  place(): StickPlace {
    return this.#place;
  }

  /**
   * Its sectors, for a host with a file system of its own; only while it is there. The same object
   * until the stick is moved or its files are changed by the calls below.
   */
  get hostSectors(): HostSectors | undefined {
    if (this.#place !== 'host' || !this.#plugged) return undefined;
    this.#sectors ??= new HostSectors(this.#medium, this.#plugged.device);
    return this.#sectors;
  }

  /** Moves the stick. Taken away while the meter writes, it keeps a torn file. */
  async plug(place: StickPlace): Promise<void> {
    if (place === this.#place) return;
    this.#sectors = undefined;
    this.#plugged?.device.pull();
    this.#plugged?.drop();
    this.#place = place;
    this.#plugged = place === 'out' ? undefined : this.#inserted();
  }

  /** The files of a folder by their long names, without its sub folders, in the order on the stick. */
  async list(folder = ''): Promise<readonly StickFile[]> {
    const entries = this.#entries(folder);
    return entries.filter(({ kind }) => kind === 'file').map(({ name, size }) => ({ name, size }));
  }

  async folders(folder = ''): Promise<readonly string[]> {
    const entries = this.#entries(folder);
    return entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
  }

  /** What a folder holds, in the order on the stick, and the room for files of the whole stick in bytes. */
  async catalog(folder = ''): Promise<StickCatalog> {
    const entries = this.#entries(folder);
    const free = hostValue('measure', '/', this.#atHost('measure', '/').freeBytes());
    const { firstDataSector, clusterBytes } = geometryOf(this.#medium.store);
    const room = (this.#medium.store.count - firstDataSector) * sectorSize;
    return { used: room - (room % clusterBytes) - free, free, entries };
  }

  #entries(folder: string) {
    const path = segments(folder).length === 0 ? '' : filePath(folder);
    return hostValue('list', folder, this.#atHost('list', folder).list(path));
  }

  async read(path: string): Promise<Uint8Array> {
    return hostValue('read', path, this.#atHost('read', path).read(filePath(path)));
  }

  /** Writes a file in place of an older one, and makes the folders that its path needs. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const volume = this.#atHost('write', path);
    this.#sectors = undefined;
    const target = filePath(path);
    for (let end = target.indexOf('/'); end > 0; end = target.indexOf('/', end + 1)) {
      const made = volume.makeFolder(target.slice(0, end));
      if (made.status === 'failed' && made.reason !== 'exists') hostValue('write', path, made);
    }
    const old = volume.find(target);
    if (old.status === 'done' && old.value.kind === 'folder')
      hostValue('write', path, failed('denied'));
    if (old.status === 'done') hostValue('write', path, volume.remove(target));
    const file = hostValue('write', path, volume.create(target));
    hostValue('write', path, file.append(bytes));
    hostValue('write', path, file.close());
  }

  /** Removes a file or an empty folder. */
  async remove(path: string): Promise<void> {
    const volume = this.#atHost('remove', path);
    this.#sectors = undefined;
    hostValue('remove', path, volume.remove(filePath(path)));
  }

  /** Writes the image as it is to a file, with holes for what is empty (FB_STICK_FILE). */
  async save(path: string): Promise<void> {
    saveImage(this.#medium.store, path);
  }

  #inserted(): FatVolume {
    return new FatVolume(this.#library, new BlockDevice(this.#medium), this.#clock);
  }

  #atHost(act: string, path: string): FatVolume {
    if (this.#place === 'host' && this.#plugged) return this.#plugged;
    const place = this.#place === 'out' ? 'out of every socket' : 'at the meter';
    throw new BenchError('FB_STICK_NOT_AT_HOST', `cannot ${act} "${path}": the stick is ${place}`, {
      hint: 'plug the stick at the host first',
      context: { path, place: this.#place },
    });
  }

  #idle(): FatVolume {
    if (!this.#plugged?.writing) return this.#plugged ?? this.#inserted();
    throw new BenchError(
      'FB_STICK_NOT_AT_HOST',
      'cannot change the stick: the meter writes to it',
      {
        hint: 'wait until the meter has finished, or pull the stick',
      },
    );
  }
}

const segments = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

/** The path as the library takes it; one that FAT cannot have is refused (FB_STICK_FILE). */
function filePath(path: string): string {
  const parts = segments(path);
  const problem = parts.map(nameProblem).find((found) => found !== undefined);
  if (parts.length > 0 && problem === undefined) return parts.join('/');
  throw new BenchError('FB_STICK_FILE', `cannot use "${path}" on the stick`, {
    hint: `as a file name of FAT ${problem ?? 'it is empty'}`,
    context: { path },
  });
}
