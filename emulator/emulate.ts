import { modelNamed } from '#models/any-machine';
import { EmulatedMeter, type EmulatedMeterOptions } from './emulated-meter.ts';

export type EmulateOptions = Omit<EmulatedMeterOptions, 'model'>;

/** An emulated meter by the name of its model (`FB_UNKNOWN_MODEL`). */
export const emulatedMeter = (model: string, options: EmulateOptions): EmulatedMeter =>
  new EmulatedMeter({ model: modelNamed(model), ...options });
