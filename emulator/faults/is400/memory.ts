import { committingLate } from '../committing-late.ts';
import type { MeterFault } from '../fault.ts';
import { atPowerOn } from './seeding.ts';

/** Faults in what is left when the power goes. */
export const memoryFaults: readonly MeterFault[] = [
  {
    name: 'account-lost-at-power-cut',
    description: 'The last change before a power cut is lost, though the display had shown it.',
    memory: committingLate,
  },
  atPowerOn(
    'power-cut-forgets-wrong-pins',
    'The count of wrong PINs begins anew when the power comes back.',
    (memory) => ({
      ...memory,
      wrongPins: { supervisor: 0, shared: 0, operator: 0, account: 0, credit: 0 },
    }),
  ),
];
