import { expect, test } from 'vitest';
import { linkFuzz } from './link-fuzz.ts';

test('20,000 lines of noise leave the meter as it was, and every good command among them is answered', async () => {
  const { problems, answered } = await linkFuzz({ seed: 1, count: 20_000 });
  expect(problems).toEqual([]);
  expect(answered).toBe(2500);
}, 30_000);
