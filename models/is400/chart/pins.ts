import type { PinKind } from '../memory.ts';

/** A wrong PIN: said, counted, and the field is empty again. */
export const wrongPin = (kind: PinKind) => ({
  target: '.Refused',
  actions: { type: 'refusePin' as const, params: { kind } },
});

/** A right PIN ends the count of wrong ones. */
export const rightPin = (kind: PinKind) => ({ type: 'acceptPin' as const, params: { kind } });
