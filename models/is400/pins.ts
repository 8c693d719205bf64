import type { Memory, PinKind } from './memory.ts';

/** Counts a wrong PIN. No lock-out is documented for these machines, so none is made up. */
export const countWrongPin = (memory: Memory, kind: PinKind): Memory => ({
  ...memory,
  wrongPins: { ...memory.wrongPins, [kind]: memory.wrongPins[kind] + 1 },
});

/** A right PIN ends the count; memory that has nothing to forget stays the same object. */
export const forgetWrongPins = (memory: Memory, kind: PinKind): Memory =>
  memory.wrongPins[kind] === 0
    ? memory
    : { ...memory, wrongPins: { ...memory.wrongPins, [kind]: 0 } };
