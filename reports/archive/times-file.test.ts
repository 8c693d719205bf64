import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { readTimes, TimesFile } from './times-file.ts';

test('scenarios and steps are timed, each step up to the next', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-times-'));
  const clock = new VirtualClock(1000);
  {
    using times = new TimesFile(folder.path, clock);
    times.scenario({ id: 'a:1', uid: 'one' });
    clock.advance(5);
    for (const ms of [10, 20]) {
      times.step();
      clock.advance(ms);
    }
    times.stepsEnd();
    clock.advance(7);
    times.end();
    times.scenario({ id: 'a:2', uid: 'two' });
    times.end();
    expect(times.problems).toEqual([]);
  }
  expect(readTimes(folder.path)).toEqual([
    { id: 'a:1', uid: 'one', beganMs: 1000, ms: 42, steps: [10, 20] },
    { id: 'a:2', uid: 'two', beganMs: 1042, ms: 0, steps: [] },
  ]);
});

test('where it cannot be written the run goes on, and it is said why', () => {
  using times = new TimesFile('/nowhere/at/all', new VirtualClock());
  times.scenario({ id: 'a:1', uid: 'one' });
  times.end();
  expect(times.problems).toMatchObject([expect.stringMatching(/cannot be written down: ENOENT/)]);
  expect(readTimes('/nowhere/at/all')).toEqual([]);
});
