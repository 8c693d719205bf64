import * as fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SteadyClock, SystemClock, VirtualClock } from './clock.ts';

test('timers fire in the order in which they are due, each at its own instant', async () => {
  await fc.assert(
    fc.property(fc.array(fc.nat(1000)), fc.nat(1000), (delays, start) => {
      const clock = new VirtualClock(start);
      const fired: { delay: number; at: number }[] = [];
      for (const delay of delays) {
        clock.setTimeout(() => fired.push({ delay, at: clock.now() }), delay);
      }
      clock.advance(1000);
      expect(fired.map(({ delay }) => delay)).toEqual(delays.toSorted((a, b) => a - b));
      for (const { delay, at } of fired) expect(at).toBe(start + delay);
      expect(clock.now()).toBe(start + 1000);
    }),
  );
});

test('timers that are due at the same instant fire in the order in which they were armed', () => {
  const clock = new VirtualClock();
  const fired: string[] = [];
  clock.setTimeout(() => fired.push('first'), 5);
  clock.setTimeout(() => fired.push('second'), 5);
  clock.advance(5);
  expect(fired).toEqual(['first', 'second']);
});

test('a timer that is armed while another fires belongs to the same jump when it falls into it', () => {
  const clock = new VirtualClock();
  const fired: number[] = [];
  const again = (): void => {
    fired.push(clock.now());
    clock.setTimeout(again, 300);
  };
  clock.setTimeout(again, 300);
  clock.advance(1000);
  expect(fired).toEqual([300, 600, 900]);
  expect(clock.nextDue()).toBe(1200);
});

test('a cleared timer does not fire, also when another clears it', () => {
  const clock = new VirtualClock();
  const fired: string[] = [];
  const cleared = clock.setTimeout(() => fired.push('cleared'), 1);
  const late = clock.setTimeout(() => fired.push('late'), 20);
  clock.setTimeout(() => clock.clearTimeout(late), 10);
  clock.clearTimeout(cleared);
  clock.clearTimeout(cleared);
  clock.clearTimeout(4711);
  clock.advance(100);
  expect(fired).toEqual([]);
  expect(clock.nextDue()).toBeUndefined();
});

test('nothing fires before it is due, and time does not go back', () => {
  const clock = new VirtualClock(1000);
  const fired: number[] = [];
  clock.setTimeout(() => fired.push(clock.now()), 10);
  clock.setTimeout(() => fired.push(clock.now()), -10);
  clock.advanceTo(1009);
  clock.advanceTo(500);
  expect(clock.now()).toBe(1009);
  expect(fired).toEqual([1000]);
});

test('a clock for durations goes on when the clock of the host is set back', () => {
  const host = vi.spyOn(Date, 'now');
  onTestFinished(() => host.mockRestore());
  const [system, steady] = [new SystemClock(), new SteadyClock()];
  const [saw, began] = [system.now(), steady.now()];
  host.mockReturnValue(saw - 3_600_000);
  expect(system.now()).toBe(saw - 3_600_000);
  expect(steady.now()).toBeGreaterThanOrEqual(began);
  expect(Number.isInteger(steady.now())).toBe(true);
});
