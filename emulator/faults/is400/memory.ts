import type { MeterFault, MeterMemory } from '../fault.ts';
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
      wrongPins: { supervisor: 0, shared: 0, operator: 0, account: 0 },
    }),
  ),
];

/** Memory that is one change late: each text is written when the next one comes. */
function committingLate(memory: MeterMemory): MeterMemory {
  let waiting: string | undefined;
  return {
    load: () => {
      waiting = undefined;
      return memory.load();
    },
    commit: (json) => {
      if (waiting !== undefined) memory.commit(waiting);
      waiting = json;
    },
    cutAfter: (bytes) => memory.cutAfter(bytes),
    close: () => memory.close(),
  };
}
