import { type OfferedDevice, usbSpeeds } from '#protocol/usbip';
import { deviceKind, interfaceKinds, usbIds } from './descriptors.ts';
import type { UsbMeter } from './usb-meter.ts';

/** A meter at a port of a server's bus, plugged in or not, and what its connection is to it. */
export interface UsbPort {
  readonly meter: UsbMeter;
  readonly offer: OfferedDevice;
  plugged: boolean;
  /** Pulls the cable of who has imported the device; `undefined` while nobody has. */
  disconnect: (() => void) | undefined;
}

/** Puts meters at the ports 1-1, 1-2, … of one bus. */
export function portsOf(meters: readonly UsbMeter[]): ReadonlyMap<string, UsbPort> {
  return new Map(
    meters.map((meter, index) => {
      const busid = `1-${index + 1}`;
      const offer: OfferedDevice = {
        path: `/sys/devices/platform/frankbench/usb1/${busid}`,
        busid,
        bus: 1,
        number: index + 2,
        speed: usbSpeeds.high,
        vendorId: usbIds.vendor,
        productId: usbIds.product,
        release: usbIds.release,
        kind: deviceKind,
        configuration: 1,
        configurations: 1,
        interfaces: interfaceKinds,
      };
      return [busid, { meter, offer, plugged: true, disconnect: undefined }];
    }),
  );
}
