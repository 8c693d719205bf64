import type { CoreLimits } from './core.ts';

/** Limits near enough to be reached by hand. */
export const coreLimits: CoreLimits = {
  descendingMost: 10_000,
  sumMost: 20_000,
  ascendingMost: 15_000,
  postageLeast: 1,
  postageMost: 2_000,
  challengeMs: 300,
};
