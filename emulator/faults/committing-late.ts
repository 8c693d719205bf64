import type { MeterMemory } from './fault.ts';

/** Memory that is one change late: each text is written when the next one comes. */
export function committingLate(memory: MeterMemory): MeterMemory {
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
