import type { Meter, Press } from '#core';

/** A meter that is worked as before, while somebody writes down what is pressed. */
export const recordingMeter = (meter: Meter, presses: Press[]): Meter => {
  const { touch } = meter;
  return {
    ...meter,
    press: (key) => {
      presses.push(key);
      return meter.press(key);
    },
    ...(touch
      ? {
          touch: (point) => {
            presses.push(point);
            return touch(point);
          },
        }
      : {}),
    frame: () => meter.frame(),
    wait: (after, limit) => meter.wait(after, limit),
    now: () => meter.now(),
    [Symbol.asyncDispose]: () => meter[Symbol.asyncDispose](),
  };
};
