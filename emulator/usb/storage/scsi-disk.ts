import type { HostSectors } from '../../stick/index.ts';
import {
  blockLength,
  capacity10,
  capacity16,
  formatCapacities,
  inquiry,
  logicalUnits,
  modePages,
  vitalProductData,
} from './disk-answers.ts';
import { fixedSense, type Sense, senses } from './sense.ts';

/** What a command is going to do with data. A failure's reason is kept for REQUEST SENSE. */
export type ScsiPlan =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' }
  /** `length` bytes for the host, fewer when the medium fails on the way. */
  | { readonly kind: 'in'; readonly length: number; readonly blocks: () => Iterable<Uint8Array> }
  /** `length` bytes from the host, block by block; false when the medium fails. */
  | {
      readonly kind: 'out';
      readonly length: number;
      readonly block: (bytes: Uint8Array) => boolean;
    };

const commands = {
  testUnitReady: 0x00,
  requestSense: 0x03,
  inquiry: 0x12,
  modeSense6: 0x1a,
  startStopUnit: 0x1b,
  preventAllow: 0x1e,
  readFormatCapacities: 0x23,
  readCapacity10: 0x25,
  read10: 0x28,
  write10: 0x2a,
  verify10: 0x2f,
  synchronizeCache10: 0x35,
  modeSense10: 0x5a,
  serviceActionIn16: 0x9e,
  reportLuns: 0xa0,
} as const;

const readCapacity16 = 0x10;

/** Commands that are answered whatever there is to say of a change of medium. */
const notInterrupted: ReadonlySet<number> = new Set([
  commands.requestSense,
  commands.inquiry,
  commands.reportLuns,
]);

/**
 * A stick reader as SCSI sees it (SPC-3, SBC-2). `medium` is what is plugged in at the moment: another
 * object, another medium. Command blocks are given with 16 bytes, padded with zeros.
 */
export class ScsiDisk {
  readonly #medium: () => HostSectors | undefined;
  readonly #serial: () => string;
  #sense: Sense = senses.none;
  #known: HostSectors | undefined;
  #ejected = false;
  #locked = false;

  constructor(medium: () => HostSectors | undefined, serial: () => string) {
    this.#medium = medium;
    this.#serial = serial;
  }

  reset(): void {
    this.#sense = senses.none;
    this.#known = undefined;
    this.#ejected = false;
    this.#locked = false;
  }

  /** True when the last command went wrong in its data. */
  get failed(): boolean {
    return this.#sense.key !== 0;
  }

  /** What a command is going to do; what needs no data is done at once. */
  plan(block: Uint8Array): ScsiPlan {
    const code = block[0] ?? 0;
    if (code === commands.requestSense) return this.#tellSense(block);
    this.#sense = senses.none;
    if (!notInterrupted.has(code) && this.#mediumChanged()) {
      return this.#fail(senses.mediumMayHaveChanged);
    }
    const view = new DataView(block.buffer, block.byteOffset, block.length);
    switch (code) {
      case commands.inquiry:
        return this.#inquiry(view);
      case commands.reportLuns:
        return answer(logicalUnits(), view.getUint32(6));
      case commands.modeSense6:
        return this.#modeSense(block, 4, view.getUint8(4));
      case commands.modeSense10:
        return this.#modeSense(block, 8, view.getUint16(7));
      case commands.readFormatCapacities:
        return answer(formatCapacities(this.#present()), view.getUint16(7));
      case commands.startStopUnit:
        return this.#startStop(view.getUint8(4));
      case commands.preventAllow:
        this.#locked = (view.getUint8(4) & 1) === 1;
        return done;
      default:
        return this.#onMedium(code, view);
    }
  }

  #onMedium(code: number, view: DataView): ScsiPlan {
    const isKnown = Object.values<number>(commands).includes(code);
    if (!isKnown) return this.#fail(senses.invalidCommand);
    const medium = this.#present();
    if (!medium) return this.#fail(senses.mediumNotPresent);
    switch (code) {
      case commands.readCapacity10:
        return answer(capacity10(medium), 8);
      case commands.serviceActionIn16:
        if ((view.getUint8(1) & 0x1f) !== readCapacity16) return this.#fail(senses.invalidField);
        return answer(capacity16(medium), view.getUint32(10));
      case commands.read10:
        return this.#read(medium, view.getUint32(2), view.getUint16(7));
      case commands.write10:
        return this.#write(medium, view.getUint32(2), view.getUint16(7));
      case commands.verify10:
        return this.#verify(medium, view);
      default:
        return done; // ready; and what was written is on the stick
    }
  }

  /** True once for each medium that was not there before. */
  #mediumChanged(): boolean {
    const medium = this.#medium();
    if (medium === this.#known) return false;
    this.#known = medium;
    this.#ejected = false;
    return medium !== undefined;
  }

  #present(): HostSectors | undefined {
    return this.#ejected ? undefined : this.#medium();
  }

