import { expect, test } from 'vitest';
import { once } from './once.ts';

test.each([1, undefined])('work is done when it is first asked for, and once: %s', (value) => {
  let times = 0;
  const made = once(() => {
    times += 1;
    return value;
  });
  expect(times).toBe(0);
  expect([made(), made(), made()]).toEqual([value, value, value]);
  expect(times).toBe(1);
});
