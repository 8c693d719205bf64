import { type Clock, SystemClock } from '#core';
import type { UsbDevice } from './usb-devices.ts';

/** So often, and so long apart, a call is tried that the library refuses. */
const tries = 100;
const pauseMs = 5;

/**
 * A device whose calls wait until the library is ready for them. It refuses a call while it still holds
 * what the last one used ("cannot be borrowed mutably while another borrow is active"), and it may
 * hold that for a moment after the last one has ended. A call that was refused for that has not begun.
 */
export function patient(device: UsbDevice, clock: Clock = new SystemClock()): UsbDevice {
  const when = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await call();
      } catch (error) {
        if (tried === tries || !/borrow/i.test(String(error))) throw error;
        await pause(clock);
      }
    }
  };
  return {
    vendorId: device.vendorId,
    productId: device.productId,
    serialNumber: device.serialNumber,
    get configuration() {
      return device.configuration;
    },
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
