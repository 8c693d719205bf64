import { DialectLine, openDialect } from '../link/dialect-line.ts';
import type { Slot } from '../link/slot.ts';
import { bulkPacket, descriptorsOf, usbLayout } from './descriptors.ts';
import { SerialFunction } from './serial-function.ts';
import { ScsiDisk } from './storage/scsi-disk.ts';
import { StorageFunction } from './storage/storage-function.ts';
import { TmcDialogue } from './tmc-dialogue.ts';
import { TmcFunction } from './tmc-function.ts';
import type { UsbTransfer } from './transfer.ts';
import { VirtualDevice } from './virtual-device.ts';

/**
 * The meter of a slot as a USB device: the panel link twice, as USBTMC and as a serial line, and the
 * stick as a disk while its switch is at the host.
 */
export class UsbMeter {
  readonly slot: Slot;
  readonly #device: VirtualDevice;

  constructor(slot: Slot) {
    this.slot = slot;
    const { tmc, serial, storage } = usbLayout;
    const instrument = (): string => `usbtmc ${slot.meter.identity.serial}`;
    const line = (): string => `usb serial ${slot.meter.identity.serial}`;
    const dialogue = new TmcDialogue({
      session: openDialect(slot, instrument()),
      leave: () => slot.leave(instrument()),
      report: (error) => slot.report(error),
    });
    const disk = new ScsiDisk(
      () => slot.stick?.hostSectors,
      () => slot.meter.identity.serial,
    );
    this.#device = new VirtualDevice(
      descriptorsOf(() => slot.meter.identity),
      [
        new TmcFunction(tmc.number, { ...tmc, maxPacket: bulkPacket }, dialogue),
        new SerialFunction(
          serial.number,
          { ...serial, maxPacket: bulkPacket },
          (end) => new DialectLine(slot, line(), end),
        ),
        new StorageFunction(storage.number, storage.bulk, bulkPacket, disk),
      ],
    );
  }

  /** A host wants a transfer. */
  submit(transfer: UsbTransfer): void {
    this.#device.submit(transfer);
  }

  /** A host no longer wants a transfer; false when it is over. */
  cancel(transfer: UsbTransfer): boolean {
    return this.#device.cancel(transfer);
  }

  /** The cable has been pulled: nothing is remembered of the host, and it holds nothing. */
  unplugged(): void {
    this.#device.reset();
  }
}
