import type { ServerTrouble } from '#core';
import type { Fault } from '#fixtures';

/** What a server does for each trouble that a check may ask for. */
export const troubles: Readonly<Record<ServerTrouble, Fault>> = {
  'out of order': { kind: 'status', code: 500 },
  'connection reset': { kind: 'reset' },
  'answer lost': { kind: 'lost answer' },
  'no answer': { kind: 'no answer', carriedOut: false },
  'no answer after carrying out': { kind: 'no answer', carriedOut: true },
};