  #tellSense(block: Uint8Array): ScsiPlan {
    const told = fixedSense(this.#sense);
    this.#sense = senses.none;
    return answer(told, block[4] ?? 0);
  }

  #inquiry(view: DataView): ScsiPlan {
    const wantsPage = (view.getUint8(1) & 1) === 1;
    const page = view.getUint8(2);
    const room = view.getUint16(3);
    if (!wantsPage) return page === 0 ? answer(inquiry(), room) : this.#fail(senses.invalidField);
    const told = vitalProductData(page, this.#serial());
    return told ? answer(told, room) : this.#fail(senses.invalidField);
  }

  #modeSense(block: Uint8Array, head: 4 | 8, room: number): ScsiPlan {
    const isProtected = this.#present()?.writeProtected ?? false;
    const pages = modePages((block[2] ?? 0) & 0x3f, isProtected, head);
    return pages ? answer(pages, room) : this.#fail(senses.invalidField);
  }

  #startStop(flags: number): ScsiPlan {
    const loadsOrEjects = (flags & 2) !== 0;
    const starts = (flags & 1) !== 0;
    if (!loadsOrEjects) return done;
    if (!starts && this.#locked) return this.#fail(senses.removalPrevented);
    this.#ejected = !starts;
    return done;
  }

  #read(medium: HostSectors, first: number, count: number): ScsiPlan {
    if (first + count > medium.count) return this.#fail(senses.outOfRange);
    const blocks = () => this.#blocks(medium, first, count);
    return { kind: 'in', length: count * blockLength, blocks };
  }

  *#blocks(medium: HostSectors, first: number, count: number): Generator<Uint8Array> {
    for (let sector = first; sector < first + count; sector += 1) {
      const bytes = medium.read(sector);
      if (!bytes) {
        this.#sense = this.#lost(medium) ?? { ...senses.unreadable, sector };
        return;
      }
      yield bytes;
    }
  }

  #write(medium: HostSectors, first: number, count: number): ScsiPlan {
    if (first + count > medium.count) return this.#fail(senses.outOfRange);
    if (medium.writeProtected) return this.#fail(senses.writeProtected);
    let sector = first;
    const block = (bytes: Uint8Array): boolean => {
      if (!medium.write(sector, bytes)) {
        const slid = medium.writeProtected ? senses.writeProtected : undefined;
        this.#sense = this.#lost(medium) ?? slid ?? { ...senses.unwritable, sector };
        return false;
      }
      sector += 1;
      return true;
    };
    return { kind: 'out', length: count * blockLength, block };
  }

  /** Only of the medium: comparing with data of the host is refused. */
  #verify(medium: HostSectors, view: DataView): ScsiPlan {
    if ((view.getUint8(1) & 0x06) !== 0) return this.#fail(senses.invalidField);
    const first = view.getUint32(2);
    const count = view.getUint16(7);
    if (first + count > medium.count) return this.#fail(senses.outOfRange);
    for (const _ of this.#blocks(medium, first, count));
    return this.failed ? { kind: 'failed' } : done;
  }

  #lost(medium: HostSectors): Sense | undefined {
    return medium === this.#medium() ? undefined : senses.mediumNotPresent;
  }

  #fail(sense: Sense): ScsiPlan {
    this.#sense = sense;
    return { kind: 'failed' };
  }
}

const done: ScsiPlan = { kind: 'done' };

function answer(bytes: Uint8Array, room: number): ScsiPlan {
  const told = bytes.subarray(0, room);
  return told.length === 0 ? done : { kind: 'in', length: told.length, blocks: () => [told] };
}
