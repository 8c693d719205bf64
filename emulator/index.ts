export { type EmulateOptions, emulatedMeter } from './emulate.ts';
export { EmulatedMeter, type EmulatedMeterOptions } from './emulated-meter.ts';
export { factoryLedgers } from './factory-ledgers.ts';
export type { MeterFault } from './faults/fault.ts';
export { faultNamed, loadFaults } from './faults/fault-named.ts';
export * from './memory/index.ts';
export * from './report-files/index.ts';
export * from './stick/index.ts';
export type { PcApplication } from './surroundings.ts';
