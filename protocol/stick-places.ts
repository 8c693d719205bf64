import type { StickPlace } from '#core';

/** Where the stick may be, as SCPI writes it. */
export const stickPlaces = {
  meter: 'METer',
  host: 'HOST',
  out: 'OUT',
} as const satisfies Record<StickPlace, string>;

export const stickPlaceNames = Object.keys(stickPlaces) as readonly StickPlace[];
