export type { FatKind, Format } from './format.ts';
export { loadImage } from './image-file.ts';
export type { MeterStick, StickWrite, WriteBegun, WriteStep } from './meter-stick.ts';
export type { StickFailure, StickOutcome, StickReason } from './outcome.ts';
export { createStick, type StickContent, type UsbStick } from './usb-stick.ts';
