import { type Millis, seconds } from '#core';

/** How long a driver bears silence, in the host's time. */
export interface LinkLimits {
  /** Until an answer; what a controller waits for is added. */
  readonly timeoutMs: Millis;
  /** Until a connection stands, and then until the controller has said what it can. */
  readonly connectMs: Millis;
  /** The longest wait that is asked for at once on a meter in the host's time. */
  readonly waitMs: Millis;
}

export const usualLimits: LinkLimits = {
  timeoutMs: seconds(3),
  connectMs: seconds(5),
  waitMs: seconds(10),
};
