// What concerns any machine: only those can be emulated that were loaded.
export { type EmulateOptions, emulatedMeter } from './emulate.ts';
export { EmulatedMeter, type EmulatedMeterOptions } from './emulated-meter.ts';
export { expectedIdentity } from './expected-identity.ts';
export { factoryLedgers } from './factory-ledgers.ts';
export type { MeterFault } from './faults/fault.ts';
export { faultNamed, loadFaults } from './faults/fault-named.ts';
export { loadMachine } from './machinery.ts';
export * from './memory/index.ts';
export * from './report-files/index.ts';
export * from './stick/index.ts';
export type { PcApplication } from './surroundings.ts';
export { usbIds, usbLayout } from './usb/descriptors.ts';
export type * from './usb/index.ts';

/** The meter as a USB device: of no use on any other carrier, so it is loaded when it is asked for. */
export const loadUsb = () => import('./usb/index.ts');
