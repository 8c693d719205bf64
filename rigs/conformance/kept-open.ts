import type { Meter } from '#core';

/** The same meter each time it is opened: closing it, as each case does at its end, leaves it open. */
export const keptOpen = (meter: Meter): Meter =>
  new Proxy(meter, {
    get: (target, name) => {
      if (name === Symbol.asyncDispose) return async () => undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
