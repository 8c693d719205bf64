import type { MeterFault } from './fault.ts';

/** Every seeded firmware fault of the IS-420/IS-440. */
export const meterFaults: readonly MeterFault[] = [];
