import { BenchError } from '#core';
import { modelNamed } from '#models';
import { EmulatedMeter, type EmulatedMeterOptions } from './emulated-meter.ts';
import { meterFaults } from './faults/catalogue.ts';

export interface EmulateOptions extends Omit<EmulatedMeterOptions, 'model' | 'fault'> {
  /** The name of a fault in the catalogue. */
  readonly fault?: string;
}

/** An emulated meter by the names of its model and, if it has one, its fault (`FB_UNKNOWN_MODEL`). */
export function emulatedMeter(model: string, options: EmulateOptions): EmulatedMeter {
  const { fault: faultName, ...rest } = options;
  const fault = meterFaults.find(({ name }) => name === faultName);
  if (faultName !== undefined && !fault) {
    throw new BenchError('FB_UNKNOWN_MODEL', `No firmware fault is called "${faultName}".`, {
      hint: '"frankbench mutants --list" names them all.',
    });
  }
  return new EmulatedMeter({ model: modelNamed(model), ...rest, ...(fault ? { fault } : {}) });
}
