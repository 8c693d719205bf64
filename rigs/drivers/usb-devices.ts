import { existsSync } from 'node:fs';
import { BenchError, type Millis } from '#core';
import { patient } from './patient-usb.ts';

/** A USB device as the driver uses it. */
export interface UsbDevice extends UsbCalls {
  /** What its present configuration is made of; none where it has no configuration. */
  interfaces(): Promise<readonly UsbInterface[]>;
}

/** A USB device as `usb` shows it: a part of WebUSB, with additions of its own. */
export interface LibraryDevice extends UsbCalls {
  /** Reading it asks the device for the names of its interfaces, within a time that cannot be set. */
  readonly configuration?: { readonly interfaces: readonly UsbInterface[] } | undefined;
}

interface UsbCalls {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | null | undefined;
  open(): Promise<void>;
  close(): Promise<void>;
  claimInterface(number: number): Promise<void>;
  releaseInterface(number: number): Promise<void>;
  /** Only on Linux. */
  detachKernelDriver(number: number): Promise<void>;
  attachKernelDriver(number: number): Promise<void>;
  controlTransferIn(setup: ControlSetup, length: number, timeoutMs: Millis): Promise<Received>;
  transferIn(endpoint: number, length: number, timeoutMs: Millis): Promise<Received>;
  transferOut(endpoint: number, bytes: Uint8Array, timeoutMs: Millis): Promise<unknown>;
  clearHalt(direction: 'in' | 'out', endpoint: number): Promise<void>;
}

export interface ControlSetup {
  readonly requestType: 'class';
  readonly recipient: 'interface' | 'endpoint';
  readonly request: number;
  readonly value: number;
  readonly index: number;
}

interface Received {
  readonly data?: DataView | undefined;
}

export interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternate: {
    readonly interfaceClass: number;
    readonly interfaceSubclass: number;
    readonly endpoints: readonly UsbEndpoint[];
  };
}

interface UsbEndpoint {
  readonly endpointNumber: number;
  readonly direction: string;
  readonly type: string;
}

const bus = '/sys/bus/usb/devices';

/** The devices that are plugged in. Errors: FB_LINK_OPEN where the host has no USB. */
export async function usbDevices(): Promise<readonly UsbDevice[]> {
  // The library rejects, and later ends the process, where there is none.
  if (process.platform === 'linux' && !existsSync(bus)) {
    throw new BenchError('FB_LINK_OPEN', `this machine has no USB: there is no ${bus}`, {
      hint: 'in a container, give it /sys/bus/usb and /dev/bus/usb of the host',
    });
  }
  const { usb } = await import('usb');
  // What is used of the library's devices is what the interfaces above say.
  const devices = (await usb.getDevices()) as unknown as readonly LibraryDevice[];
  return devices.map((device) => patient(device));
}
