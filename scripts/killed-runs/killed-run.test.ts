import { expect, test } from 'vitest';
import { killedRun, moments } from './killed-run.ts';

test('a run that is killed leaves a record that is readable, incomplete and whole up to its last line', async () => {
  for (const moment of [...moments(7, 2), { write: 40, share: 0.5 }]) {
    const remains = await killedRun(moment);
    expect(remains.problems).toEqual([]);
    expect(remains.lines).toBeGreaterThan(3);
    if ('share' in moment && moment.share === 0.5) expect(remains.torn).toBe(true);
  }
});
