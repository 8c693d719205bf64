import { expect, test } from 'vitest';
import { usbipFuzz } from './usbip-fuzz.ts';

test('20,000 packets of noise leave the meter as it was, and every good question among them is answered', async () => {
  const { problems, identified, answers } = await usbipFuzz({ seed: 1, count: 20_000 });
  expect(problems).toEqual([]);
  expect(identified).toBeGreaterThan(50);
  expect(answers).toBeGreaterThan(5_000);
}, 30_000);
