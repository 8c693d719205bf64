import { expect, onTestFinished, test, vi } from 'vitest';
import { VirtualClock } from '#core';
import { hostTime } from './meter-time.ts';

const shown = Date.UTC(2026, 0, 5, 9);

test('a meter that runs on shows another time than the host, which passes alike', () => {
  const clock = new VirtualClock(1000);
  const time = hostTime(shown, clock);
  clock.advance(5000);
  expect(time.now()).toBe(shown + 5000);
  time.set(shown);
  clock.advance(1);
  expect(time.now()).toBe(shown + 1);
});

test('its time does not jump where the clock of the host is put right', () => {
  const host = vi.spyOn(Date, 'now');
  onTestFinished(() => host.mockRestore());
  const time = hostTime(shown);
  for (const jump of [-3_600_000, 7_200_000]) {
    host.mockReturnValue(Date.UTC(2026, 5, 1) + jump);
    expect(time.now()).toBeGreaterThanOrEqual(shown);
    expect(time.now()).toBeLessThan(shown + 60_000);
  }
});
