export type { FatKind, Format } from './format.ts';
export type { HostSectors } from './host-sectors.ts';
export { loadImage } from './image-file.ts';
export type { MeterStick, StickWrite, WriteBegun, WriteStep } from './meter-stick.ts';
export type { StickFailure, StickOutcome, StickReason } from './outcome.ts';
export type { SectorStore } from './sector-store.ts';
export { fillerName } from './stick-faults.ts';
export { createStick, type StickContent, type UsbStick } from './usb-stick.ts';
