import type { Model } from '#models';
import { connectPlusFaults } from './connect-plus/index.ts';
import type { MeterFault } from './fault.ts';
import { is400Faults } from './is400/index.ts';

/** Every seeded firmware fault, by the family of machines that can have it. */
export const meterFaults: Readonly<Record<Model['family'], readonly MeterFault[]>> = {
  is400: is400Faults,
  'connect-plus': connectPlusFaults,
};
