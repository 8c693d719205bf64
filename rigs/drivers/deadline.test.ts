import { expect, test } from 'vitest';
import { type Clock, VirtualClock } from '#core';
import { Deadline } from './deadline.ts';

/** A deadline with how often it set a timer, and the instants at which it was over. */
function bench() {
  const clock = new VirtualClock();
  let armed = 0;
  const counting: Clock = {
    now: () => clock.now(),
    clearTimeout: (id) => clock.clearTimeout(id),
    setTimeout: (fire, delay) => {
      armed += 1;
      return clock.setTimeout(fire, delay);
    },
  };
  const deadline = new Deadline(counting);
  const over: number[] = [];
  const begin = (limit: number) => deadline.begin(limit, () => over.push(clock.now()));
  return { clock, deadline, over, begin, armed: () => armed };
}

test('a limit that does not end is over at its instant, and once', () => {
  const { clock, over, begin } = bench();
  begin(100);
  clock.advance(99);
  expect(over).toEqual([]);
  clock.advance(1000);
  expect(over).toEqual([100]);
});

test('a limit that ended is never over, and the next one has all its time', () => {
  const { clock, deadline, over, begin } = bench();
  begin(100);
  clock.advance(60);
  deadline.end();
  begin(100);
  clock.advance(99);
  expect(over).toEqual([]);
  clock.advance(1);
  expect(over).toEqual([160]);
});

test('what comes while the process is busy comes in time', () => {
  const { clock, deadline, over, begin } = bench();
  begin(100);
  // Timers that are due fire before anything is read: the answer is read between this and the next.
  clock.setTimeout(() => deadline.end(), 100);
  clock.advance(100);
  expect(over).toEqual([]);
  begin(50);
  clock.advance(49);
  expect(over).toEqual([]);
  clock.advance(1);
  expect(over).toEqual([150]);
});

test('the limit that begins when an answer came late has all its time', () => {
  const { clock, deadline, over, begin } = bench();
  begin(100);
  clock.setTimeout(() => {
    deadline.end();
    begin(100);
  }, 100);
  clock.advance(199);
  expect(over).toEqual([]);
  clock.advance(1);
  expect(over).toEqual([200]);
});

test('a short limit that begins when an answer came late is not late at once', () => {
  const { clock, deadline, over, begin } = bench();
  begin(100);
  clock.setTimeout(() => {
    deadline.end();
    begin(0);
    clock.setTimeout(() => deadline.end(), 0);
  }, 100);
  clock.advance(100);
  expect(over).toEqual([]);
});

test('a limit that is over sooner than the timer is not kept waiting', () => {
  const { clock, deadline, over, begin } = bench();
  begin(10_000);
  deadline.end();
  begin(50);
  clock.advance(50);
  expect(over).toEqual([50]);
});

test('a thousand limits that end take one timer', () => {
  const { deadline, begin, armed } = bench();
  for (let count = 0; count < 1000; count += 1) {
    begin(100);
    deadline.end();
  }
  expect(armed()).toBe(1);
});

test('nothing is armed after it was closed, nor when nobody waits any more', () => {
  const { clock, deadline, begin } = bench();
  begin(100);
  deadline.end();
  clock.advance(100);
  expect(clock.nextDue()).toBeUndefined();
  begin(100);
  deadline.close();
  expect(clock.nextDue()).toBeUndefined();
});
