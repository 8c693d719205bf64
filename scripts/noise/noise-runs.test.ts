import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noisePlanSchema } from '#rigs/noise';
import { compareRuns } from './compare-runs.ts';
import { differences } from './differences.ts';

test('lost, doubled, spoilt and late answers change no verdict and no key at the meter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'noise-runs-'));
  try {
    const run = await compareRuns({
      rig: 'rigs/emulator.is440.yaml',
      features: ['features/is400/sessions.feature'],
      plan: noisePlanSchema.parse({
        version: 1,
        faults: [
          { kind: 'drop', direction: 'to-bench', rate: 0.005 },
          { kind: 'drop', direction: 'to-meter', rate: 0.005 },
          { kind: 'duplicate', rate: 0.02 },
          { kind: 'corrupt', rate: 0.005 },
          { kind: 'delay', rate: 0.01, ms: 5 },
          { kind: 'close', every: 600 },
        ],
      }),
      timeoutMs: 400,
      folder,
    });
    expect(run.differences).toEqual([]);
    expect(run.reasons).toEqual([]);
    expect(run.scenarios).toBeGreaterThanOrEqual(15);
    expect(run.keys).toBeGreaterThan(100);
    expect(run.struck).toBeGreaterThan(10);
    expect(run.rungs.get('re-send')).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

const log = ['renew', 'press 1', 'press OK', 'feed'];
const clean = {
  verdicts: [
    ['a:1', 'passed'],
    ['a:2', 'skipped'],
  ] as const,
  log,
};

test('a doubled, a lost and another key are each a difference, without its digits', () => {
  expect(differences(clean, clean)).toEqual([]);
  expect(differences(clean, { ...clean, log: log.toSpliced(1, 0, 'press 1') })).toEqual([
    'the meter got 4 without noise and 5 with it; number 3 was "press OK" without and "press #" with it',
  ]);
  expect(differences(clean, { ...clean, log: log.slice(0, 3) })).toEqual([
    'the meter got 4 without noise and 3 with it; number 4 was "feed" without and "nothing more" with it',
  ]);
  expect(differences(clean, { ...clean, log: [...log, 'press OK'] })).toEqual([
    'the meter got 4 without noise and 5 with it; number 5 was "nothing more" without and "press OK" with it',
  ]);
});

test('another verdict and a scenario that was not run are differences', () => {
  const verdicts = [['a:1', 'error']] as const;
  expect(differences(clean, { verdicts, log })).toEqual([
    'a:1 passed without noise, error with it',
    'a:2 skipped without noise, nothing not run with it',
  ]);
});
