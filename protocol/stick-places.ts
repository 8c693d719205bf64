import type { StickPlace } from '#core';

/** Where the stick may be, as the link writes it. */
export const stickPlaces = {
  meter: 'METer',
  host: 'HOST',
  out: 'OUT',
} as const satisfies Record<StickPlace, string>;
