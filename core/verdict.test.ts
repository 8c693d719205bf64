import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exitCode, type Verdict, worst } from './verdict.ts';

const worstFirst: readonly Verdict[] = ['error', 'failed', 'inconclusive', 'passed', 'skipped'];

test('a run is as bad as the worst of its scenarios', async () => {
  await fc.assert(
    fc.property(fc.array(fc.constantFrom(...worstFirst)), (verdicts) => {
      const rank = Math.min(...verdicts.map((verdict) => worstFirst.indexOf(verdict)));
      expect(worst(verdicts)).toBe(worstFirst[rank]);
    }),
  );
});

test('a run without scenarios has no verdict', () => {
  expect(worst([])).toBeUndefined();
});

test.each([
  ['passed', 0],
  ['failed', 1],
  ['error', 3],
  ['inconclusive', 4],
  ['skipped', 4],
  [undefined, 4],
] as const)('%s ends with %i', (verdict, code) => {
  expect(exitCode(verdict)).toBe(code);
});
