import { BenchError } from '#core';
import type { UsbDevice, UsbInterface } from './usb-devices.ts';

/** Which device is meant: one for tests by its numbers when nothing is said, by its serial otherwise. */
export interface UsbtmcAddress {
  readonly vendorId: number;
  readonly productId: number;
  readonly serial?: string | undefined;
}

/** The part of a device that speaks USBTMC, claimed for us. */
export interface Claimed {
  readonly device: UsbDevice;
  readonly number: number;
  readonly bulkIn: number;
  readonly bulkOut: number;
  /** Gives it back, first to the kernel where it had it. */
  release(): Promise<void>;
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** `usbtmc 1209:0001 440000123` */
export const usbName = ({ vendorId, productId, serial }: UsbtmcAddress): string =>
  `usbtmc ${hex(vendorId)}:${hex(productId)}${serial === undefined ? '' : ` ${serial}`}`;

/** Finds, opens and claims a device. Errors: FB_LINK_OPEN, FB_USB_ACCESS. */
export async function claimUsbtmc(
  address: UsbtmcAddress,
  devices: () => Promise<readonly UsbDevice[]>,
): Promise<Claimed> {
  const name = usbName(address);
  const found = deviceAt(address, await devices());
  try {
    await found.open();
  } catch (cause) {
    throw access(`cannot open ${name}`, cause);
  }
  try {
    const tmc = (await found.interfaces()).find(speaksTmc);
    const bulk = (direction: string) =>
      tmc?.alternate.endpoints.find((each) => each.type === 'bulk' && each.direction === direction)
        ?.endpointNumber;
    const [bulkIn, bulkOut] = [bulk('in'), bulk('out')];
    if (!tmc || bulkIn === undefined || bulkOut === undefined) {
      throw new BenchError('FB_LINK_OPEN', `${name} has no interface that speaks USBTMC`, {
        hint: '"lsusb -v" shows what it has; USBTMC is class 254, subclass 3',
      });
    }
    const number = tmc.interfaceNumber;
    const fromKernel = await claim(found, number, name);
    return {
      device: found,
      number,
      bulkIn,
      bulkOut,
      release: async () => {
        // Closing alone keeps the interface claimed.
        await found.releaseInterface(number).catch(() => undefined);
        if (fromKernel) await found.attachKernelDriver(number).catch(() => undefined);
        await found.close().catch(() => undefined);
      },
    };
  } catch (error) {
    await found.close().catch(() => undefined);
    throw error;
  }
}

const speaksTmc = ({ alternate }: UsbInterface): boolean =>
  alternate.interfaceClass === 0xfe && alternate.interfaceSubclass === 3;

function deviceAt(address: UsbtmcAddress, devices: readonly UsbDevice[]): UsbDevice {
  const { vendorId, productId, serial } = address;
  const alike = devices.filter(
    (each) => each.vendorId === vendorId && each.productId === productId,
  );
  const named = serial === undefined ? alike : alike.filter((each) => each.serialNumber === serial);
  const [found, another] = named;
  if (found && !another) return found;
  const serials = alike.map((each) => each.serialNumber || '(no serial number)').join(', ');
  const [message, hint] = another
    ? ['there are several of them', `name one by link.serial: ${serials}`]
    : [
        'no such device is plugged in',
        serials ? `there is ${serials}` : 'lsusb lists what there is',
      ];
  throw new BenchError('FB_LINK_OPEN', `cannot open ${usbName(address)}: ${message}`, {
    hint,
    context: { ...address },
  });
}

/** Claims an interface; true where the kernel had to give it up. */
async function claim(device: UsbDevice, number: number, name: string): Promise<boolean> {
  const first = await device.claimInterface(number).catch((error: unknown) => error);
  if (first === undefined) return false;
  if (!/busy|errno 16/i.test(String(first))) throw access(`cannot claim ${name}`, first);
  try {
    await device.detachKernelDriver(number);
    await device.claimInterface(number);
    return true;
  } catch (cause) {
    throw access(`something else uses ${name}`, cause);
  }
}

function access(message: string, cause: unknown): BenchError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new BenchError('FB_USB_ACCESS', `${message}: ${said}`, {
    hint: /denied|errno 13/i.test(said)
      ? 'install the udev rule of docs/usb.md and plug it in again'
      : 'another program may have it, or the kernel: "sudo modprobe -r usbtmc"',
    cause,
  });
}
