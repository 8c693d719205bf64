import type { Pence } from '#core';

/** Money as tables write it: `£12.50`. */
export const penceIn = (text: string): Pence => Math.round(Number(text.replace('£', '')) * 100);
