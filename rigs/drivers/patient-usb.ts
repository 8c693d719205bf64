import { type Clock, SteadyClock } from '#core';
import type { LibraryDevice, UsbDevice } from './usb-devices.ts';

/** Between two tries of a call. */
const pauseMs = 5;

interface Passing {
  readonly error: RegExp;
  readonly tries: number;
}

/** The library still holds what its last call used. A call that was refused for that has not begun. */
const held: Passing = { error: /borrow/i, tries: 100 };
/** Or a slow device has not told a name in the short time that the library gives it: ask it again. */
const heldOrLate: Passing = { error: /borrow|transfer was cancelled/i, tries: 10 };

/**
 * A device whose calls wait until the library is ready for them. It refuses a call while it still holds
 * what the last one used ("cannot be borrowed mutably while another borrow is active"), and it may
 * hold that for a moment after the last one has ended.
 */
export function patient(device: LibraryDevice, clock: Clock = new SteadyClock()): UsbDevice {
  const when = async <Value>(
    call: () => Value | Promise<Value>,
    passing = held,
  ): Promise<Value> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await call();
      } catch (error) {
        if (tried === passing.tries || !passing.error.test(String(error))) throw error;
        await pause(clock);
      }
    }
  };
  return {
    vendorId: device.vendorId,
    productId: device.productId,
    serialNumber: device.serialNumber,
    interfaces: () => when(() => device.configuration?.interfaces ?? [], heldOrLate),
    open: () => when(() => device.open()),
    close: () => when(() => device.close()),
    claimInterface: (number) => when(() => device.claimInterface(number)),
    releaseInterface: (number) => when(() => device.releaseInterface(number)),
    detachKernelDriver: (number) => when(() => device.detachKernelDriver(number)),
    attachKernelDriver: (number) => when(() => device.attachKernelDriver(number)),
    controlTransferIn: (setup, length, timeoutMs) =>
      when(() => device.controlTransferIn(setup, length, timeoutMs)),
    transferIn: (endpoint, length, timeoutMs) =>
      when(() => device.transferIn(endpoint, length, timeoutMs)),
    transferOut: (endpoint, bytes, timeoutMs) =>
      when(() => device.transferOut(endpoint, bytes, timeoutMs)),
    clearHalt: (direction, endpoint) => when(() => device.clearHalt(direction, endpoint)),
  };
}

function pause(clock: Clock): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  clock.setTimeout(resolve, pauseMs);
  return promise;
}
